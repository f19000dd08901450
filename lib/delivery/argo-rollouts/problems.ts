import type { Problem } from '../../errors';
import { isLabelValue } from '../../kubernetes';
import { CanaryStepKind, exposedNumber, MicroserviceFacts, portOf, RolloutKind } from '../../model';

const SHORTEST_INTERVAL_SECONDS = 5;

/** What is wrong with a microservice that Argo Rollouts brings out. */
export function rolloutProblems(facts: MicroserviceFacts): Problem[] {
  switch (facts.settings.values.rollout.kind) {
    case RolloutKind.CANARY: return routeProblems(facts);
    case RolloutKind.BLUE_GREEN: return switchProblems(facts);
    default: return [];
  }
}

/** Only routes tell requests by header from others, and copy them. */
function routeProblems({ name, delivery: { versions }, mesh: { routes = [] }, settings, inbound, exposures, ports }: MicroserviceFacts): Problem[] {
  const kinds = settings.values.rollout.steps.map(({ kind }) => kind).filter((kind) => kind === CanaryStepKind.HEADER || kind === CanaryStepKind.MIRROR);
  if (kinds.length === 0) return [];
  const used = new Set([...inbound.map((call) => portOf(call)?.number), ...exposures.map((exposure) => exposedNumber(exposure, ports))]);
  // The controller gives its own routes the port of the first of the others.
  if (used.size > 1) {
    return [{
      code: 'MS6120', message: `a route of the controller would lead all requests to one port of ${name}`, given: `steps by ${[...new Set(kinds)].sort().join(' and ')}, and requests to ports ${[...used].sort().join(', ')}`,
      allowed: 'steps by header and copies for microservices of one called port', fix: 'state steps by weight, or serve the ports by microservices of their own',
    }];
  }
  return versions !== undefined && routes.length > 0 ? [] : [{
    code: 'MS6120', message: `no route leads requests to the new version of ${name}`, given: `steps by ${[...new Set(kinds)].sort().join(' and ')}, ${versions === undefined ? 'and no mesh that splits its requests' : 'and nobody calls it, nor is it exposed'}`,
    allowed: 'steps by weight and approvals', fix: 'state steps by weight, or the mesh and the calls that requests come by',
  }];
}

function switchProblems({ name, ports, exposures, mesh }: MicroserviceFacts): Problem[] {
  if (ports.length === 0) {
    return [{ code: 'MS6121', message: `${name} has no Service to switch`, given: 'it has no ports', allowed: 'blue-green switches of microservices with ports', fix: 'state Rollout.rolling(), or Rollout.recreate()' }];
  }
  return exposures.length === 0 || mesh.gateway !== undefined ? [] : [{
    code: 'MS6121', message: `requests from outside reach both versions of ${name} before the switch`, given: 'it is exposed by a load balancer, which sends them to pods of both', allowed: 'exposures by a gateway of the mesh, which are switched with the Service', fix: 'state an ingress gateway on the platform, or another rollout',
  }];
}

/** What is wrong with what is stated of the controller. */
export function controllerProblems(instanceId: string | undefined, intervalSeconds: number): Problem[] {
  return [
    ...(instanceId === undefined || (instanceId !== '' && isLabelValue(instanceId)) ? [] : [{ code: 'MS6122' as const, message: 'the instance of Argo Rollouts is none', given: `instanceId was '${instanceId}'`, allowed: 'values of labels', fix: 'state it as the controller is started with' }]),
    ...(Number.isInteger(intervalSeconds) && intervalSeconds >= SHORTEST_INTERVAL_SECONDS ? [] : [{ code: 'MS6122' as const, message: 'the time between two looks at a new version is impossible', given: `analysisInterval was ${intervalSeconds} s`, allowed: `whole seconds from ${SHORTEST_INTERVAL_SECONDS}`, fix: 'correct it' }]),
  ];
}
