import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';
import { millisOf } from '../../../values';

/** A caller waits longer than the callee ever takes. */
export const MS2008: Rule<Edge> = {
  code: 'MS2008',
  title: 'a caller waits longer than the callee ever takes',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    "The callee's shutdown waits for its `lifecycle.longestRequest`, and this call may take longer, so a rollout " +
    'would cut it off. Shorten the timeout, or raise `lifecycle.longestRequest` of the callee.',
  reads: 'call',

  evaluate: ({ callee, options: { timeout } }) => {
    const millis = timeout && millisOf(timeout);
    const longest = callee.workload?.longestRequest;
    if (millis === undefined || longest === undefined || !(millis > longest * 1000)) return [];
    const inSeconds = Number.isInteger(millis / 1000) && Number.isInteger(longest);
    const show = (seconds: number) => (inSeconds ? `${seconds} s` : `${seconds * 1000} ms`);
    return [
      {
        message: `the call to ${callee.name} waits longer than ${callee.name} ever takes`,
        given:
          `timeout was ${show(millis / 1000)}, the longest request of ${callee.name} is ` +
          `${show(longest)}${callee.workload?.activator?.startSeconds === undefined ? '' : ', its start included'}`,
        allowed: `up to ${show(longest)}`,
        fix:
          `shorten the timeout, or raise lifecycle.longestRequest of ${callee.name}: its shutdown waits ` +
          'only that long',
      },
    ];
  },
};
