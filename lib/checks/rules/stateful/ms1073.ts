import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { isWhole } from '../../../values';

/** Invalid number of an update of a stateful service. */
export const MS1073: Rule<DeploymentWorkload> = {
  code: 'MS1073',
  title: 'invalid number of an update of replicas',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The partition of an update is the ordinal of the first replica that it exchanges: with as many as there are ' +
    'replicas it exchanges none, and with more it means nothing. An update takes one replica away at least.',
  reads: 'update and scaling of the stateful service',

  evaluate: ({ stateful, settings }) => {
    if (stateful === undefined) return [];
    const { partition, maxUnavailable } = stateful;
    const { max } = settings.values.scaling;
    // MS1021 reports invalid numbers of replicas.
    const most = isWhole(max, 0) ? max : undefined;
    return [
      ...(isWhole(partition, 0, most)
        ? []
        : [
            {
              message: 'invalid partition',
              given: `lifecycle.order.partition was ${partition}, and there are ${max} replicas at most`,
              allowed: `whole numbers from 0 to ${most ?? 'the number of replicas'}`,
              fix: 'state the ordinal of the first replica that an update exchanges, or leave it out',
            },
          ]),
      ...(maxUnavailable === undefined || isWhole(maxUnavailable, 1)
        ? []
        : [
            {
              message: 'invalid maxUnavailable',
              given: `lifecycle.order.maxUnavailable was ${maxUnavailable}`,
              allowed: 'whole numbers from 1',
              fix: 'state how many replicas an update may take away at once, or leave it out',
            },
          ]),
    ];
  },
};
