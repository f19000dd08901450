import { Rule, Severity } from '../../../errors';
import type { Call } from '../../../program';
import { isWhole } from '../../rule';

/** Invalid number of retries. */
export const MS2009: Rule<Call> = {
  code: 'MS2009',
  title: 'invalid number of retries',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'A failed request is sent again a whole number of times; `Retries.none()` sends it once.',
  reads: 'call',

  evaluate: ({ callee, options: { retries } }) =>
    retries === undefined || isWhole(retries.attempts, 0)
      ? []
      : [
          {
            message: `the call to ${callee.name} has an invalid number of retries`,
            given: `Retries.upTo was given ${retries.attempts}`,
            allowed: 'whole numbers from 1, or Retries.none()',
            fix: 'state how often a failed request is sent again',
          },
        ],
};
