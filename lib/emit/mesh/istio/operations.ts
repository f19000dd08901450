import { Call, portOf } from '../../../program';
import { CallOptions, Protocol } from '../../../values';

/** Which requests of a port a call makes; nothing where it may make any. */
export interface Operation {
  readonly methods?: readonly string[];
  /** Exact, or with a `*` at the start or at the end. */
  readonly paths?: readonly string[];
}

/** The requests that a call makes, in the words of HTTP. */
export function operationOf(call: Call): Operation {
  return inWordsOfHttp(call.options, portOf(call)?.protocol === Protocol.GRPC);
}

/** Methods and paths in the words of HTTP: gRPC's methods are the ends of paths, and all its requests are POST. */
export function inWordsOfHttp(
  { methods = [], paths = [] }: Pick<CallOptions, 'methods' | 'paths'>,
  isGrpc: boolean,
): Operation {
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
export function byPath({ methods, paths }: Operation): Operation[] {
  return (paths ?? [undefined]).map((path) => ({
    ...(methods && { methods }),
    ...(path !== undefined && { paths: [path] }),
  }));
}

/** Which of two sets of requests is to be looked at first: of those that overlap, the narrower one. */
export function bySpecificity(a: Operation, b: Operation): number {
  const [left, right] = [a, b].map(
    ({ methods, paths: [path] = [] }) =>
      [
        path === undefined ? 0 : path.includes('*') ? path.length : Number.MAX_SAFE_INTEGER,
        methods === undefined ? 0 : 1,
      ] as const,
  );
  return right![0] - left![0] || right![1] - left![1];
}

/** Whether a call is limited to some requests of its port. */
export function isLimited({ methods, paths }: Operation): boolean {
  return methods !== undefined || paths !== undefined;
}

/** Values in order, each once. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
