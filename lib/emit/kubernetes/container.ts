import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import type { IResourceRequirements } from 'kubernetes-models/v1/ResourceRequirements';
import { addressVariables, Edge, EffectiveSettings, Health, healthOf } from '../../program';
import {
  byteQuantity,
  ContainerFacts,
  ContainerRole,
  cpuQuantity,
  type KubernetesVersion,
  orderVariables,
  type PodResourceFacts,
  Port,
  ResourceFacts,
  Variable,
} from '../../values';
import { hookAction, pauseThen, sleep } from './hooks';
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
    ...lifecycleOf(facts, pod, native),
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

/** Actions of a container at its start and its end. */
function lifecycleOf(
  { role }: ContainerFacts,
  { settings: { hooks }, preStop, version }: PodContext,
  native: boolean,
): Pick<IContainer, 'lifecycle'> {
  const own = role === ContainerRole.MAIN ? hooks : {};
  // One that ended earlier would be missing while the main container still serves; the kubelet ends native sidecars
  // last by itself.
  const pause = role === ContainerRole.INIT || native ? 0 : preStop;
  const lifecycle = {
    ...(own.postStart !== undefined && { postStart: hookAction(own.postStart) }),
    ...(own.preStop !== undefined
      ? { preStop: pauseThen(pause, own.preStop) }
      : pause > 0 && { preStop: sleep(pause, version) }),
  };
  return Object.keys(lifecycle).length > 0 ? { lifecycle } : {};
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

function resources({ extended = {}, hugePages = {}, ...facts }: ResourceFacts): IResourceRequirements {
  // The API server wants requests of these as their limits, and takes none above.
  const fixed = {
    ...Object.fromEntries(Object.entries(hugePages).map(([name, amount]) => [name, byteQuantity(amount)])),
    ...Object.fromEntries(Object.entries(extended).map(([name, amount]) => [name, String(amount)])),
  };
  return { requests: { ...amounts(facts, 'request'), ...fixed }, limits: { ...amounts(facts, 'limit'), ...fixed } };
}

/** Requests and limits of a pod as a whole. */
export function podResources({ cpu, memory }: PodResourceFacts): IResourceRequirements {
  const facts = { cpu, memory, ephemeralStorage: {} };
  const requests = amounts(facts, 'request');
  const limits = amounts(facts, 'limit');
  return {
    ...(Object.keys(requests).length > 0 && { requests }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

function amounts({ cpu, memory, ephemeralStorage }: ResourceFacts, bound: 'request' | 'limit'): Record<string, string> {
  return {
    ...(cpu[bound] !== undefined && { cpu: cpuQuantity(cpu[bound]) }),
    ...(memory[bound] !== undefined && { memory: byteQuantity(memory[bound]) }),
    ...(ephemeralStorage[bound] !== undefined && { 'ephemeral-storage': byteQuantity(ephemeralStorage[bound]) }),
  };
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
