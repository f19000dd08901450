import type { CallPolicy } from './call-policy';

/**
 * One policy for callers that state different ones: the longest timeout, and no more retries than all of them allow.
 */
export function sharedPolicy(policies: readonly CallPolicy[], otherwise: CallPolicy): CallPolicy {
  if (policies.length === 0) return otherwise;
  const retries = Math.min(...policies.map((policy) => policy.retries));
  const timeouts = policies.map(({ timeout }) => timeout);
  const tries = policies.flatMap(({ perTryTimeout }) => perTryTimeout ?? []);
  return {
    ...(timeouts.every((timeout) => timeout !== undefined) && { timeout: Math.max(...timeouts) }),
    retries,
    ...(retries > 0 && { perTryTimeout: Math.max(...tries) }),
  };
}

/** A policy, as reports show it. */
export function describedPolicy({ timeout, retries }: CallPolicy): string {
  return `${timeout === undefined ? 'no timeout' : `${timeout} ms`}, ${retries} retries`;
}
