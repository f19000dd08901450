import { Rule, Severity } from '../../../errors';
import { availabilityBound, availabilityFactors, DeploymentWorkload } from '../../../program';
import { rounded } from '../../../values';

/** No objective of all requests is above the product of the promises of its callees. */
export const MS5010: Rule<DeploymentWorkload> = {
  code: 'MS5010',
  title: 'an objective is above what its callees allow',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A request that needs several callees fails when one of them does: the product of their promises bounds ' +
    'the promise of their caller. State a lower objective, have callees promise more, or call them softly.',
  reads: 'objectives of the microservice, promises of callees',

  evaluate: ({ name, objectives, endpoint }) => {
    const stated = objectives.filter(
      ({ thresholdMillis, route }) => thresholdMillis === undefined && route === undefined,
    );
    if (stated.length === 0) return [];
    const factors = availabilityFactors(endpoint);
    if (factors.length === 0) return [];
    const bound = availabilityBound(factors).toFixed(4);
    const product = factors
      .map(({ name: callee, availability, share }) =>
        share < 1
          ? `${callee} ${availability} for ${rounded(share * 100)} percent of the requests`
          : `${callee} ${availability}`,
      )
      .join(' x ');
    return stated
      .filter(({ percent }) => percent > availabilityBound(factors))
      .map(({ percent }) => ({
        message: `${name} promises more than its callees allow`,
        given: `${percent} percent; ${product} = ${bound} percent`,
        allowed: `up to ${bound} percent`,
        fix: 'state a lower objective, have callees promise more, or state soft: true for calls that it can do without',
      }));
  },
};
