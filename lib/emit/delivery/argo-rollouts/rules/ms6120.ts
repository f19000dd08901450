import { Rule, Severity } from '../../../../errors';
import { Edge, DeploymentWorkload, Reach, unique } from '../../../../program';
import { RolloutKind } from '../../../../values';
import { isRouted } from '../steps';

/** Routes lead to the new version where a step needs them: steps by header and by copy. */
export const MS6120: Rule<DeploymentWorkload> = {
  code: 'MS6120',
  title: 'no route leads to a new version',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Steps by header and by copy need routes that lead to the new version: a mesh that splits requests, and a ' +
    'caller or an exposure whose requests go through it. They stand below the routes of callers, which are ' +
    'then told apart only by their names: callers of one name in several namespaces need the same policy.',
  reads: 'rollout and callers of the microservice, mesh',

  evaluate: ({ name, delivery: { versions }, mesh: { routes = [] }, settings, inbound }) => {
    const { rollout } = settings.values;
    const kinds = rollout.steps.filter(isRouted).map(({ _kind: kind }) => kind);
    if (rollout._kind !== RolloutKind.CANARY || kinds.length === 0) return [];
    const steps = `steps by ${unique(kinds).join(' and ')}`;
    if (versions === undefined || routes.length === 0)
      return [
        {
          message: `no route leads requests to the new version of ${name}`,
          given:
            `${steps}, ` +
            `${versions === undefined ? 'and no mesh that splits its requests' : 'and no callers or exposures'}`,
          allowed: 'steps by weight and approvals',
          fix: 'state steps by weight, or the mesh and the calls that requests come by',
        },
      ];
    return namesakes(inbound).map(([caller, namespaces]) => ({
      message: `callers of ${name} cannot be told apart where the controller makes routes`,
      given:
        `${steps}, and calls of ${caller}, in ${namespaces.join(' and in ')}, that differ in timeout, retries ` +
        'or requests: below a route for a namespace, Istio leaves others out',
      allowed: 'callers of different names, or calls that are stated alike',
      fix: 'state the same for both calls, or rename one of the callers',
    }));
  },
};

/** Callers of one name that call a port from several namespaces, in different ways. */
function namesakes(inbound: readonly Edge[]): [string, string[]][] {
  // By caller and port, then by namespace.
  const ways = new Map<string, Map<string, Set<string>>>();
  for (const call of inbound) {
    const { caller } = call;
    const port = call.port;
    // Ports without requests have no routes either.
    if (caller.workload === undefined || port?.protocol.hasRequests !== true || call.reach === Reach.CLUSTER) continue;
    const key = `${caller.name}:${port.number}`;
    const { namespace } = caller.workload;
    const byNamespace = ways.get(key) ?? new Map<string, Set<string>>();
    ways.set(key, byNamespace.set(namespace, (byNamespace.get(namespace) ?? new Set()).add(treatment(call))));
  }
  const unlike = [...ways].filter(
    ([, byNamespace]) => new Set([...byNamespace.values()].map((stated) => [...stated].sort().join())).size > 1,
  );
  return unlike
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, byNamespace]) => [key.replace(':', ' at port '), [...byNamespace.keys()].sort()]);
}

function treatment(call: Edge): string {
  const { methods = [], paths = [] } = call.options;
  return JSON.stringify([call.policy, [...methods].sort(), [...paths].sort()]);
}
