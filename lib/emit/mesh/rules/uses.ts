import { Edge, FeatureSupport, DeploymentWorkload, originOf, POLICIES, POLICY_NAMES, unique } from '../../../program';
import { type CallStatement, RolloutKind } from '../../../values';
import { MeshFeature } from '../features';
import type { Mesh } from '../mesh';
import { providersOf, providersOfPolicy } from '../providers';

/** A microservice and the mesh of its platform. */
export interface MeshUses {
  readonly mesh: Mesh;
  readonly microservice: DeploymentWorkload;
}

/** A feature of meshes, and the statements of a microservice that need it. */
interface Use {
  readonly feature: string;
  readonly support: FeatureSupport;
  /** Names of the meshes that support it exactly. */
  readonly providers: readonly string[];
  /** Callees, hosts, ports or names of settings. */
  readonly subjects: readonly string[];
}

/** Features that a microservice needs and that the mesh has at a level of support. */
export function usesOf(mesh: Mesh, microservice: DeploymentWorkload, level: FeatureSupport['level']): Use[] {
  return usedFeatures(mesh, microservice).filter(
    ({ support, subjects }) => subjects.length > 0 && support.level === level,
  );
}

function isOperation({ methods = [], paths = [] }: Pick<CallStatement, 'methods' | 'paths'>): boolean {
  return methods.length + paths.length > 0;
}

function usedFeatures(mesh: Mesh, { outbound, exposures, settings, activator, stateful }: DeploymentWorkload): Use[] {
  // No mesh has routes to functions.
  const callees = (asks: (call: Edge) => boolean) =>
    unique(
      outbound
        .filter((call) => call.callee.workload?.runtime === undefined && asks(call))
        .map(({ callee }) => callee.name),
    );
  const isByGateway = ({ tlsSecret }: (typeof exposures)[number]) =>
    tlsSecret !== undefined || mesh._features[MeshFeature.LOAD_BALANCER_EXPOSURE].level !== 'exact';
  const hosts = (all: typeof exposures) => all.map(({ host, port }) => host ?? `port ${port ?? 'not named'}`).sort();
  const of = (feature: MeshFeature, subjects: readonly string[]): Use => ({
    feature,
    support: mesh._features[feature],
    providers: providersOf(feature),
    subjects,
  });
  return [
    ...POLICY_NAMES.map((name) => ({
      feature: POLICIES[name].feature,
      support: mesh._policies[name],
      providers: providersOfPolicy(name),
      subjects: [
        ...callees(({ options }) => POLICIES[name].isStated(options)),
        ...hosts(exposures.filter(({ options = {} }) => POLICIES[name].isStated(options))),
      ],
    })),
    of(MeshFeature.REQUEST_AUTHORIZATION, [
      ...callees(({ options }) => isOperation(options)),
      ...hosts(exposures.filter(({ options = {} }) => isOperation(options))),
    ]),
    of(MeshFeature.ACTIVATOR_ROUTES, activator === undefined ? [] : ['scaling']),
    of(
      MeshFeature.TRAFFIC_SPLIT,
      stateful === undefined && settings.values.rollout._kind === RolloutKind.CANARY ? ['rollout'] : [],
    ),
    of(MeshFeature.CONNECTION_POOLS, originOf(settings, 'concurrency') === 'library' ? [] : ['concurrency']),
    of(
      MeshFeature.TLS_ORIGINATION,
      callees(({ callee }) => callee.external?.tlsByProxy ?? false),
    ),
    of(MeshFeature.GATEWAY_EXPOSURE, hosts(exposures.filter(isByGateway))),
    of(MeshFeature.LOAD_BALANCER_EXPOSURE, hosts(exposures.filter((exposure) => !isByGateway(exposure)))),
  ];
}
