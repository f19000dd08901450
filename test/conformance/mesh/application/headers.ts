/** Headers as Node gives them, pseudo-headers of HTTP/2 left out, in one value a name. */
export function plainHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name, value]) => !name.startsWith(':') && value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

/** The caller's SPIFFE identity in x-forwarded-client-cert; the last element is the one of the nearest peer. */
export function identityOf(headers: Readonly<Record<string, string>>): string | undefined {
  const uris = [...(headers['x-forwarded-client-cert'] ?? '').matchAll(/(?:^|[;,])URI=([^;,]+)/gi)];
  return uris.at(-1)?.[1];
}

/** Number of Envoy's attempt for a request. */
export function attemptOf(headers: Readonly<Record<string, string>>): number | undefined {
  const count = headers['x-envoy-attempt-count'];
  return count === undefined ? undefined : Number(count);
}
