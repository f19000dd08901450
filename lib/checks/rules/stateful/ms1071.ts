import { type Detail, type Rule, Severity } from '../../../errors';
import { statefulOf, type Workload, WorkloadKind } from '../../../program';

/** Claims and mounts that do not belong together. */
export const MS1071: Rule<Workload> = {
  code: 'MS1071',
  title: 'a claim and its mounts do not belong together',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Kubernetes makes the claims that a StatefulService states, the program those that a Microservice mounts, and ' +
    'nobody others. A claim that no container mounts costs storage that nobody uses. Functions mount no claims: ' +
    'Knative keeps no state.',
  reads: 'claims and mounts of the workload',

  evaluate: (workload) => {
    const { containers, kind } = workload;
    const claims = (statefulOf(workload)?.claims ?? []).map(({ name }) => name);
    const mounted = containers.flatMap(({ name: container, mounts }) =>
      mounts.map(({ path, volume: { name, _source: source } }) => ({ container, path, name, kind: source.kind })),
    );
    const own = mounted.filter((mount) => mount.kind === 'ownClaim');
    return [
      ...own
        .filter(({ name }) => !claims.includes(name))
        .map(({ container, path, name }): Detail => ({
          message: `the claim ${name} is mounted, and nothing states it`,
          given: `container ${container} mounts it at ${path}`,
          allowed: 'mounts of the claims of a StatefulService or Microservice',
          fix:
            statefulOf(workload) === undefined
              ? 'state a Microservice or StatefulService, or Volume.claimNamed() for a claim that is made elsewhere'
              : 'state it among claims too',
        })),
      ...claims
        .filter((claim) => !own.some(({ name }) => name === claim))
        .map((claim): Detail => ({
          message: `no container mounts the claim ${claim}`,
          given: `claim ${claim} had no path`,
          allowed: 'claims with a path, or with a mount in a container',
          fix: `state its path, or mount it by claim.at(), or leave it out`,
        })),
      ...mounted
        .filter(({ kind: of }) => (of === 'claim' || of === 'hostPath') && kind === WorkloadKind.FUNCTION)
        .map(({ container, path, name, kind: of }): Detail => ({
          message: of === 'claim' ? 'a function mounts a claim' : 'a function mounts a path of its node',
          given: `container ${container} mounts ${name} at ${path}`,
          allowed: of === 'claim' ? 'claims of microservices and stateful services' : 'paths of the node of agents',
          fix: 'state a Microservice, or keep the data elsewhere',
        })),
    ];
  },
};
