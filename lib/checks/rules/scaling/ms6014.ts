import { Rule, Severity } from '../../../errors';
import { heldMicroservice } from './held';
import { invalidMetrics, uncountedStreams } from './held-metrics';
import { pathsAroundActivator, unheldCallees } from './held-paths';
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
    const held = heldMicroservice(scaled);
    return [
      ...unheldCallees(scaled),
      ...(held === undefined
        ? []
        : [...pathsAroundActivator(held), ...invalidMetrics(held), ...uncountedStreams(held)]),
    ];
  },
};
