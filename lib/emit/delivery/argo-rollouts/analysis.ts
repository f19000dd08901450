import {
  abortThreshold,
  judgedObjectives,
  DeploymentDefinition,
  DeploymentWorkload,
  requestSeries,
  STEP_SECONDS,
  stepSeconds,
} from '../../../program';
import { CanaryStepKind, Objective, RequestSeries, RolloutKind, narrowed } from '../../../values';

/** Argument of analyses by which a version's own series are found. */
export const HASH_ARGUMENT = 'canary-hash';

/** Analysis of a new version by one objective. */
export interface ObjectiveAnalysis {
  readonly objective: Objective;
  /** Name of its AnalysisTemplate. */
  readonly template: string;
  /** Requests to the new version: those of a list are added. */
  readonly series: readonly RequestSeries[];
  /** True when the series are selected by the hash of the version. */
  readonly byHash: boolean;
}

/**
 * Objectives that may judge a new version of a microservice. Each has an AnalysisTemplate, whatever calls are stated.
 */
export function templates(facts: DeploymentDefinition): { readonly objective: Objective; readonly template: string }[] {
  const { rollout } = facts.settings.values;
  const {
    delivery: { versions },
    proxied,
    monitoring,
    requestMetrics,
    name,
  } = facts;
  if (
    rollout._kind !== RolloutKind.CANARY ||
    rollout.analysis !== true ||
    monitoring.address === undefined ||
    !monitoring.scrapes
  )
    return [];
  const isMeasured = requestMetrics !== undefined || (versions !== undefined && proxied);
  return isMeasured
    ? judgedObjectives(facts).map((objective) => ({ objective, template: `${name}-${objective.name}` }))
    : [];
}

/** Analyses of a new version: the objectives whose series tell its requests from those of the old version. */
export function objectiveAnalyses(facts: DeploymentWorkload): ObjectiveAnalysis[] {
  return templates(facts).flatMap(({ objective, template }) => {
    const found = seriesOf(facts, objective);
    return found === undefined ? [] : [{ objective, template, ...found }];
  });
}

/**
 * Seconds over which requests are counted: the longest step by weight, so that each can show as many failures as count.
 */
export function windowSeconds(facts: DeploymentWorkload): number {
  const { rollout } = facts.settings.values;
  const lengths = rollout.steps
    .filter(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT)
    .map((step) => stepSeconds(step, rollout, judgedObjectives(facts))!);
  return Math.ceil(Math.max(STEP_SECONDS, ...lengths));
}

/** Share of failed requests above which the new version is taken back. */
export function failureCondition(objective: Objective): string {
  return `result[0] > ${abortThreshold(objective)}`;
}

function seriesOf(
  facts: DeploymentWorkload,
  objective: Objective,
): Pick<ObjectiveAnalysis, 'series' | 'byHash'> | undefined {
  const series = requestSeries(facts, objective);
  if (series === undefined) return undefined;
  const {
    mesh,
    delivery: { versions },
    versionLabel = '',
  } = facts;
  if (isOfMesh(series, mesh)) {
    // A mesh knows hosts: both versions have one where nothing splits requests.
    return versions === undefined || mesh.series!.candidate.length === 0
      ? undefined
      : { series: mesh.series!.candidate, byHash: false };
  }
  return {
    series: [
      narrowed(series, [
        {
          label: versionLabel.replace(/\W/g, '_'),
          operator: '=',
          value: `{{args.${HASH_ARGUMENT}}}`,
          isTemplate: true,
        },
      ]),
    ],
    byHash: true,
  };
}

function isOfMesh({ total }: RequestSeries, { series }: DeploymentWorkload['mesh']): boolean {
  return series !== undefined && series.inbound.total.some(({ metric }) => metric === total[0]?.metric);
}
