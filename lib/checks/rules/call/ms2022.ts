import { Detail, Rule, Severity } from '../../../errors';
import { Edge, pausesMillis } from '../../../program';
import { millisOf, isWhole } from '../../../values';

/** The attempts of a call do not fit into its timeout. */
export const MS2022: Rule<Edge> = {
  code: 'MS2022',
  title: 'the attempts of a call do not fit into its timeout',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'All attempts, and the pauses between them, end when the timeout does: with r retries, (r + 1) attempts and the ' +
    'pauses, which Envoy doubles from 25 ms up to 250 ms, must fit in. State a longer timeout, fewer retries or a ' +
    'shorter `perTryTimeout`.',
  reads: 'call',

  evaluate: (call) => {
    const { callee, options } = call;
    if (options.streaming === true) return [];
    const detail = (given: string, allowed: string): Detail[] => [
      {
        message: `the attempts of the call to ${callee.name} do not fit into its timeout`,
        given,
        allowed,
        fix: 'state a longer timeout, fewer retries or a shorter perTryTimeout',
      },
    ];
    const stated = options.retries?.perTryTimeout === undefined ? undefined : millisOf(options.retries.perTryTimeout);
    if (stated !== undefined && !isWhole(stated, 1)) {
      return detail(`perTryTimeout was ${stated} ms`, 'whole milliseconds from 1 ms');
    }
    const { timeout, retries: { attempts: retries, perTryTimeout } = { attempts: 0, perTryTimeout: undefined } } =
      call.policy;
    // Invalid numbers themselves are findings of other codes.
    if (timeout === undefined || !isWhole(timeout, 1) || !isWhole(retries, 1) || perTryTimeout === undefined) return [];
    const pauses = pausesMillis(retries);
    const needed = (retries + 1) * (stated ?? 1) + pauses;
    return needed <= timeout
      ? []
      : detail(
          `${retries + 1} attempts of ${stated === undefined ? 'at least 1' : stated} ms and pauses of up to ` +
            `${pauses} ms take ${needed} ms, the timeout is ${timeout} ms`,
          `up to ${timeout} ms`,
        );
  },
};
