import { type CallOperation, Protocol } from '../values';
import type { Port } from '../values';

/** Requests that a call makes, in the words of HTTP; every request of the port where neither is given. */
export interface Requests {
  readonly methods?: readonly string[];
  /** Exact paths, or paths with a `*` at the start or at the end. */
  readonly paths?: readonly string[];
}

/** Requests that a call to a port makes; undefined where the port carries bytes. */
export function requestsOf(options: CallOperation, port: Port): Requests | undefined {
  return port.protocol.hasRequests ? inWordsOfHttp(options, port.protocol === Protocol.GRPC) : undefined;
}

/** Methods and paths in the words of HTTP: a gRPC method is the end of a path, and every gRPC request is a POST. */
export function inWordsOfHttp({ methods = [], paths = [] }: CallOperation, isGrpc: boolean): Requests {
  if (!isGrpc) {
    return {
      ...(methods.length > 0 && { methods: unique(methods.map((method) => method.toUpperCase())) }),
      ...(paths.length > 0 && { paths: unique(paths) }),
    };
  }
  const services = paths.length > 0 ? paths : methods.length > 0 ? ['*'] : [];
  const ends = methods.length > 0 ? methods : ['*'];
  return services.length === 0
    ? {}
    : { paths: unique(services.flatMap((service) => ends.map((end) => `${service.replace(/\/$/, '')}/${end}`))) };
}

/** The same requests, one path at a time. */
export function byPath({ methods, paths }: Requests): Requests[] {
  return (paths ?? [undefined]).map((path) => ({
    ...(methods && { methods }),
    ...(path !== undefined && { paths: [path] }),
  }));
}

/** Orders sets of requests by the turn in which they are matched: of two that overlap, the narrower first. */
export function bySpecificity(a: Requests, b: Requests): number {
  const [left, right] = [a, b].map(
    ({ methods, paths: [path] = [] }) =>
      [
        path === undefined ? 0 : path.includes('*') ? path.length : Number.MAX_SAFE_INTEGER,
        methods === undefined ? 0 : 1,
      ] as const,
  );
  return right![0] - left![0] || right![1] - left![1];
}

/** True when a call is limited to some requests of its port. */
export function isLimited({ methods, paths }: Requests): boolean {
  return methods !== undefined || paths !== undefined;
}

/** True where two operations name a path and a method in common: the same one, or the same paths below one. */
export function overlap(one: CallOperation, other: CallOperation): boolean {
  const share = (ours: readonly string[] = [], theirs: readonly string[] = []) =>
    ours.length + theirs.length === 0 || ours.some((each) => theirs.includes(each));
  return share(one.paths, other.paths) && (share(one.methods, other.methods) || !one.methods || !other.methods);
}

/** Sorts values and drops repetitions. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
