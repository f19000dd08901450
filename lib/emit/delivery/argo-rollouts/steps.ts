import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { judgedObjectives, DeploymentWorkload, stepSeconds } from '../../../program';
import { CanaryStep, CanaryStepKind } from '../../../values';
import { drainSeconds } from './times';

/** A step of a Rollout. */
export type RolloutStep = NonNullable<
  NonNullable<NonNullable<IRollout['spec']['strategy']>['canary']>['steps']
>[number];

/** Percent of the replicas that a version gets to which requests go by header, where no step by weight says it. */
const HEADER_SCALE = 10;

/**
 * Condition that every request meets, since every request has a path.
 *
 * A condition on `uri` would exclude that of a caller's route.
 */
const EVERY_PATH = { headers: { ':path': { prefix: '/' } } };

const APPROVAL: RolloutStep = { pause: {} };
const FOLLOW_WEIGHT: RolloutStep = { setCanaryScale: { matchTrafficWeight: true } };

/**
 * Names of the routes that the controller makes for header and mirror steps, in the order of the steps.
 *
 * The first match wins.
 */
export function managedRoutes(facts: DeploymentWorkload): string[] {
  return facts.settings.values.rollout.steps.flatMap((step, at) =>
    isRouted(step) ? [routeName(facts.name, step, at)] : [],
  );
}

/** Steps of a canary. Without routes, steps that need them are left out. */
export function canarySteps(facts: DeploymentWorkload, routed: boolean): RolloutStep[] {
  const { rollout } = facts.settings.values;
  const judged = rollout.analysis === true ? judgedObjectives(facts) : [];
  const pause = (step: CanaryStep): RolloutStep => ({
    pause: { duration: seconds(stepSeconds(step, rollout, judged)!) },
  });
  const steps: RolloutStep[] = [];
  // Replicas that were asked for by number stay until weights decide again.
  let scaled = false;
  const weigh = (percent: number) => {
    steps.push(
      ...(scaled
        ? [{ setCanaryScale: { weight: percent } }, { setWeight: percent }, FOLLOW_WEIGHT]
        : [{ setWeight: percent }]),
    );
    scaled = false;
  };
  for (const [at, step] of rollout.steps.entries()) {
    if (step._kind === CanaryStepKind.APPROVAL) steps.push(APPROVAL);
    else if (step._kind === CanaryStepKind.WEIGHT) {
      weigh(step.percent!);
      steps.push(pause(step));
    } else if (routed) {
      const [begin, end] = route(step, routeName(facts.name, step, at));
      steps.push(
        { setCanaryScale: { weight: step.percent ?? nextWeight(rollout.steps.slice(at)) } },
        begin,
        pause(step),
        end,
      );
      scaled = true;
    }
  }
  if (routed) {
    // The old version keeps its replicas while what it has under way ends; then nobody is sent to its Service, whose
    // selector changes.
    weigh(100);
    steps.push({ pause: { duration: seconds(drainSeconds(facts)) } });
  }
  return steps;
}

/** Tells if the controller makes a route for a step. */
export function isRouted({ _kind: kind }: CanaryStep): boolean {
  return kind === CanaryStepKind.HEADER || kind === CanaryStepKind.MIRROR;
}

function routeName(name: string, { _kind: kind }: CanaryStep, at: number): string {
  return `${name}-${kind}-${at + 1}`;
}

/** Step that sets a route. The same step without a match removes the route. */
function route(
  { _kind: kind, headerName, headerValue, percent }: CanaryStep,
  name: string,
): [RolloutStep, RolloutStep] {
  if (kind === CanaryStepKind.HEADER) {
    return [
      { setHeaderRoute: { name, match: [{ headerName: headerName!, headerValue: { exact: headerValue! } }] } },
      { setHeaderRoute: { name } },
    ];
  }
  return [{ setMirrorRoute: { name, percentage: percent!, match: [EVERY_PATH] } }, { setMirrorRoute: { name } }];
}

function nextWeight(steps: readonly CanaryStep[]): number {
  return steps.find(({ _kind: kind }) => kind === CanaryStepKind.WEIGHT)?.percent ?? HEADER_SCALE;
}

function seconds(count: number): string {
  return `${Math.ceil(count)}s`;
}
