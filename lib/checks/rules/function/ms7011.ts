import { Rule, Severity } from '../../../errors';
import { Edge, Reach } from '../../../program';
import { millisOf } from '../../../values';

/** A call to or from a function states no policy, since no proxy carries it. */
export const MS7011: Rule<Edge> = {
  code: 'MS7011',
  title: 'the policy of a call has no effect on a function',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Knative routes requests to functions itself, and functions have no proxy: nothing ends a request at the ' +
    'timeout of the call, retries it, or restricts callers to methods and paths. ' +
    '`lifecycle.longestRequest` of the function ends a request. Leave the policy out, or do it in the program and ' +
    'acknowledge the finding.',
  reads: 'call',

  evaluate: (call) => {
    const { caller, callee, options } = call;
    const runtime = call.reach === Reach.CLUSTER ? undefined : callee.workload?.runtime;
    const { timeout, retries, methods = [], paths = [] } = options;
    const stated = [
      ...(timeout === undefined ? [] : [`timeout was ${millisOf(timeout)} ms`]),
      ...((retries?.attempts ?? 0) === 0 ? [] : [`retries were up to ${retries!.attempts}`]),
      ...(methods.length === 0 ? [] : [`methods were ${methods.join(', ')}`]),
      ...(paths.length === 0 ? [] : [`paths were ${paths.join(', ')}`]),
    ];
    const reason =
      runtime === undefined
        ? `${caller.name} is a function, whose pods have no proxy`
        : `${runtime} routes the requests to ${callee.name}`;
    return (runtime ?? caller.workload?.runtime) === undefined || stated.length === 0
      ? []
      : [
          {
            message: `part of the policy of the call from ${caller.name} to ${callee.name} has no effect`,
            given: `${stated.join('; ')}; ${reason}`,
            allowed: 'calls of functions without a policy',
            fix: 'have the programs do it and acknowledge this, or leave it out',
          },
        ];
  },
};
