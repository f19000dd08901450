import { selectorLabels, vaultContribution } from '../../emit/kubernetes';
import { accountFacts } from './account-facts';
import { containersOf, withStart } from './microservice-containers';
import { filesOf } from './files-of';
import { VAULT_TOKEN } from './vault-files';
import {
  Activator,
  type FunctionDefinition,
  type FunctionWorkload,
  joinedContributions,
  MeshContribution,
  NO_CONTRIBUTION,
  endpointId,
  portEndpoints,
  PodContribution,
  propagatorsOf,
  WorkloadKind,
  WorkloadEndpoint,
  type WorkloadStatements,
} from '../../program';
import { FUNCTION, FUNCTION_SETTING_NAMES, Port, Protocol, secondsOf } from '../../values';
import type { Platform } from '../../platform';
import { settingsOfFunction } from './serverless-function-settings';
import type { ServerlessFunctionProps } from './serverless-function-props';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Definition of a function: its settings in effect, its container and its port. */
export function functionDefinition(
  name: string,
  props: ServerlessFunctionProps,
  context: WorkloadContext,
  statements: Statements,
): FunctionDefinition {
  const { platform, namespace, partOf, podSecurity, configuration } = context;
  const {
    image,
    env,
    protocol = Protocol.HTTP,
    containerPort = FUNCTION.containerPort,
    probes = {},
    ...stated
  } = props;
  const { component, serviceAccount, ...metadata } = stated.metadata ?? {};
  const account = accountFacts(name, serviceAccount);
  const { rolloutDuration, ...lifecycle } = stated.lifecycle ?? {};
  const { command, args, workingDir, envValues, envFrom, mounts, ...pod } = stated.pod ?? {};
  const own = { ...stated, metadata, lifecycle: withStart(lifecycle, probes), pod };
  const { functions } = platform;
  const { outbound, exposures } = statements;
  const { settings, scale, timeout, withheld } = settingsOfFunction(name, own, context);
  const ports = [functionPort(protocol, containerPort)];
  const main = {
    ...{ name, image, command, args, workingDir, env, envValues, envFrom, mounts, probes, ports },
    resources: settings.values.resources,
  };
  return {
    kind: WorkloadKind.FUNCTION,
    name,
    account,
    namespace,
    partOf,
    settings,
    podSecurity,
    scale,
    timeout,
    withheld,
    ports,
    proxied: false,
    scraped: portEndpoints(ports, false),
    ...(component !== undefined && { component }),
    rolloutDuration: rolloutDuration === undefined ? 0 : secondsOf(rolloutDuration),
    settingNames: functions?._settingNames ?? FUNCTION_SETTING_NAMES,
    runtimeVariables: functions?._variables ?? [],
    cluster: platform.cluster,
    ...(functions?._pods(name) ?? { podSelector: selectorLabels(name) }),
    resolveImage: (reference) => platform.resolveImage(reference),
    configuration,
    ...filesOf(name, containersOf(main, [], [], platform), platform),
    ...platform._telemetry,
    endpoint: {
      id: endpointId(platform.cluster.name, namespace, name),
      name,
      ports,
      outbound,
      workload: {
        ...functionEndpoint(namespace, account.name, functions),
        cluster: platform.cluster.name,
        exposures,
        limitsEgress: settings.values.networkPolicy,
        longestRequest: timeout,
        ...propagatorsOf({ name, namespace, settings, ...platform._telemetry }),
      },
    },
  };
}

/** Statements at a function, and the additions of its platform. */
export function functionStatements(
  definition: FunctionDefinition,
  statements: Statements,
  platform: Platform,
): WorkloadStatements {
  return {
    definition,
    statements,
    spanSources: [],
    mesh: (workload) => contribution(platform, workload as FunctionWorkload),
    telemetry: (workload) => telemetry(platform, workload as FunctionWorkload),
  };
}

/** The port of a function: its number is that of its Service, whatever the container listens on. */
export function functionPort(protocol: Protocol, containerPort: number): Port {
  const options = { targetPort: containerPort };
  if (protocol === Protocol.HTTP) return Port.http(FUNCTION.port, options);
  if (protocol === Protocol.HTTP2) return Port.http2(FUNCTION.port, options);
  if (protocol === Protocol.GRPC) return Port.grpc(FUNCTION.port, options);
  // None of a function: a finding says so.
  return Port.tcp(FUNCTION.port, options);
}

/** Endpoint of a function, stated here or elsewhere. */
export function functionEndpoint(
  namespace: string,
  serviceAccount: string,
  functions: { readonly name: string; readonly _activator: Activator } | undefined,
): Omit<WorkloadEndpoint, 'exposures'> {
  return {
    namespace,
    serviceAccount,
    runtime: functions?.name ?? 'nobody',
    ...(functions !== undefined && { activator: functions._activator }),
  };
}

/** Pods of functions are outside of the mesh, and get its requests in plain text from their gateway. */
function contribution({ functions, mesh }: Platform, facts: FunctionWorkload): MeshContribution {
  const runtime = functions?._contribution(facts) ?? NO_CONTRIBUTION;
  return { ...runtime, podLabels: { ...runtime.podLabels, ...mesh._outsideLabels() } };
}

function telemetry({ tracing, logging }: Platform, facts: FunctionWorkload): PodContribution {
  return joinedContributions([
    ...[tracing, logging].flatMap((each) => (each === undefined ? [] : [each._contribution(facts)])),
    vaultContribution(facts, VAULT_TOKEN),
  ]);
}
