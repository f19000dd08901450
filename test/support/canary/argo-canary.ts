import { expectFields, notModelled } from '../decision/matching';
import { NEW, OLD, RolloutState, SETTLED, wantedReplicas } from './argo-state';
import type { Manifest } from './cluster';

const FIELDS = [
  'stableService',
  'canaryService',
  'steps',
  'trafficRouting',
  'maxSurge',
  'maxUnavailable',
  'scaleDownDelaySeconds',
  'abortScaleDownDelaySeconds',
  'analysis',
];

/** State of a canary between two steps. */
interface Progress {
  readonly weight: number;
  /** Stated by setCanaryScale, until it follows the weight again. */
  readonly scale?: { readonly weight?: number; readonly replicas?: number } | undefined;
  readonly managed: readonly any[];
}

/** Every state of a canary, in order; the way back from each of its steps is the same. */
export function canaryStates(rollout: Manifest): RolloutState[] {
  const { canary } = rollout.spec.strategy;
  expectFields(canary, FIELDS, `the canary of Rollout ${rollout.metadata.name}`);
  const { stableService, canaryService, trafficRouting } = canary;
  const count = wantedReplicas(rollout.spec);
  const isRouted = trafficRouting !== undefined;
  const targets = (stable: string, candidate: string) => ({
    ...(stableService !== undefined && { [stableService]: stable }),
    ...(canaryService !== undefined && { [canaryService]: candidate }),
  });
  const expected = (weight: number, managed: readonly any[] = []) => (isRouted ? { weight, ...ofRoutes(managed) } : {});
  const at = (
    name: string,
    replicas: RolloutState['replicas'],
    to: RolloutState['targets'],
    weight: number,
    share: number,
    managed: readonly any[] = [],
  ): RolloutState => ({
    name,
    replicas,
    targets: to,
    ...(isRouted && { weight, managed }),
    expected: expected(share, managed),
  });
  const replicas = ({ weight, scale }: Progress) => {
    const stated = scale?.replicas ?? Math.ceil((count * (scale?.weight ?? weight)) / 100);
    // Without routes, each version keeps a pod for as long as there are two.
    return isRouted || stated === 0
      ? { [OLD]: count, [NEW]: stated }
      : { [OLD]: Math.max(1, count - stated), [NEW]: stated };
  };

  const states = [
    at('as it is applied', { [OLD]: count }, {}, 0, 0),
    at(SETTLED, { [OLD]: count }, targets(OLD, OLD), 0, 0),
  ];
  let progress: Progress = { weight: 0, managed: [] };
  for (const [index, step] of (canary.steps ?? []).entries()) {
    const before = progress;
    progress = after(progress, step, rollout);
    const pods = replicas(progress);
    const label = `${index + 1}: ${JSON.stringify(step)}`;
    // Pods come first, then the canary's Service leads to them, then routes do.
    if (pods[NEW] > 0 && replicas(before)[NEW] === 0)
      states.push(
        at(`starting for step ${label}`, pods, targets(OLD, OLD), before.weight, before.weight, before.managed),
      );
    states.push(
      at(
        `step ${label}`,
        pods,
        targets(OLD, pods[NEW] === 0 ? OLD : NEW),
        progress.weight,
        progress.weight,
        progress.managed,
      ),
    );
  }
  const both = { [OLD]: count, [NEW]: count };
  return [
    ...states,
    at('aborted', both, targets(OLD, OLD), 0, 0),
    at('taken back', { [OLD]: count }, targets(OLD, OLD), 0, 0),
    at('after the last step', isRouted ? both : { [OLD]: 0, [NEW]: count }, targets(OLD, NEW), 100, 100),
    at('promoted', both, targets(NEW, NEW), 100, 100),
    at('with its weights back', both, targets(NEW, NEW), 0, 100),
    at('alone', { [NEW]: count }, targets(NEW, NEW), 0, 100),
  ];
}

function after(progress: Progress, step: any, rollout: Manifest): Progress {
  const [kind, ...others] = Object.keys(step);
  if (others.length > 0)
    throw new Error(`a step of Rollout ${rollout.metadata.name} is of several kinds: ${JSON.stringify(step)}`);
  const { managedRoutes = [] } = rollout.spec.strategy.canary.trafficRouting ?? {};
  const without = (name: string) => progress.managed.filter((each) => each.name !== name);
  const managed = (asked: any, make: object): Progress => {
    if (!managedRoutes.some(({ name }: any) => name === asked.name))
      throw new Error(`the route ${asked.name} is not among the managedRoutes of Rollout ${rollout.metadata.name}`);
    return {
      ...progress,
      managed: asked.match === undefined ? without(asked.name) : [...without(asked.name), { ...asked, ...make }],
    };
  };
  switch (kind) {
    case 'pause':
      return progress;
    case 'setWeight':
      return { ...progress, weight: step.setWeight };
    case 'setCanaryScale':
      return { ...progress, scale: step.setCanaryScale.matchTrafficWeight === true ? undefined : step.setCanaryScale };
    case 'setHeaderRoute':
      return managed(step.setHeaderRoute, { kind: 'header' });
    case 'setMirrorRoute':
      return managed(step.setMirrorRoute, { kind: 'mirror' });
    default:
      return notModelled(`the step ${JSON.stringify(step)} of Rollout ${rollout.metadata.name}`);
  }
}

function ofRoutes(managed: readonly any[]): RolloutState['expected'] {
  const header = managed.find(({ kind }) => kind === 'header');
  const mirror = managed.find(({ kind }) => kind === 'mirror');
  return {
    ...(header !== undefined && {
      header: { name: header.match[0].headerName, value: header.match[0].headerValue.exact },
    }),
    ...(mirror !== undefined && { copied: mirror.percentage ?? 100 }),
  };
}
