import { Call, FeatureSupport, MicroserviceFacts } from '../../../program';
import { CONCURRENCY, RolloutKind } from '../../../values';
import { MeshFeature } from '../features';
import type { Mesh } from '../mesh';

/** A microservice and the mesh of its platform. */
export interface MeshUses {
  readonly mesh: Mesh;
  readonly microservice: MicroserviceFacts;
}

/** A feature of meshes, and the statements of a microservice that ask for it. */
interface Use {
  readonly feature: MeshFeature;
  /** Callees, hosts, ports or names of settings. */
  readonly subjects: readonly string[];
}

/** The features that a microservice asks for and that the mesh has at a level of support. */
export function usesOf(mesh: Mesh, microservice: MicroserviceFacts, level: FeatureSupport['level']): Use[] {
  return usedFeatures(mesh, microservice).filter(
    ({ feature, subjects }) => subjects.length > 0 && mesh._features[feature].level === level,
  );
}

function usedFeatures(mesh: Mesh, { outbound, exposures, settings, activator }: MicroserviceFacts): Use[] {
  // No mesh has routes to functions.
  const callees = (asks: (call: Call) => boolean) =>
    [
      ...new Set(
        outbound
          .filter((call) => call.callee.workload?.runtime === undefined && asks(call))
          .map(({ callee }) => callee.name),
      ),
    ].sort();
  const byGateway = exposures.filter(
    ({ tlsSecret }) => tlsSecret !== undefined || mesh._features[MeshFeature.LOAD_BALANCER_EXPOSURE].level !== 'exact',
  );
  const hosts = (all: typeof exposures) => all.map(({ host, port }) => host ?? `port ${port ?? 'not named'}`).sort();
  return [
    { feature: MeshFeature.TIMEOUTS, subjects: callees(({ options: { timeout } }) => timeout !== undefined) },
    { feature: MeshFeature.RETRIES, subjects: callees(({ options: { retries } }) => (retries?.attempts ?? 0) > 0) },
    {
      feature: MeshFeature.REQUEST_AUTHORIZATION,
      subjects: callees(({ options: { methods = [], paths = [] } }) => methods.length + paths.length > 0),
    },
    { feature: MeshFeature.HELD_REQUESTS, subjects: activator === undefined ? [] : ['scaling'] },
    {
      feature: MeshFeature.TRAFFIC_SPLIT,
      subjects: settings.values.rollout.kind === RolloutKind.CANARY ? ['rollout'] : [],
    },
    {
      feature: MeshFeature.CONNECTION_POOLS,
      subjects: settings.values.concurrency === CONCURRENCY ? [] : ['concurrency'],
    },
    { feature: MeshFeature.TLS_ORIGINATION, subjects: callees(({ callee }) => callee.external?.tlsByProxy ?? false) },
    { feature: MeshFeature.GATEWAY_EXPOSURE, subjects: hosts(byGateway) },
    {
      feature: MeshFeature.LOAD_BALANCER_EXPOSURE,
      subjects: hosts(exposures.filter((exposure) => !byGateway.includes(exposure))),
    },
  ];
}
