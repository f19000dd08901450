import type { Problem } from '../../../errors';
import { isLabelValue } from '../../kubernetes';
import { Call, crossesClusters, DeploymentWorkload, policyOf, portOf } from '../../../program';
import { RolloutKind } from '../../../values';
import { isRouted } from './steps';

const SHORTEST_INTERVAL_SECONDS = 5;

/** Problems of a microservice under Argo Rollouts. */
export function rolloutProblems(facts: DeploymentWorkload): Problem[] {
  switch (facts.settings.values.rollout._kind) {
    case RolloutKind.CANARY:
      return routeProblems(facts);
    case RolloutKind.BLUE_GREEN:
      return switchProblems(facts);
    default:
      return [];
  }
}

/** Only routes tell requests by header from others, and copy them. */
function routeProblems({
  name,
  delivery: { versions },
  mesh: { routes = [] },
  settings,
  inbound,
}: DeploymentWorkload): Problem[] {
  const kinds = settings.values.rollout.steps.filter(isRouted).map(({ _kind: kind }) => kind);
  if (kinds.length === 0) return [];
  const steps = `steps by ${[...new Set(kinds)].sort().join(' and ')}`;
  if (versions === undefined || routes.length === 0) {
    return [
      {
        code: 'MS6120',
        message: `no route leads requests to the new version of ${name}`,
        given:
          `${steps}, ` +
          (versions === undefined ? 'and no mesh that splits its requests' : 'and nobody calls it, nor is it exposed'),
        allowed: 'steps by weight and approvals',
        fix: 'state steps by weight, or the mesh and the calls that requests come by',
      },
    ];
  }
  return namesakes(inbound).map(([caller, namespaces]): Problem => ({
    code: 'MS6120',
    message: `callers of ${name} cannot be told apart where the controller makes routes`,
    given:
      `${steps}, and calls of ${caller}, in ${namespaces.join(' and in ')}, that differ in timeout, retries ` +
      'or requests: below a route for a namespace, Istio leaves others out',
    allowed: 'callers of different names, or calls that are stated alike',
    fix: 'state the same for both calls, or rename one of the callers',
  }));
}

/** Callers of one name that call a port from several namespaces, in different ways. */
function namesakes(inbound: readonly Call[]): [string, string[]][] {
  // By caller and port, then by namespace.
  const ways = new Map<string, Map<string, Set<string>>>();
  for (const call of inbound) {
    const { caller } = call;
    const port = portOf(call);
    // What has no requests has no routes either.
    if (caller.workload === undefined || port?.protocol.hasRequests !== true || crossesClusters(call)) continue;
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

function treatment(call: Call): string {
  const { methods = [], paths = [] } = call.options;
  return JSON.stringify([policyOf(call), [...methods].sort(), [...paths].sort()]);
}

function switchProblems({ name, ports, exposures, mesh }: DeploymentWorkload): Problem[] {
  if (ports.length === 0) {
    return [
      {
        code: 'MS6121',
        message: `${name} has no Service to switch`,
        given: 'it has no ports',
        allowed: 'blue-green switches of microservices with ports',
        fix: 'state Rollout.rolling(), or Rollout.recreate()',
      },
    ];
  }
  return exposures.length === 0 || mesh.gateway !== undefined
    ? []
    : [
        {
          code: 'MS6121',
          message: `requests from outside reach both versions of ${name} before the switch`,
          given: 'it is exposed by a load balancer, which sends them to pods of both',
          allowed: 'exposures by a gateway of the mesh, which are switched with the Service',
          fix: 'state an ingress gateway on the platform, or another rollout',
        },
      ];
}

/** Problems of the controller's props. */
export function controllerProblems(instanceId: string | undefined, intervalSeconds: number): Problem[] {
  return [
    ...(instanceId === undefined || (instanceId !== '' && isLabelValue(instanceId))
      ? []
      : [
          {
            code: 'MS6122' as const,
            message: 'the instance of Argo Rollouts is none',
            given: `instanceId was '${instanceId}'`,
            allowed: 'values of labels',
            fix: 'state it as the controller is started with',
          },
        ]),
    ...(Number.isInteger(intervalSeconds) && intervalSeconds >= SHORTEST_INTERVAL_SECONDS
      ? []
      : [
          {
            code: 'MS6122' as const,
            message: 'the time between two looks at a new version is impossible',
            given: `analysisInterval was ${intervalSeconds} s`,
            allowed: `whole seconds from ${SHORTEST_INTERVAL_SECONDS}`,
            fix: 'correct it',
          },
        ]),
  ];
}
