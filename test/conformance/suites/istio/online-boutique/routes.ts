import type { KubernetesObject } from '../../../cluster/kubernetes-object';

/** Treatment of a request by the caller's proxy, in seconds. */
export interface Patience {
  /** None: as long as it takes. */
  readonly timeout?: number;
  readonly perTryTimeout?: number;
  readonly retries: number;
}

/** A request, as far as routes tell requests apart. */
export interface RoutedRequest {
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string;
  readonly port: number;
  readonly path: string;
}

/** Policy of a request in a VirtualService: that of the first matching route. */
export function patienceOf({ spec }: KubernetesObject, request: RoutedRequest): Patience | undefined {
  const route = (spec.http as any[] | undefined)?.find(
    ({ match }) => match === undefined || (match as any[]).some((one) => matches(one, request)),
  );
  if (route === undefined) return undefined;
  const { timeout, retries } = route;
  return {
    retries: retries.attempts,
    ...(timeout !== undefined && { timeout: seconds(timeout) }),
    ...(retries.perTryTimeout !== undefined && { perTryTimeout: seconds(retries.perTryTimeout) }),
  };
}

/** Time that a caller waits for a callee that never answers. */
export function waitOf({ timeout = Infinity, perTryTimeout, retries }: Patience): number {
  return perTryTimeout === undefined ? timeout : Math.min(timeout, perTryTimeout * (retries + 1));
}

/** Seconds in a duration such as `300ms`. */
export function seconds(duration: string): number {
  const [, number, unit] = /^([\d.]+)(ms|s|m)$/.exec(duration) ?? [];
  return Number(number) * { ms: 0.001, s: 1, m: 60 }[unit as 'ms' | 's' | 'm'];
}

function matches({ sourceLabels = {}, sourceNamespace, port, uri }: any, request: RoutedRequest): boolean {
  return (
    Object.entries(sourceLabels).every(([key, value]) => request.labels[key] === value) &&
    (sourceNamespace === undefined || sourceNamespace === request.namespace) &&
    (port === undefined || port === request.port) &&
    (uri === undefined || matchesPath(uri, request.path))
  );
}

function matchesPath({ exact, prefix, regex }: any, path: string): boolean {
  if (exact !== undefined) return path === exact;
  return prefix === undefined ? new RegExp(`^(?:${regex})$`).test(path) : path.startsWith(prefix);
}
