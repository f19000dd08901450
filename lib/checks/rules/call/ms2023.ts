import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';
import { millisOf } from '../../../values';

/** A stream has a timeout or retries. */
export const MS2023: Rule<Edge> = {
  code: 'MS2023',
  title: 'a stream has a timeout or retries',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A timeout would cut live streams, and a stream that has begun cannot be sent again. Leave both out, or leave ' +
    '`streaming` out where requests are short.',
  reads: 'call',

  evaluate: ({ callee, options: { streaming, timeout, retries } }) => {
    if (streaming !== true) return [];
    const attempts = retries?.attempts ?? 0;
    const limits = [
      ...(timeout === undefined ? [] : [`timeout was ${millisOf(timeout)} ms`]),
      ...(attempts === 0 ? [] : [`retries were up to ${attempts}`]),
    ];
    return limits.length === 0
      ? []
      : [
          {
            message:
              `the call to ${callee.name} is a stream and has ` +
              `${limits.length === 1 ? 'a limit' : 'limits'} of requests`,
            given: limits.join(', '),
            allowed: 'neither',
            fix: 'leave them out, or leave streaming out',
          },
        ];
  },
};
