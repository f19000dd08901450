import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';
import { policyDetails } from './policy-details';

/** Invalid number of retries. */
export const MS2009: Rule<Edge> = {
  code: 'MS2009',
  title: 'invalid number of retries',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'A failed request is sent again a whole number of times; `Retries.none()` sends it once.',
  reads: 'call',

  evaluate: (call) => policyDetails(call, 'MS2009'),
};
