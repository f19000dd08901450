import type { Problem } from '../../../errors';
import { Workload, WorkloadKind } from '../../../program';
import { isMovable } from '../../../values';
import { refusalsOf } from '../pod-security';
import { MS1005, MS1026 } from '../rules';
import { templateIn } from '../template';
import type { Json } from './followed-field';
import { timeProblems } from './times';

type Container = { readonly name: string; readonly image: string };
type Pod = { initContainers?: Container[]; containers?: Container[] };

/** Problems of the final pods of a workload, whatever made them. */
export function problemsOfPods(facts: Workload, object: Json): Problem[] {
  return [
    ...securityProblems(facts, object),
    ...imageProblems(facts, object),
    ...(facts.kind === WorkloadKind.DEPLOYMENT ? timeProblems(facts, object) : []),
  ];
}

function securityProblems({ podSecurity, cluster }: Workload, object: Json): Problem[] {
  const template = templateIn(object);
  if (podSecurity === undefined || template?.['spec'] === undefined) return [];
  return refusalsOf(template, podSecurity, cluster.kubernetesVersion).map(([level, why]) => ({
    definition: MS1026,
    message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
    given: `with its patches, ${why}`,
    allowed: `pods that the level ${level} allows`,
    fix: 'leave the patch out, or state a lower podSecurity on the application stack',
  }));
}

/** Placeholder for an image that the injector of a mesh puts in. */
const INJECTED = 'auto';

/** Images that patches bring. Those that are stated are judged where they are stated. */
function imageProblems(facts: Workload, object: Json): Problem[] {
  const stated = new Set(facts.containers.map(({ image }) => image));
  const pod = templateIn(object)?.['spec'] as Pod | undefined;
  return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])]
    .filter(({ image }) => isMovable(image) && image !== INJECTED && !stated.has(image))
    .map(({ name, image }) => ({
      definition: MS1005,
      message: 'the image changes without notice',
      given: `with its patches, the image of container ${name} was '${image}'`,
      allowed: 'a tag other than latest, or a digest',
      fix: 'state a version in the patch',
    }));
}
