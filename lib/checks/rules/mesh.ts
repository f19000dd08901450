import type { Problem } from '../../errors';
import { Mesh, MeshFeature, providersOf, providersOfPolicy } from '../../emit/mesh';
import { Call, crossesClusters, DeploymentWorkload, FeatureSupport, POLICIES, POLICY_NAMES } from '../../program';
import { CONCURRENCY, RolloutKind } from '../../values';

/** A feature that statements ask for, and which they are. */
interface Use {
  readonly feature: string;
  readonly support: FeatureSupport;
  /** Meshes that do it as it is stated. */
  readonly providers: readonly string[];
  /** Callees, or what else the statements are about. */
  readonly subjects: readonly string[];
}

/** What is stated of a microservice has an effect in the mesh of its platform. */
export function meshProblems(mesh: Mesh, facts: DeploymentWorkload): Problem[] {
  const uses = usesOf(mesh, facts).filter(({ subjects }) => subjects.length > 0);
  const lost = uses.filter(({ support }) => support.level === 'approximate');
  return [
    ...uses
      .filter(({ support }) => support.level === 'unsupported')
      .map(({ feature, support, providers, subjects }): Problem => ({
        code: 'MS4001',
        message: `${mesh.name} cannot do ${feature}`,
        given: `stated for ${subjects.join(', ')}: ${support.lost}`,
        allowed: `on platforms with ${providers.join(' or ')}`,
        fix: 'leave it out, or choose another mesh',
      })),
    ...(lost.length === 0
      ? []
      : [
          {
            code: 'MS4002' as const,
            message: `part of what ${facts.name} states has no effect with ${mesh.name}`,
            given: lost
              .map(({ feature, support, subjects }) => `${feature} (${subjects.join(', ')}): ${support.lost}`)
              .join('; '),
            fix:
              'have the applications do it themselves and acknowledge this, or use a platform with ' +
              `${[...new Set(lost.flatMap(({ providers }) => providers))].join(' or ')}`,
          },
        ]),
    ...strangers(facts),
    ...mesh._problems(facts),
  ];
}

/** Calls between meshes of one cluster. */
function strangers({ outbound }: DeploymentWorkload): Problem[] {
  return outbound
    .filter((call) => !crossesClusters(call))
    .flatMap(({ caller, callee }) => {
      const [from, to] = [caller.workload?.mesh, callee.workload?.mesh];
      return from === undefined || to === undefined || from === to
        ? []
        : [
            {
              code: 'MS4012' as const,
              message: `${caller.name} and ${callee.name} are in different meshes`,
              given: `${caller.name} runs with ${from}, ${callee.name} with ${to}`,
              allowed: 'one mesh in a cluster',
              fix: 'give both stacks platforms with the same mesh',
            },
          ];
    });
}

function usesOf(mesh: Mesh, { outbound, exposures, settings, activator }: DeploymentWorkload): Use[] {
  // Of functions, no mesh has routes.
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
      subjects: callees(({ options }) => POLICIES[name].isStated(options)),
    })),
    of(
      MeshFeature.REQUEST_AUTHORIZATION,
      callees(({ options: { methods = [], paths = [] } }) => methods.length + paths.length > 0),
    ),
    of(MeshFeature.HELD_REQUESTS, activator === undefined ? [] : ['scaling']),
    of(MeshFeature.TRAFFIC_SPLIT, settings.values.rollout._kind === RolloutKind.CANARY ? ['rollout'] : []),
    of(MeshFeature.CONNECTION_POOLS, settings.values.concurrency === CONCURRENCY ? [] : ['concurrency']),
    of(
      MeshFeature.TLS_ORIGINATION,
      callees(({ callee }) => callee.external?.tlsByProxy ?? false),
    ),
    of(MeshFeature.GATEWAY_EXPOSURE, hosts(byGateway)),
    of(MeshFeature.LOAD_BALANCER_EXPOSURE, hosts(exposures.filter((exposure) => !byGateway.includes(exposure)))),
  ];
}
