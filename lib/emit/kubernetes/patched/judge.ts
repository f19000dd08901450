import type { Problem } from '../../../errors';
import { Workload, WorkloadKind } from '../../../program';
import { refusalsOf } from '../pod-security';
import { MS1026 } from '../rules';
import type { Json } from './followed-field';
import { timeProblems } from './times';

/** Problems of the final pods of a workload, whatever made them. */
export function problemsOfPods(facts: Workload, object: Json): Problem[] {
  return [
    ...securityProblems(facts, object),
    ...(facts.kind === WorkloadKind.DEPLOYMENT ? timeProblems(facts, object) : []),
  ];
}

function securityProblems({ podSecurity, cluster }: Workload, { spec }: Json): Problem[] {
  const template = (spec as Json | undefined)?.['template'] as Json | undefined;
  if (podSecurity === undefined || template?.['spec'] === undefined) return [];
  return refusalsOf(template, podSecurity, cluster.kubernetesVersion).map(([level, why]) => ({
    definition: MS1026,
    message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
    given: `with its patches, ${why}`,
    allowed: `pods that the level ${level} allows`,
    fix: 'leave the patch out, or state a lower podSecurity on the application stack',
  }));
}
