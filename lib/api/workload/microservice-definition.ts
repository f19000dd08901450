import { selectorOf, vaultContribution } from '../../emit/kubernetes';
import { MeshFeature } from '../../emit/mesh';
import {
  CLAIM_GROUP,
  joinedContributions,
  mainContainerOf,
  type DeploymentDefinition,
  type DeploymentWorkload,
  endpointId,
  portEndpoints,
  PodContribution,
  promised,
  propagatorsOf,
  type PerNodeFacts,
  type ResolvedDelivery,
  type ResolvedSettings,
  resolveSettings,
  type StatefulFacts,
  WorkloadKind,
  type WorkloadStatements,
} from '../../program';
import {
  AGENT_SETTINGS,
  agentDefaults,
  type ClaimedStorage,
  isAgentSetting,
  LIBRARY_SETTINGS,
  type MicroserviceSettings,
} from '../../values';
import type { Platform } from '../../platform';
import { accountFacts } from './account-facts';
import { claimsIn, withSharedClaims } from './microservice-claims';
import { containersOf, withStart } from './microservice-containers';
import { filesOf } from './files-of';
import { VAULT_TOKEN } from './vault-files';
import type { MicroserviceProps } from './microservice-props';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Facts by which replicas that run all the time differ from identical ones without state. */
interface ReplicaFacts {
  readonly stateful?: StatefulFacts;
  readonly perNode?: PerNodeFacts;
}

/** Definition of a microservice: its settings in effect, its containers and its ports. */
export function microserviceDefinition(
  name: string,
  props: MicroserviceProps,
  context: WorkloadContext,
  statements: Statements,
  replicas: ReplicaFacts = {},
): DeploymentDefinition {
  const { platform, namespace, partOf, podSecurity, configuration } = context;
  const { stateful, perNode } = replicas;
  const {
    image,
    ports = [],
    env,
    objectives = [],
    probes = {},
    metadata = {},
    telemetry = {},
    pod = {},
    ...stated
  } = props;
  const { component, serviceAccount, adopts, ...metadataSettings } = metadata;
  const { requestMetrics, backlogs = [], ...telemetrySettings } = telemetry;
  const {
    command,
    args,
    workingDir,
    envValues,
    envFrom,
    mounts,
    initContainers = [],
    containers = [],
    headless = false,
    ...podSettings
  } = pod;
  const own = {
    ...stated,
    metadata: metadataSettings,
    telemetry: telemetrySettings,
    pod: podSettings,
    lifecycle: withStart(stated.lifecycle, probes),
  };
  const shares = stateful === undefined && perNode === undefined;
  const claims = shares
    ? claimsIn([mounts, ...[...initContainers, ...containers].map((each) => each.mounts)].flatMap((all) => all ?? []))
    : [];
  const settings = settingsOf(name, own, context, { ...replicas, claims: stateful?.claims ?? claims });
  const main = {
    ...{
      name: mainContainerOf({ name, ...(adopts && { adopts }) }),
      image,
      command,
      args,
      workingDir,
      env,
      envValues,
      envFrom,
      mounts,
      probes,
      ports,
    },
    resources: settings.values.resources,
  };
  const all = containersOf(main, initContainers, containers, platform);
  const { outbound, exposures } = statements;
  const account = accountFacts(name, serviceAccount);
  const selector = selectorOf({ name, ...(adopts && { adopts }) });
  const {
    facts: delivery,
    pods,
    replacement = { apiVersion: 'apps/v1', kind: 'Deployment' },
  } = stateful !== undefined
    ? ownDelivery(name, selector, 'StatefulSet')
    : perNode !== undefined
      ? ownDelivery(name, selector, 'DaemonSet')
      : platform.delivery._resolve({
          name,
          namespace,
          rollout: settings.values.rollout,
          selector,
          splitsRequests:
            platform.mesh._features[MeshFeature.TRAFFIC_SPLIT].level === 'exact' &&
            ports.some(({ protocol }) => protocol.hasRequests),
        });
  const { versions } = delivery;
  const { scaling, startupTime, longestRequest } = settings.values;
  const activator = platform.autoscaling._activator({
    name,
    ports,
    scaling,
    startupTime,
    hasRoutes: platform.mesh._features[MeshFeature.ACTIVATOR_ROUTES].level === 'exact',
  });
  const hostNetwork = perNode?.hostNetwork === true;
  const scraped = hostNetwork ? undefined : platform.mesh._scraped({ monitoring: platform.monitoring._facts, ports });
  return {
    kind: WorkloadKind.DEPLOYMENT,
    object: { ...replacement, name },
    ...replicas,
    ...(claims.length > 0 && { claims }),
    ...pods,
    name,
    ...(adopts !== undefined && { adopts }),
    account,
    namespace,
    partOf,
    headless,
    settings,
    podSecurity,
    ...(component !== undefined && { component }),
    cluster: platform.cluster,
    delivery,
    wayIn: platform._wayInFacts({ name, namespace }),
    ...(activator !== undefined && { activator }),
    resolveImage: (reference) => platform.resolveImage(reference),
    configuration,
    ...filesOf(name, shares ? withSharedClaims(name, all) : all, platform),
    ports: [...ports],
    proxied: scraped !== undefined,
    scraped: scraped ?? portEndpoints(ports, false),
    objectives: [...objectives],
    backlogs: [...backlogs],
    ...(requestMetrics !== undefined && { requestMetrics }),
    ...platform._telemetry,
    endpoint: {
      id: endpointId(platform.cluster.name, namespace, name),
      name,
      ports: [...ports],
      outbound,
      ...promised(objectives),
      workload: {
        namespace,
        serviceAccount: account.name,
        ...(adopts?.service !== undefined && { service: adopts.service }),
        mesh: platform.mesh.name,
        cluster: platform.cluster.name,
        exposures,
        limitsEgress: settings.values.networkPolicy,
        longestRequest: longestRequest + (activator?.startSeconds ?? 0),
        podSelector: pods.podSelector,
        ...(activator !== undefined && { activator }),
        ...(versions !== undefined && { versions }),
        // No mesh puts its proxy there.
        ...(hostNetwork && { outsideMesh: true, hostNetwork: { addresses: perNode.nodeAddresses } }),
        ...(stateful !== undefined && {
          replicas: { service: stateful.headlessService, ...(!scaling.autoscaled && { count: scaling.max }) },
        }),
        ...propagatorsOf({ name, ...(adopts && { adopts }), namespace, settings, ...platform._telemetry }),
      },
    },
  };
}

/** No controller brings out the versions of a StatefulSet or DaemonSet but its own. */
function ownDelivery(
  name: string,
  podSelector: Readonly<Record<string, string>>,
  kind: 'StatefulSet' | 'DaemonSet',
): ResolvedDelivery {
  return {
    facts: { provider: 'Kubernetes', workloads: [name], canaryWeight: 0, ownsRoutes: false },
    pods: { podSelector },
    replacement: { apiVersion: 'apps/v1', kind },
  };
}

/** Settings in effect. Those of platform and stack that no agent has are left out there. */
function settingsOf(
  name: string,
  own: MicroserviceSettings,
  { platform, layer }: WorkloadContext,
  { stateful, perNode, claims }: ReplicaFacts & { readonly claims: readonly ClaimedStorage[] },
): ResolvedSettings {
  if (perNode === undefined) {
    const origin = stateful === undefined ? `microservice ${name}` : `stateful service ${name}`;
    const library = librarySettings(claims, platform);
    return resolveSettings(platform.defaults, layer, { origin, values: own }, platform.required, library);
  }
  const kept = (values: MicroserviceSettings) => agentDefaults(values, perNode.everyNode);
  const settings = resolveSettings(
    kept(platform.defaults),
    { ...layer, values: kept(layer.values) },
    { origin: `agent ${name}`, values: own },
    kept(platform.required),
    AGENT_SETTINGS,
  );
  return { ...settings, all: () => settings.all().filter((setting) => isAgentSetting(setting.name)) };
}

/** Settings of the library: volumes of claims belong to a group, so that others than root may write. */
function librarySettings(claims: readonly ClaimedStorage[], { cluster }: Platform): MicroserviceSettings {
  return claims.length === 0 || cluster.storage.assignsGroup
    ? LIBRARY_SETTINGS
    : { ...LIBRARY_SETTINGS, security: { ...LIBRARY_SETTINGS.security, fsGroup: CLAIM_GROUP } };
}

/** Statements at a microservice, and the additions of its platform. */
export function microserviceStatements(
  definition: DeploymentDefinition,
  statements: Statements,
  spanSources: readonly string[],
  platform: Platform,
): WorkloadStatements {
  const gateway = platform.wayIn === undefined ? platform.mesh._gateway() : undefined;
  return {
    definition,
    statements,
    spanSources,
    ...(gateway !== undefined && { gateway }),
    mesh: (workload) => platform.mesh._contribution(workload as DeploymentWorkload),
    telemetry: (workload) => telemetryOf(platform, workload as DeploymentWorkload),
  };
}

/** Joins the contributions of monitoring, tracing and logging to the pods. */
function telemetryOf({ monitoring, tracing, logging }: Platform, facts: DeploymentWorkload): PodContribution {
  return joinedContributions([
    monitoring._contribution(facts),
    ...(tracing === undefined ? [] : [tracing._contribution(facts)]),
    ...(logging === undefined ? [] : [logging._contribution(facts)]),
    vaultContribution(facts, VAULT_TOKEN),
  ]);
}
