import { Call, callKey, Workload } from '../../../program';
import type { Rule } from '../../rule';
import { repeated } from '../../rule';

/** Each call is stated once; calls to one callee differ in port, methods or paths. */
export const repetition: Rule<Workload> = ({ outbound, accepted }) =>
  [outbound, accepted].flatMap((calls) => {
    const twice = repeated(calls.map(keyOf));
    return twice.map((key) => {
      const call = calls.find((candidate) => keyOf(candidate) === key)!;
      return {
        code: 'MS2005',
        message: `the call from ${call.caller.name} to ${call.callee.name} is stated twice`,
        given:
          `port ${call.options.port ?? 'not named'}, methods ${list(call.options.methods)}, paths ` +
          `${list(call.options.paths)}`,
        allowed: 'calls that differ in port, methods or paths',
        fix: 'state it once, or say what tells the calls apart',
      };
    });
  });

function keyOf(call: Call): string {
  return `${call.caller.id} ${callKey(call)}`;
}

function list(values: readonly string[] = []): string {
  return values.length === 0 ? 'any' : values.join(', ');
}
