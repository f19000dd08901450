import { type Rule, Severity } from '../../../errors';
import { type Edge, staysInCluster, type Workload } from '../../../program';
import type { IdentityFacts } from './identity-facts';

/** A shared ServiceAccount admits a workload where it states no call. */
export const MS1153: Rule<IdentityFacts> = {
  code: 'MS1153',
  title: 'a shared ServiceAccount admits a workload where it states no call',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'In a mesh, the ServiceAccount is the identity of a workload. A callee that admits a call of one workload ' +
    'admits those of all that share the account. Network policies still tell them apart by their labels; where ' +
    'one of the two has none, nothing does.',
  reads: 'accounts and calls of the namespace',

  evaluate: ({ workload, sharers }) => {
    // Without a proxy, it has no identity that a callee could admit.
    if (workload.mesh.membership === undefined) return [];
    const own = workload.outbound.map(reached);
    const gained = sharers.flatMap(({ path, workload: sharer }) => {
      const theirs = sharer.outbound.filter(isAdmitted).filter((edge) => !own.includes(reached(edge)));
      return theirs.length === 0 ? [] : [`${names(theirs)}, by the calls of ${path}`];
    });
    return gained.length === 0
      ? []
      : [
          {
            message: `${workload.name} is admitted where it states no call`,
            given: `the account ${workload.account.name} is shared, and admits it to ${gained.join('; and to ')}`,
            allowed: 'an account for each workload that calls something else',
            fix: `state Account.own() for one of them${refusal(workload)}`,
          },
        ];
  },
};

/** Calls that the proxy of a callee judges by the account. */
function isAdmitted(edge: Edge): boolean {
  return (
    staysInCluster(edge) &&
    edge.port?.protocol.transport === 'TCP' &&
    edge.callee.workload !== undefined &&
    edge.callee.workload.outsideMesh !== true
  );
}

function reached({ callee, port, requests }: Edge): string {
  return JSON.stringify([callee.id, port?.number, requests?.methods, requests?.paths]);
}

function names(edges: readonly Edge[]): string {
  return [...new Set(edges.map(({ callee, port }) => `port ${port!.number} of ${callee.name}`))].sort().join(' and ');
}

function refusal({ settings }: Workload): string {
  return settings.values.networkPolicy
    ? ', or acknowledge it: network policies refuse these calls'
    : ', or state security.networkPolicy, which refuses these calls';
}
