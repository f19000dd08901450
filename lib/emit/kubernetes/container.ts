import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import type { IResourceRequirements } from 'kubernetes-models/v1/ResourceRequirements';
import { addressVariables, Edge, EffectiveSettings, Health, healthOf } from '../../program';
import {
  byteQuantity,
  ContainerFacts,
  ContainerRole,
  cpuQuantity,
  KubernetesVersion,
  orderVariables,
  Port,
  ResourceFacts,
  Variable,
} from '../../values';
import { has } from './features';
import { probe } from './probes';
import { containerSecurityContext } from './security-context';
import { mountsOf, volumeMounts } from './volumes';

/** Fields that all containers of a pod have in common. */
export interface PodContext {
  readonly settings: EffectiveSettings;
  readonly edges: readonly Edge[];
  readonly version: KubernetesVersion;
  /** Seconds that a pod that is going away still serves. */
  readonly preStop: number;
  /** Variables that the platform adds to the main container. The program's own statements win. */
  readonly variables: readonly Variable[];
}

/** A container as the API has it. */
export function container(facts: ContainerFacts, pod: PodContext): IContainer {
  const { settings } = pod;
  const variables = environment(facts, pod);
  const mounts = volumeMounts(mountsOf(facts, settings.security.readOnlyRootFilesystem ?? true));
  const native = facts.role === ContainerRole.SIDECAR && has(pod.version, 'nativeSidecar');
  return {
    name: facts.name,
    image: facts.image,
    imagePullPolicy: settings.imagePullPolicy as 'IfNotPresent',
    ...(native && { restartPolicy: 'Always' }),
    ...(facts.command && { command: [...facts.command] }),
    ...(facts.args && { args: [...facts.args] }),
    ...(facts.workingDir !== undefined && { workingDir: facts.workingDir }),
    ...(facts.ports.length > 0 && { ports: containerPorts(facts.ports) }),
    ...(variables.length > 0 && { env: variables.map(variable) }),
    ...(facts.variableSources.length > 0 && { envFrom: [...facts.variableSources] }),
    resources: resources(facts.resources),
    ...probes(healthOf(facts, settings)),
    // One that ended earlier would be missing while the main container still serves; the kubelet ends native sidecars
    // last by itself.
    ...(facts.role !== ContainerRole.INIT &&
      !native &&
      pod.preStop > 0 && { lifecycle: { preStop: sleep(pod.preStop, pod.version) } }),
    securityContext: containerSecurityContext(settings.security, facts.role),
    ...(mounts.length > 0 && { volumeMounts: mounts }),
  };
}

/** Variables of a container, in their order. */
export function environment(
  facts: ContainerFacts,
  { variables, edges }: Pick<PodContext, 'variables' | 'edges'>,
): Variable[] {
  return orderVariables([
    ...(facts.role === ContainerRole.MAIN ? variables : []),
    ...facts.variables,
    ...addressVariables(edges, facts),
  ]);
}

/**
 * Keeps a terminating pod serving until its endpoint is removed.
 *
 * Where the kubelet has no sleep action, the image's `sleep` runs. An image without one stops at once.
 */
function sleep(seconds: number, version: KubernetesVersion): object {
  return has(version, 'sleepAction') ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } };
}

/** Each container port once, although several ports of the Service may lead to it, and one of them by the node. */
function containerPorts(ports: readonly Port[]): NonNullable<IContainer['ports']> {
  const seen = new Map<string, NonNullable<IContainer['ports']>[number]>();
  for (const { name, targetPort, protocol, hostPort } of ports) {
    const key = `${targetPort}/${protocol.transport}`;
    const before = seen.get(key) ?? { name, containerPort: targetPort, protocol: protocol.transport as 'TCP' };
    seen.set(key, hostPort === undefined ? before : { ...before, hostPort });
  }
  return [...seen.values()];
}

function variable({ name, value, valueFrom }: Variable): IEnvVar {
  return valueFrom === undefined ? { name, value: value ?? '' } : { name, valueFrom };
}

function resources({ cpu, memory, ephemeralStorage }: ResourceFacts): IResourceRequirements {
  const amounts = (bound: 'request' | 'limit') => ({
    ...(cpu[bound] !== undefined && { cpu: cpuQuantity(cpu[bound]) }),
    ...(memory[bound] !== undefined && { memory: byteQuantity(memory[bound]) }),
    ...(ephemeralStorage[bound] !== undefined && { 'ephemeral-storage': byteQuantity(ephemeralStorage[bound]) }),
  });
  return { requests: amounts('request'), limits: amounts('limit') };
}

function probes({
  startup,
  readiness,
  liveness,
}: Health): Pick<IContainer, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  return {
    ...(startup && { startupProbe: probe(startup) }),
    ...(readiness && { readinessProbe: probe(readiness) }),
    ...(liveness && { livenessProbe: probe(liveness) }),
  };
}
