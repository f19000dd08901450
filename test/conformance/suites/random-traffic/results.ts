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

/** How a request ended, in words. */
export function endingOf({ status, grpcStatus, error }: CallResult): string {
  if (grpcStatus !== undefined) return `gRPC status ${grpcStatus}`;
  return status === undefined ? (error ?? 'an answer') : `status ${status}`;
}

/** Whether a caller got the answer of an application. */
export function isAnswered({ status = 200, grpcStatus = 0, error }: CallResult): boolean {
  return status === 200 && grpcStatus === 0 && error === undefined;
}

/** Whether a proxy waits for an attempt as long as is said; one that is called by gRPC, no longer than its caller. */
export function waitsAsLong(says: number | undefined, waits: string | null, { protocol, asked }: Probe): boolean {
  const given = waits === null ? undefined : Number(waits);
  if (protocol !== 'grpc' || asked.method !== 'POST' || (says !== undefined && says <= PATIENCE_MILLIS / 2))
    return says === given;
  // The caller tells how long it waits itself, less the time that this took.
  return given !== undefined && given <= Math.min(says ?? Infinity, PATIENCE_MILLIS) && given >= PATIENCE_MILLIS / 2;
}

/** A time that an attempt may take, in words. */
export function inMillis(time: number | string | null | undefined): string {
  return time === undefined || time === null ? 'any number of ms' : `${time} ms`;
}
