import { MeshFeature } from '../../emit/mesh';
import {
  joinedContributions,
  DeploymentWorkload,
  partyId,
  PodContribution,
  promised,
  resolveSettings,
} from '../../program';
import type { Platform } from '../../platform';
import { containersOf } from './microservice-containers';
import type { MicroserviceProps } from './microservice-props';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Facts of a microservice: its settings in effect, its containers and its statements. */
export function microserviceFacts(
  name: string,
  props: MicroserviceProps,
  { platform, layer, namespace, partOf, podSecurity }: WorkloadContext,
  statements: Statements,
): DeploymentWorkload {
  const {
    image,
    command,
    args,
    workingDirectory,
    env,
    envValues,
    envFrom,
    mounts,
    ports = [],
    headless = false,
    component,
    readiness,
    liveness,
    startup,
    initContainers = [],
    containers = [],
    objectives = [],
    requestMetrics,
    backlogs = [],
    ...stated
  } = props;
  const settings = resolveSettings(
    platform.defaults,
    layer,
    { origin: `microservice ${name}`, values: stated },
    platform.required,
  );
  const main = {
    image,
    command,
    args,
    workingDirectory,
    env,
    envValues,
    envFrom,
    mounts,
    readiness,
    liveness,
    startup,
    name,
    ports,
    resources: settings.values.resources,
  };
  const { outbound, inbound, accepted, exposures } = statements;
  const delivery = platform.delivery._facts({
    name,
    namespace,
    rollout: settings.values.rollout,
    splitsRequests:
      platform.mesh._features[MeshFeature.TRAFFIC_SPLIT].level === 'exact' &&
      ports.some(({ protocol }) => protocol.hasRequests),
  });
  const { podSelector, versions } = delivery;
  const { scaling, startupTime, longestRequest } = settings.values;
  const activator = platform.autoscaling._activator({
    name,
    ports,
    scaling,
    startupTime,
    hasRoutes: platform.mesh._features[MeshFeature.HELD_REQUESTS].level === 'exact',
  });
  const facts: DeploymentWorkload = {
    name,
    namespace,
    partOf,
    headless,
    settings,
    outbound,
    inbound,
    accepted,
    exposures,
    podSecurity,
    ...(component !== undefined && { component }),
    cluster: platform.cluster,
    delivery,
    ...(activator !== undefined && { activator }),
    resolveImage: (reference) => platform.resolveImage(reference),
    containers: containersOf(main, initContainers, containers, platform),
    ports: [...ports],
    objectives: [...objectives],
    backlogs: [...backlogs],
    ...(requestMetrics !== undefined && { requestMetrics }),
    ...platform._telemetry,
    get callsKubernetesApi() {
      return statements.callsKubernetesApi;
    },
    get mesh() {
      return platform.mesh._contribution(facts);
    },
    get telemetry() {
      return telemetryOf(platform, facts);
    },
    party: {
      id: partyId(platform.cluster.name, namespace, name),
      name,
      ports: [...ports],
      outbound,
      ...promised(objectives),
      workload: {
        namespace,
        serviceAccount: name,
        mesh: platform.mesh.name,
        cluster: platform.cluster.name,
        exposures,
        longestRequest: longestRequest + (activator?.startSeconds ?? 0),
        podSelector,
        ...(activator !== undefined && { activator }),
        ...(versions !== undefined && { versions }),
        ...platform._propagators(settings.values.propagators),
      },
    },
  };
  return facts;
}

/** Joins the contributions of monitoring, tracing and logging to the pods. */
function telemetryOf({ monitoring, tracing, logging }: Platform, facts: DeploymentWorkload): PodContribution {
  return joinedContributions([
    monitoring._contribution(facts),
    ...(tracing === undefined ? [] : [tracing._contribution(facts)]),
    ...(logging === undefined ? [] : [logging._contribution(facts)]),
  ]);
}
