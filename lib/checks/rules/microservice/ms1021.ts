import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { Scaling, ScalingMetric, ScalingMetricKind, isWhole } from '../../../values';

/** Invalid number of replicas. */
export const MS1021: Rule<DeploymentWorkload> = {
  code: 'MS1021',
  title: 'invalid number of replicas',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Replicas are whole numbers, `min` is at most `max`, an autoscaler keeps at least one, and utilization is a ' +
    'whole percent from 1.',
  reads: 'microservice',

  evaluate: ({ settings }) => {
    const { metrics } = settings.values.scaling;
    return bounds(settings.values.scaling).concat(metrics.flatMap(utilization));
  },
};

function bounds({ min, max, autoscaled, metrics }: Scaling): Detail[] {
  // Without a replica there is no use of resources to scale on.
  const starts = metrics.some(({ _kind: kind }) => kind !== ScalingMetricKind.CPU && kind !== ScalingMetricKind.MEMORY);
  const fewest = autoscaled && !starts ? 1 : 0;
  if (!isWhole(min, fewest) || !isWhole(max, autoscaled ? 1 : 0)) {
    return [
      {
        message: 'invalid number of replicas',
        given: autoscaled ? `min was ${min}, max was ${max}` : `Scaling.fixed was given ${min}`,
        allowed: `whole numbers from ${fewest}`,
        fix: 'state the number of replicas',
      },
    ];
  }
  if (min <= max) return [];
  return [
    {
      message: `min ${min} is above max ${max}`,
      given: `min was ${min}, max was ${max}`,
      allowed: 'min up to max',
      fix: 'raise max or lower min',
    },
  ];
}

function utilization({ _kind: kind, target }: ScalingMetric): Detail[] {
  const resource = kind === ScalingMetricKind.CPU ? 'cpu' : kind === ScalingMetricKind.MEMORY ? 'memory' : undefined;
  return resource === undefined || isWhole(target, 1)
    ? []
    : [
        {
          message: `invalid ${resource} utilization`,
          given: `it was ${target}`,
          allowed: 'whole percents from 1',
          fix: 'state percents of the request, such as 70',
        },
      ];
}
