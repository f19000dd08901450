import { type Detail, type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload, JobWorkload, Workload } from '../../../program';
import { AccessMode, RolloutKind, type VolumeSource } from '../../../values';

/** A claim for one node that several replicas or versions share. */
export const MS1072: Rule<DeploymentWorkload> = {
  code: 'MS1072',
  title: 'replicas share a claim that one node mounts',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Nodes take turns at the volume of a claim that is ReadWriteOnce: a second replica on another node never ' +
    'starts, and on the same node both write to the same files. A rollout that starts the new version before the ' +
    'old one has ended has two replicas for a while. A Microservice with such a claim has one replica and ' +
    '`Rollout.recreate()`; a StatefulService has a claim for each replica. Acknowledge it where a node selector ' +
    'names one node, and the program expects others to write beside it.',
  reads: 'volumes, scaling and rollout of the workload',

  evaluate: ({ containers, settings, stateful, perNode }) => {
    const { scaling, rollout } = settings.values;
    const claims = claimsForOne(containers);
    if (perNode !== undefined) return claims.map(ofAgent);
    const overlaps = stateful === undefined && rollout._kind !== RolloutKind.RECREATE;
    return claims.flatMap(({ claimName, accessMode }): Detail[] =>
      scaling.max <= 1 && !overlaps
        ? []
        : [
            {
              message:
                scaling.max > 1
                  ? `several replicas share the claim ${claimName}`
                  : `two versions share the claim ${claimName} during a rollout`,
              given:
                `the claim is ${accessMode}; there may be ${scaling.max} ` +
                `${scaling.max === 1 ? 'replica' : 'replicas'}, and the rollout is ${rollout._kind}`,
              allowed:
                stateful === undefined
                  ? 'one replica with Rollout.recreate(), and claims that are ReadWriteMany or ReadOnlyMany'
                  : 'claims of its own for each replica, and those that are ReadWriteMany or ReadOnlyMany',
              fix:
                stateful === undefined
                  ? 'state Scaling.fixed(1) and Rollout.recreate(), or a StatefulService with a claim for each replica'
                  : 'state the storage among claims, of which each replica has its own',
            },
          ],
    );
  },
};

function ofAgent({ claimName, accessMode }: OfClaim): Detail {
  return {
    message: `the pods of all nodes share the claim ${claimName}`,
    given: `the claim is ${accessMode}`,
    allowed: 'claims that are ReadWriteMany or ReadOnlyMany',
    fix: 'state such a claim, or Volume.hostPath() for data of the node',
  };
}

/** Pods of a job that run at once. */
export const MS1072_OF_JOB: Rule<JobWorkload> = {
  ...MS1072,
  evaluate: ({ containers, run: { parallelism = 1 } }) =>
    parallelism <= 1
      ? []
      : claimsForOne(containers).map(({ claimName, accessMode }) => ({
          message: `the pods of a run share the claim ${claimName}`,
          given: `the claim is ${accessMode}; run.parallelism was ${parallelism}`,
          allowed: 'one pod at once, and claims that are ReadWriteMany or ReadOnlyMany',
          fix: 'state run.parallelism 1, or a claim that many nodes mount',
        })),
};

/** Claims that one node mounts, each once. */
function claimsForOne(containers: Workload['containers']): OfClaim[] {
  const sources = containers.flatMap(({ mounts }) => mounts.map(({ volume }) => volume._source)).filter(isForOne);
  return [...new Map(sources.map((each) => [each.claimName, each])).values()];
}

type OfClaim = VolumeSource & { readonly kind: 'claim' };

function isForOne(source: VolumeSource): source is OfClaim {
  return (
    source.kind === 'claim' &&
    (source.accessMode === AccessMode.READ_WRITE_ONCE || source.accessMode === AccessMode.READ_WRITE_ONCE_POD)
  );
}
