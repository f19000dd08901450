import { repeatedBy } from '../../../values';
import { Rule, Severity } from '../../../errors';
import { Edge, callKey, Workload } from '../../../program';

/** A call is stated twice. */
export const MS2005: Rule<Workload> = {
  code: 'MS2005',
  title: 'a call is stated twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Two calls of one caller to one callee differ in port, methods or paths. Otherwise it is unknown whose timeout ' +
    'and retries apply. One call may state several variables, as `addresses`.',
  reads: 'workload',

  evaluate: ({ outbound, accepted }) =>
    [outbound, accepted].flatMap((calls) =>
      repeatedBy(calls, keyOf).map(([, [first]]) => {
        const { caller, callee, options } = first!;
        return {
          message: `the call from ${caller.name} to ${callee.name} is stated twice`,
          given:
            `port ${options.port ?? 'not named'}, methods ${listOf(options.methods)}, paths ` +
            `${listOf(options.paths)}`,
          allowed: 'calls that differ in port, methods or paths',
          fix:
            'state it once, with all its variables as addresses; or state a port, methods or paths that tell the ' +
            'calls apart',
        };
      }),
    ),
};

function keyOf(call: Edge): string {
  return `${call.caller.id} ${callKey(call)}`;
}

function listOf(values: readonly string[] = []): string {
  return values.length === 0 ? 'any' : values.join(', ');
}
