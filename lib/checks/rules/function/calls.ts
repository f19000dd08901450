import type { Problem } from '../../../errors';
import { Call, crossesClusters } from '../../../program';
import { millisOf } from '../../../values';
import type { Rule } from '../../rule';

/** What a call to or from a function states has an effect. */
export const functionCalls: Rule<Call> = (call) => {
  const { caller, callee, options } = call;
  const [from, to] = [caller.workload?.runtime, crossesClusters(call) ? undefined : callee.workload?.runtime];
  const runtime = to ?? from;
  if (runtime === undefined) return [];
  const { timeout, retries, methods = [], paths = [], streaming } = options;
  const stated = [
    ...(timeout === undefined ? [] : [`timeout was ${millisOf(timeout)} ms`]),
    ...((retries?.attempts ?? 0) === 0 ? [] : [`retries were up to ${retries!.attempts}`]),
    ...(methods.length === 0 ? [] : [`methods were ${methods.join(', ')}`]),
    ...(paths.length === 0 ? [] : [`paths were ${paths.join(', ')}`]),
  ];
  const longest = callee.workload?.longestRequest;
  return [
    ...(stated.length === 0
      ? []
      : [
          {
            code: 'MS7011' as const,
            message: `part of what the call from ${caller.name} to ${callee.name} states has no effect`,
            given:
              `${stated.join('; ')}; ` +
              (to === undefined
                ? `${caller.name} is a function, whose pods have no proxy`
                : `${runtime} routes the requests to ${callee.name}`),
            allowed: 'calls of functions without a policy',
            fix: 'have the programs do it and acknowledge this, or leave it out',
          },
        ]),
    ...(streaming !== true || to === undefined
      ? []
      : [
          {
            code: 'MS7012',
            message: `the stream to ${callee.name} is cut`,
            given:
              `streaming was true; ${runtime} ends what takes longer than ` +
              `${longest === undefined ? 'longestRequest' : `${longest} s`}`,
            allowed: 'streams that last no longer',
            fix: `raise longestRequest of ${callee.name}, and have the caller connect again`,
          } satisfies Problem,
        ]),
  ];
};
