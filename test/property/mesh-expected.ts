import { HTTP_METHODS } from './mesh-limits';
import type { MeshCallSpec, MeshSystem } from './mesh-systems';

/** One way to ask a port for something. */
export interface Asked {
  readonly method?: string;
  readonly path?: string;
}

/** Treatment of a call, in milliseconds. */
export interface ExpectedPolicy {
  readonly timeout?: number;
  readonly attempts: number;
  readonly perTryTimeout?: number;
}

/** Requests by every method of HTTP, at paths that calls name and at others: each limit takes some and leaves some. */
export const REQUESTS: Readonly<Record<string, readonly Asked[]>> = {
  http: [
    ...HTTP_METHODS.flatMap((method) => ['/a', '/b/1', '/c/d'].map((path) => ({ method, path }))),
    ...['/a/x', '/a?b=1', '/b', '/b/', '/c'].map((path) => ({ method: 'GET', path })),
    ...["/e-._~!$&'()+,;=:@/", "/e-._~!$&'()+,;=:@", '/caf%C3%A9/x', '/caf%C3%A9'].map((path) => ({
      method: 'GET',
      path,
    })),
  ],
  grpc: [
    ...[
      '/shop.Cart/Get',
      '/shop.Cart/Add',
      '/shop.Stock/Get',
      '/shop.Stock/Put',
      '/shop.Stock/Watch',
      '/shop.CartItem/Watch',
      '/shop.v1_b._X/Get',
    ].map((path) => ({ method: 'POST', path })),
    // No call names such a path, and gRPC sends nothing but POST.
    ...HTTP_METHODS.map((method) => ({ method, path: '/shop.Other/None' })),
  ],
  tcp: [{}],
  tls: [{}],
};

/** Each method and each path once: enough where no call is stated. */
export const EACH_ONCE: typeof REQUESTS = Object.fromEntries(
  Object.entries(REQUESTS).map(([protocol, requests]) => [
    protocol,
    requests.filter(
      ({ method, path }, at) =>
        !requests.slice(0, at).some((other) => other.method === method) ||
        !requests.slice(0, at).some((other) => other.path === path),
    ),
  ]),
);

/** The pauses between so many retries, at their longest, in milliseconds: Envoy doubles from 25 up to 250. */
const PAUSES = [0, 25, 25 + 75, 25 + 75 + 175];

/** The calls that a caller states to a port. */
export function callsBetween(
  { calls }: MeshSystem,
  caller: number,
  callee: number,
  isExternal: boolean,
  port: number,
): MeshCallSpec[] {
  return calls.filter(
    (call) => call.caller === caller && call.callee === callee && call.isExternal === isExternal && call.port === port,
  );
}

/** The call that a request belongs to: one that is limited to such requests, else one that is not limited. */
export function callOf(calls: readonly MeshCallSpec[], protocol: string, asked: Asked): MeshCallSpec | undefined {
  const matching = calls.filter((call) => names(call, protocol, asked));
  return matching.find(({ methods, paths }) => methods.length + paths.length > 0) ?? matching[0];
}

/** The policy that a call states, with what follows from it. */
export function policyOf(
  { services }: MeshSystem,
  { callee, isExternal, streaming, timeout: stated, retries }: MeshCallSpec,
): ExpectedPolicy {
  if (streaming) return { attempts: 0 };
  const timeout = stated ?? ((isExternal ? undefined : services[callee]!.longestRequest) ?? 30) * 1000;
  return {
    timeout,
    attempts: retries,
    ...(retries > 0 && { perTryTimeout: Math.floor((timeout - PAUSES[retries]!) / (retries + 1)) }),
  };
}

/** The policy that a route has. */
export function policyOfRoute({ timeout, retries }: any): ExpectedPolicy {
  return {
    ...(timeout !== undefined && { timeout: millis(timeout) }),
    attempts: retries.attempts,
    ...(retries.perTryTimeout !== undefined && { perTryTimeout: millis(retries.perTryTimeout) }),
  };
}

function names({ methods, paths }: MeshCallSpec, protocol: string, { method, path: asked }: Asked): boolean {
  const path = asked?.split('?')[0];
  if (protocol !== 'grpc')
    return (
      isOne(
        methods.map((each) => each.toUpperCase()),
        method,
      ) && isOne(paths, path)
    );
  const at = path!.lastIndexOf('/');
  return isOne(methods, path!.slice(at + 1)) && isOne(paths, path!.slice(0, at));
}

function isOne(stated: readonly string[], given: string | undefined): boolean {
  return (
    stated.length === 0 ||
    stated.some((each) => (each.endsWith('*') ? given!.startsWith(each.slice(0, -1)) : each === given))
  );
}

function millis(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(duration.slice(0, -1)) * 1000;
}
