import type { Rule } from '../../../errors';
import { type DeploymentWorkload, type Edge, exposureCall, resolveEdge } from '../../../program';

/** A rule for calls, for the requests that exposures let in: they state the same facts. */
export function ofExposures(rule: Rule<Edge>): Rule<DeploymentWorkload> {
  return {
    ...rule,
    evaluate: (facts) =>
      facts.exposures.flatMap((exposure) =>
        rule.evaluate(resolveEdge(exposureCall(exposure, facts))).map((detail) => ({
          ...detail,
          message: detail.message.replaceAll('the call to', 'the exposure of'),
          given: detail.given.replaceAll('the call named', 'the exposure named'),
        })),
      ),
  };
}
