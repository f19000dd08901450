/** Violations in a manifest, a line each: kind, namespace and name, JSON pointer, problem. */
export function describeProblems(manifest: unknown): string[] {
  return manifestJudge.judge(manifest).map(({ path, message }) => `${titleOf(manifest)} ${path || '/'}: ${message}`);
}

/** Such as `Service shop/cart`. */
export function titleOf(manifest: unknown): string {
  const { kind, metadata } = (manifest ?? {}) as { kind?: string; metadata?: { name?: string; namespace?: string } };
  return `${kind} ${[metadata?.namespace, metadata?.name].filter(Boolean).join('/')}`;
}
