import { burnRateAlerts } from './burn-rate';
import { CanaryStep, CanaryStepKind, type Objective, Rollout } from '../../values';

/** Seconds that a step lasts where neither a time nor the traffic is stated. */
export const STEP_SECONDS = 300;

/** Shortest step in seconds: two scrapes, and the rates over them. */
export const SHORTEST_STEP_SECONDS = 60;

/**
 * Share of failed requests at which a new version is taken back: where the fastest alert of the objective would page.
 */
export function abortThreshold(objective: Objective): number {
  return burnRateAlerts(objective)[0]!.threshold;
}

/**
 * Seconds until a version that just deserves to be taken back has shown as many failures as count:
 * failures / (requests a second x share of the canary x share of failures).
 */
export function secondsToJudge(objective: Objective, requestsPerSecond: number, percent: number): number {
  return Math.ceil(objective.minimumFailures / (requestsPerSecond * (percent / 100) * abortThreshold(objective)));
}

/** Seconds that a step lasts. Undefined for a step that a person ends. */
export function stepSeconds(step: CanaryStep, rollout: Rollout, judged: readonly Objective[]): number | undefined {
  if (step._kind === CanaryStepKind.APPROVAL) return undefined;
  if (step.pauseMillis !== undefined) return step.pauseMillis / 1000;
  const { requestsPerSecond } = rollout;
  const { _kind: kind, percent } = step;
  // Nobody knows how many requests have a header, and answers to copies are not judged.
  if (kind !== CanaryStepKind.WEIGHT || requestsPerSecond === undefined || percent === undefined || judged.length === 0)
    return STEP_SECONDS;
  return Math.max(
    SHORTEST_STEP_SECONDS,
    ...judged.map((objective) => secondsToJudge(objective, requestsPerSecond, percent)),
  );
}

/** The objectives that a new version is judged by: those of all requests. */
export function judgedObjectives({ objectives }: { readonly objectives: readonly Objective[] }): Objective[] {
  return objectives.filter(({ route }) => route === undefined);
}
