import { notModelled } from '../decision/matching';
import { blueGreenStates } from './argo-blue-green';
import { canaryStates } from './argo-canary';
import { added, changed, Manifest, Named, Objects, ofKind } from './cluster';
import { routed } from './argo-routes';
import { HASH, NEW, RolloutState, SETTLED } from './argo-state';
import type { Stage } from './stage';

/** Every Rollout before anything is rolled out. */
export function settledRollouts(objects: Objects): Objects {
  return rolloutsOf(objects).reduce(
    (before, rollout) =>
      render(
        before,
        rollout,
        statesOf(rollout).find(({ name }) => name === SETTLED)!,
      ),
    objects,
  );
}

/** The stages of every Rollout, while the others stand still. */
export function walkRollouts(objects: Objects): Stage[] {
  return rolloutsOf(objects).flatMap((rollout) => {
    const others = settledRollouts(objects.filter((each) => each !== rollout));
    return statesOf(rollout).map((state): Stage => ({
      name: state.name,
      of: accountOf(rollout),
      objects: render([...others, rollout], rollout, state),
      candidate: [nameOf(rollout, NEW)],
      ...state.expected,
    }));
  });
}

/** The Rollouts among objects. */
export function rolloutsOf(objects: Objects): Manifest[] {
  return ofKind(objects, 'argoproj.io', 'Rollout');
}

/** Namespace and service account of the pods. */
function accountOf({ metadata: { namespace }, spec: { template } }: Manifest): Named {
  return { namespace, name: template.spec.serviceAccountName };
}

function statesOf(rollout: Manifest): RolloutState[] {
  const { strategy, template, workloadRef } = rollout.spec;
  if (template === undefined || workloadRef !== undefined)
    notModelled(`the workloadRef of Rollout ${rollout.metadata.name}`);
  return strategy.blueGreen === undefined ? canaryStates(rollout) : blueGreenStates(rollout);
}

/** The cluster in a state: pods instead of the Rollout, selectors with a hash, routes with weights. */
function render(
  objects: Objects,
  rollout: Manifest,
  { replicas, targets, weight, managed = [] }: RolloutState,
): Objects {
  const { namespace } = rollout.metadata;
  const sets = Object.entries(replicas)
    .filter(([, count]) => count > 0)
    .map(([hash, count]) => replicaSet(rollout, hash, count));
  const pods = added(
    objects.filter((each) => each !== rollout),
    sets,
  );
  const services = Object.entries(targets).reduce(
    (before, [name, hash]) =>
      changed(before, 'Service', { namespace, name }, (spec) => ({
        ...spec,
        selector: { ...spec.selector, [HASH]: hash },
      })),
    pods,
  );
  return weight === undefined ? services : routed(services, rollout, weight, managed);
}

function nameOf({ metadata: { name } }: Manifest, hash: string): string {
  return `${name}-${hash}`;
}

function replicaSet(rollout: Manifest, hash: string, replicas: number): Manifest {
  const {
    metadata: { namespace },
    spec: { selector, template },
  } = rollout;
  const labels = { ...template.metadata.labels, [HASH]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: nameOf(rollout, hash), namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: { ...selector.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}
