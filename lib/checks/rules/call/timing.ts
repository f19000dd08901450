import type { Problem } from '../../../errors';
import { Call, pausesMillis, policyOf } from '../../../program';
import { millisOf } from '../../../values';
import { isWhole, Rule } from '../../rule';

/** All attempts of a call fit into its timeout, and streams have neither. */
export const timing: Rule<Call> = (call) => {
  const { callee, options } = call;
  const to = `the call to ${callee.name}`;
  const retries = options.retries?.attempts ?? 0;
  if (options.streaming === true) {
    const stated = [
      ...(options.timeout === undefined ? [] : [`timeout was ${millisOf(options.timeout)} ms`]),
      ...(retries === 0 ? [] : [`retries were up to ${retries}`]),
    ];
    return stated.length === 0
      ? []
      : [
          {
            code: 'MS2023',
            message: `${to} is a stream and has ${stated.length === 1 ? 'a limit' : 'limits'} of requests`,
            given: stated.join(', '),
            allowed: 'neither',
            fix: 'leave them out, or leave streaming out',
          },
        ];
  }
  const stated = options.retries?.perTryTimeout === undefined ? undefined : millisOf(options.retries.perTryTimeout);
  const problem = (given: string, allowed: string): Problem[] => [
    {
      code: 'MS2022',
      message: `the attempts of ${to} do not fit into its timeout`,
      given,
      allowed,
      fix: 'state a longer timeout, fewer retries or a shorter perTryTimeout',
    },
  ];
  if (stated !== undefined && !isWhole(stated, 1))
    return problem(`perTryTimeout was ${stated} ms`, 'whole milliseconds from 1 ms');
  const { timeout, retries: { attempts: effective, perTryTimeout } = { attempts: 0, perTryTimeout: undefined } } =
    policyOf(call);
  // What is wrong with these numbers themselves is said elsewhere.
  if (timeout === undefined || !isWhole(timeout, 1) || !isWhole(effective, 1) || perTryTimeout === undefined) return [];
  const pauses = pausesMillis(effective);
  const needed = (effective + 1) * (stated ?? 1) + pauses;
  return needed <= timeout
    ? []
    : problem(
        `${effective + 1} attempts of ${stated === undefined ? 'at least 1' : stated} ms and pauses of up to ` +
          `${pauses} ms take ${needed} ms, the timeout is ${timeout} ms`,
        `up to ${timeout} ms`,
      );
};
