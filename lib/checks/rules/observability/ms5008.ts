import { Rule, Severity } from '../../../errors';
import { DeploymentWorkload, requestSeries } from '../../../program';
import { unmeasured } from './unmeasured';

/** The threshold of every objective is a bucket of its histogram. */
export const MS5008: Rule<DeploymentWorkload> = {
  code: 'MS5008',
  title: 'a threshold is no bucket of its histogram',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A histogram counts the requests up to the bound of each bucket, and none in between. The finding lists ' +
    'the bounds.',
  reads: 'objectives of the microservice, buckets of its histogram',

  evaluate: (facts) =>
    !facts.monitoring.evaluatesRules
      ? []
      : facts.objectives.flatMap((objective) => {
          const { name, thresholdMillis } = objective;
          if (thresholdMillis === undefined || unmeasured(facts, objective) !== undefined) return [];
          const bounds = requestSeries(facts, objective)?.duration?.boundsMillis;
          return bounds === undefined || bounds.includes(thresholdMillis)
            ? []
            : [
                {
                  message: `no bucket of its histogram is the threshold of the objective ${name}`,
                  given: `it was ${thresholdMillis} ms`,
                  allowed: bounds.map((bound) => `${bound} ms`).join(', '),
                  fix: 'state one of these, or the bounds that the histogram really has',
                },
              ];
        }),
};
