import { Rule, Severity } from '../../../errors';
import { Edge, Reach } from '../../../program';

/** A call to a function has no stream, which its longest request would cut. */
export const MS7012: Rule<Edge> = {
  code: 'MS7012',
  title: 'a stream to a function is cut',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation: 'Knative ends every request, streams included, when `lifecycle.longestRequest` of the function is over.',
  reads: 'call',

  evaluate: (call) => {
    const { callee, options } = call;
    const runtime = call.reach === Reach.CLUSTER ? undefined : callee.workload?.runtime;
    const longest = callee.workload?.longestRequest;
    return options.streaming !== true || runtime === undefined
      ? []
      : [
          {
            message: `the stream to ${callee.name} is cut`,
            given:
              `streaming was true; ${runtime} ends a request after ` +
              `${longest === undefined ? 'lifecycle.longestRequest' : `${longest} s`}`,
            allowed: 'streams that last no longer',
            fix: `raise lifecycle.longestRequest of ${callee.name}, and have the caller connect again`,
          },
        ];
  },
};
