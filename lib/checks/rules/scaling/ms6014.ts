import { Rule, Severity } from '../../../errors';
import { activatedMicroservice } from './activated';
import { invalidMetrics, uncountedStreams } from './activator-metrics';
import { pathsAroundActivator, calleesWithoutActivator } from './activator-paths';
import type { ScaledMicroservice } from './scaled';

/** An activator can hold the requests to every microservice that scales to zero. */
export const MS6014: Rule<ScaledMicroservice> = {
  code: 'MS6014',
  title: 'requests cannot be held until a replica runs',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The activator of a microservice without replicas stands between its callers and its pods: it sends ' +
    'requests to one port of one Service, counts them in whole numbers, and sees neither connections of other ' +
    'protocols nor load balancers that lead to pods. docs/scaling lists its needs; state `min` of 1 or more ' +
    'where these cannot be met.',
  reads: 'scaling and callers of the microservice, activator',

  evaluate: (scaled) => {
    const activated = activatedMicroservice(scaled);
    return [
      ...calleesWithoutActivator(scaled),
      ...(activated === undefined
        ? []
        : [...pathsAroundActivator(activated), ...invalidMetrics(activated), ...uncountedStreams(activated)]),
    ];
  },
};
