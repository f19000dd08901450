import type { CallResult } from '../../mesh';
import { Problem, problemWith } from '../../suite';
import type { Probe } from './probes';
import type { RunningSystems } from './running';
import { PATIENCE_SECONDS, Reached, urlOf } from './send';

const PATIENCE_MILLIS = 1_000 * PATIENCE_SECONDS;

/** A problem with an object of the callee, else of the caller; what is outside of the cluster has none. */
export function problemOf(
  running: RunningSystems,
  { probe }: Reached,
  kind: 'AuthorizationPolicy' | 'Sidecar' | 'VirtualService',
  message: string,
): Problem {
  const { from, to, asked } = probe;
  const workload = to.kind === 'external' ? undefined : to.workload;
  const object =
    (kind === 'Sidecar' || workload === undefined ? undefined : running.located(kind, workload)) ??
    running.located('Sidecar', from);
  const text = `${from} calls ${[asked.method, urlOf(running, probe)].filter(Boolean).join(' ')}: ${message}`;
  return object === undefined ? { object: from, message: text } : problemWith(object, text);
}

/** Ending of a request, in words. */
export function endingOf({ status, grpcStatus, error }: CallResult): string {
  if (grpcStatus !== undefined) return `gRPC status ${grpcStatus}`;
  return status === undefined ? (error ?? 'an answer') : `status ${status}`;
}

/** Tells if a caller got the answer of an application. */
export function isAnswered({ status = 200, grpcStatus = 0, error }: CallResult): boolean {
  return status === 200 && grpcStatus === 0 && error === undefined;
}

/** Compares a proxy's timeout of an attempt, which for gRPC is at most the caller's deadline. */
export function waitsAsLong(says: number | undefined, waits: string | null, { protocol, asked }: Probe): boolean {
  const given = waits === null ? undefined : Number(waits);
  if (protocol !== 'grpc' || asked.method !== 'POST' || (says !== undefined && says <= PATIENCE_MILLIS / 2))
    return says === given;
  // The caller tells how long it waits itself, less the time that this took.
  return given !== undefined && given <= Math.min(says ?? Infinity, PATIENCE_MILLIS) && given >= PATIENCE_MILLIS / 2;
}

/** Timeout of an attempt, in words. */
export function inMillis(time: number | string | null | undefined): string {
  return time === undefined || time === null ? 'any number of ms' : `${time} ms`;
}
