import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { DeploymentWorkload } from '../../../program';
import type { Objective } from '../../../values';
import { failureCondition, HASH_ARGUMENT, objectiveAnalyses, windowSeconds } from './analysis';
import { failedShare } from '../query';

/** Failed queries of Prometheus in a row that the controller tolerates. With one more, it aborts the rollout. */
const ERRORS_IN_A_ROW = 4;

/**
 * AnalysisTemplate of an objective: it aborts the rollout the first time that the error budget burns as fast as would
 * page.
 */
export function analysisTemplateSpec(
  facts: DeploymentWorkload,
  objective: Objective,
  intervalSeconds: number,
): IAnalysisTemplate['spec'] {
  const { series = [], byHash = false } =
    objectiveAnalyses(facts).find((judged) => judged.objective === objective) ?? {};
  return {
    ...(byHash && { args: [{ name: HASH_ARGUMENT }] }),
    metrics: [
      {
        name: objective.name,
        interval: `${intervalSeconds}s`,
        failureCondition: failureCondition(objective),
        failureLimit: 0,
        consecutiveErrorLimit: ERRORS_IN_A_ROW,
        provider: {
          prometheus: {
            address: facts.monitoring.address!,
            query: failedShare(series, objective, windowSeconds(facts)),
          },
        },
      },
    ],
  };
}
