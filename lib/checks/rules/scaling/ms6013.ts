import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { isWhole } from '../../../values';

/** A Kafka topic has a partition for every replica that KEDA may start. */
export const MS6013: Rule<DeploymentWorkload> = {
  code: 'MS6013',
  title: 'more replicas than partitions',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Each partition of a Kafka topic has one consumer of a group: replicas beyond the number of partitions ' +
    'get no work, and KEDA starts none of them. Lower `max`, or have more partitions.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) => {
    const { metrics, max } = settings.values.scaling;
    return metrics.flatMap(({ _source: source, _backlog: backlog }) =>
      // MS1066 reports an invalid number of partitions.
      source?.partitions === undefined || backlog === undefined || !isWhole(source.partitions, 1, max - 1)
        ? []
        : [
            {
              message: `more replicas than ${backlog.name} has partitions`,
              given: `max was ${max}, partitions was ${source.partitions}`,
              allowed: `max up to ${source.partitions}`,
              fix: 'lower max, or have more partitions',
            },
          ],
    );
  },
};
