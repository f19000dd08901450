import type { DeploymentWorkload } from '../../../program';
import type { Objective } from '../../../values';
import { failedShare } from '../query';
import { intervalSeconds } from './analysis';
import type { MetricTemplateSpec } from './types';

/** MetricTemplate of an objective: share of a new version's requests that failed it, over one step. */
export function metricTemplateSpec(facts: DeploymentWorkload, objective: Objective): MetricTemplateSpec {
  return {
    provider: { type: 'prometheus', address: facts.monitoring.address! },
    query: failedShare(facts.mesh.series!.candidate, objective, intervalSeconds(facts)),
  };
}
