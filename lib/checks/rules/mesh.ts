import type { Problem } from '../../errors';
import { Mesh, MeshFeature, providersOf } from '../../emit/mesh';
import { Call, crossesClusters, DeploymentWorkload } from '../../program';
import { CONCURRENCY, RolloutKind } from '../../values';

/** A feature that statements ask for, and which they are. */
interface Use {
  readonly feature: MeshFeature;
  /** Callees, or what else the statements are about. */
  readonly subjects: readonly string[];
}

/** What is stated of a microservice has an effect in the mesh of its platform. */
export function meshProblems(mesh: Mesh, facts: DeploymentWorkload): Problem[] {
  const uses = usesOf(mesh, facts).filter(({ subjects }) => subjects.length > 0);
  const lost = uses.filter(({ feature }) => mesh._features[feature].level === 'approximate');
  return [
    ...uses
      .filter(({ feature }) => mesh._features[feature].level === 'unsupported')
      .map(({ feature, subjects }): Problem => ({
        code: 'MS4001',
        message: `${mesh.name} cannot do ${feature}`,
        given: `stated for ${subjects.join(', ')}: ${mesh._features[feature].lost}`,
        allowed: `on platforms with ${providersOf(feature).join(' or ')}`,
        fix: 'leave it out, or choose another mesh',
      })),
    ...(lost.length === 0
      ? []
      : [
          {
            code: 'MS4002' as const,
            message: `part of what ${facts.name} states has no effect with ${mesh.name}`,
            given: lost
              .map(({ feature, subjects }) => `${feature} (${subjects.join(', ')}): ${mesh._features[feature].lost}`)
              .join('; '),
            fix:
              'have the applications do it themselves and acknowledge this, or use a platform with ' +
              `${[...new Set(lost.flatMap(({ feature }) => providersOf(feature)))].join(' or ')}`,
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
