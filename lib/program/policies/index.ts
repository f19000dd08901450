import type { CallStatement } from '../../values';
import type { Call } from '../endpoint';
import { HeaderPolicy, HEADERS } from './headers';
import type { CallPolicy, PolicyProblem } from './policy';
import { RETRIES, RetryPolicy } from './retries';
import { TIMEOUT } from './timeout';

export type { HeaderPolicy } from './headers';
export type { CallPolicy, PolicyProblem } from './policy';
export { pausesMillis, type RetryPolicy } from './retries';

/** Policy of an edge: one value a policy of calls. */
export interface EdgePolicy {
  /** Longest time in milliseconds that the caller waits, all attempts together; undefined for a stream. */
  readonly timeout: number | undefined;
  /** Undefined where a request is sent once. */
  readonly retries: RetryPolicy | undefined;
  /** Undefined where requests leave as the caller writes them. */
  readonly headers: HeaderPolicy | undefined;
}

/** Name of a policy of calls. */
export type PolicyName = keyof EdgePolicy;

/** Every policy of calls: the compiler refuses one that is left out, here and in each mesh. */
export const POLICIES: { readonly [Name in PolicyName]: CallPolicy<EdgePolicy[Name]> } = {
  timeout: TIMEOUT,
  retries: RETRIES,
  headers: HEADERS,
};

/** Names of all policies, in the order of POLICIES. */
export const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];

/** Policy of a call: its statements, and the values that follow from them. */
export function policyOf(call: Call): EdgePolicy {
  return mapPolicies((policy) => policy.resolve(call));
}

/** Policy of requests that no call is stated for, by the callee's longest request in seconds. */
export function unstatedPolicy(longestRequest: number | undefined): EdgePolicy {
  return mapPolicies((policy) => policy.unstated(longestRequest));
}

/** One policy for calls that must share a route; `otherwise` where there are none. */
export function mergedPolicy(all: readonly EdgePolicy[], otherwise: EdgePolicy): EdgePolicy {
  return all.length === 0
    ? otherwise
    : mapPolicies((policy, name) => policy.merge(all.map((policies) => policies[name])));
}

/** Key of a policy: edges with equal keys share a route, and routes are sorted by it. */
export function policyKey(policy: EdgePolicy): readonly (string | number)[] {
  return POLICY_NAMES.flatMap((name) => erased(name).same(policy[name]));
}

/** A policy as reports show it. */
export function describedPolicy(policy: EdgePolicy): string {
  return POLICY_NAMES.flatMap((name) => erased(name).describe(policy[name]) ?? []).join(', ');
}

/** Names of the policies that the options of a call state. */
export function statedPolicies(options: CallStatement): PolicyName[] {
  return POLICY_NAMES.filter((name) => POLICIES[name].isStated(options));
}

/** Invalid values of all policies that a call states. */
export function policyProblems(call: Call): PolicyProblem[] {
  return POLICY_NAMES.flatMap((name) => POLICIES[name].problems(call));
}

/** A policy without its type of value. It gets only values of its own name. */
function erased(name: PolicyName): CallPolicy<unknown> {
  return POLICIES[name] as CallPolicy<unknown>;
}

function mapPolicies(value: (policy: CallPolicy<unknown>, name: PolicyName) => unknown): EdgePolicy {
  return Object.fromEntries(POLICY_NAMES.map((name) => [name, value(erased(name), name)])) as unknown as EdgePolicy;
}
