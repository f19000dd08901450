import {
  abortThreshold,
  judgedObjectives,
  DeploymentDefinition,
  DeploymentWorkload,
  SHORTEST_STEP_SECONDS,
  STEP_SECONDS,
  stepSeconds,
} from '../../../program';
import { CanaryStep, CanaryStepKind, MetricSource, Objective, Rollout, RolloutKind, Scaling } from '../../../values';
import type { CanaryAnalysis, CanaryMetric, CanaryWebhook } from './types';

/** Failed looks after which a version is taken back, which Flagger does when the next one is due. */
const THRESHOLD = 1;

/** Smallest share of the requests that a step of a promotion moves: ten steps at most. */
const LEAST_PROMOTION_PERCENT = 10;

/** The objectives that Flagger can ask about: those of all requests, as callers' proxies saw them. */
export function analysedObjectives(facts: DeploymentDefinition): Objective[] {
  const { rollout } = facts.settings.values;
  const { monitoring, proxied } = facts;
  if (rollout.analysis === false || !monitoring.scrapes || monitoring.address === undefined || !proxied) return [];
  return judgedObjectives(facts).filter(({ source }) => source !== MetricSource.APPLICATION);
}

/** Name of the MetricTemplate of an objective. */
export function templateName({ name }: Pick<DeploymentWorkload, 'name'>, objective: Objective): string {
  return `${name}-${objective.name}`;
}

/**
 * Seconds between two checks of a new version.
 *
 * Each step lasts that long, so it is the length of the longest step.
 */
export function intervalSeconds(facts: DeploymentWorkload): number {
  const { rollout } = facts.settings.values;
  if (rollout._kind === RolloutKind.BLUE_GREEN) return SHORTEST_STEP_SECONDS;
  return Math.max(
    ...timedSteps(rollout).map((step) => stepSeconds(step, rollout, judgedObjectives(facts))!),
    ...(timedSteps(rollout).length === 0 ? [STEP_SECONDS] : []),
  );
}

/** Steps that end by themselves. */
export function timedSteps({ steps }: Rollout): CanaryStep[] {
  return steps.filter(({ _kind: kind }) => kind !== CanaryStepKind.APPROVAL);
}

/** Analysis of a Canary. */
export function analysisOf(facts: DeploymentWorkload, gate: string | undefined): CanaryAnalysis {
  const interval = `${intervalSeconds(facts)}s`;
  const metrics = analysedObjectives(facts).map((objective): CanaryMetric => ({
    name: objective.name,
    interval,
    templateRef: { name: templateName(facts, objective) },
    thresholdRange: { max: abortThreshold(objective) },
  }));
  const webhooks = gate === undefined ? [] : gates(facts.settings.values.rollout, gate);
  return {
    interval,
    threshold: THRESHOLD,
    ...wayOf(facts.settings.values),
    ...(metrics.length > 0 && { metrics }),
    ...(webhooks.length > 0 && { webhooks }),
  };
}

function wayOf({ rollout, scaling }: DeploymentWorkload['settings']['values']): Partial<CanaryAnalysis> {
  const [header] = rollout.steps.filter(({ _kind: kind }) => kind === CanaryStepKind.HEADER);
  const [mirror] = rollout.steps.filter(({ _kind: kind }) => kind === CanaryStepKind.MIRROR);
  if (rollout._kind === RolloutKind.BLUE_GREEN) return { iterations: 1 };
  if (header !== undefined)
    return { iterations: 1, match: [{ headers: { [header.headerName!]: { exact: header.headerValue! } } }] };
  const weights = rollout.steps
    .filter(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT)
    .map(({ percent }) => percent!);
  const back = promotionStep(weights);
  return {
    stepWeights: weights,
    // In one step, Flagger would send all requests to replicas that an autoscaler left for those of the last weight.
    ...(isScaled(scaling) && back < (weights.at(-1) ?? 0) && { stepWeightPromotion: back }),
    ...(mirror !== undefined && { mirror: true, mirrorWeight: mirror.percent! }),
  };
}

/** Tells if the number of replicas follows from a load. */
export function isScaled({ autoscaled, min, max }: Scaling): boolean {
  return autoscaled && min < max;
}

/**
 * Percent of the requests that come back at once to the version that is promoted: at most as many as it has, so that
 * none of the steps more than doubles them, and no more than any step of the canary took.
 *
 * Doubling is what Kubernetes lets autoscalers do in one period. Every step lasts an interval.
 */
function promotionStep(weights: readonly number[]): number {
  const increases = weights.map((percent, at) => percent - (weights[at - 1] ?? 0));
  return Math.max(LEAST_PROMOTION_PERCENT, Math.min(Math.max(...increases), 100 - weights.at(-1)!));
}

/** Webhooks that gate the begin and the end of a rollout. */
function gates({ _kind: kind, steps, autoPromotion }: Rollout, url: string): CanaryWebhook[] {
  const asks = (step: CanaryStep | undefined) => step?._kind === CanaryStepKind.APPROVAL;
  const begins = kind === RolloutKind.CANARY && asks(steps[0]);
  const ends = kind === RolloutKind.BLUE_GREEN ? autoPromotion === false : steps.length > 1 && asks(steps.at(-1));
  return [
    ...(begins ? [{ name: 'begin', type: 'confirm-rollout' as const, url }] : []),
    ...(ends ? [{ name: 'promote', type: 'confirm-promotion' as const, url }] : []),
  ];
}
