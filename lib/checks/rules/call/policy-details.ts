import type { Detail } from '../../../errors';
import { type Edge, type PolicyProblem, policyProblems } from '../../../program';

/** Details of invalid values in the policies of a call, of one code. */
export function policyDetails(call: Edge, wanted: PolicyProblem['code']): Detail[] {
  return policyProblems(call)
    .filter(({ code }) => code === wanted)
    .map(({ code: _, ...detail }) => detail);
}
