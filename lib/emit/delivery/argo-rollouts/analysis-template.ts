import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { DeploymentWorkload } from '../../../program';
import type { Objective } from '../../../values';
import { failureCondition, HASH_ARGUMENT, objectiveAnalyses, windowSeconds } from './analysis';
import { failedShare } from '../query';

/** Answers of Prometheus that may fail in a row; the controller takes a version back after that. */
const ERRORS_IN_A_ROW = 4;

/**
 * An objective as the controller asks for it: the first time that the budget burns as fast as would page somebody, the
 * new version is taken back.
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
