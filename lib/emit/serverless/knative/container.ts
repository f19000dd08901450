import type { IContainer } from 'kubernetes-models/v1/Container';
import type { ISecurityContext } from 'kubernetes-models/v1/SecurityContext';
import { container, containerSecurityContext } from '../../kubernetes';
import { EffectiveSettings, FunctionWorkload } from '../../../program';
import { ContainerFacts, ContainerRole, Port, Protocol, SeccompProfile, Variable } from '../../../values';
import { functionProbes } from './probes';

/** The container of a function. */
export function functionContainer(
  facts: FunctionWorkload,
  main: ContainerFacts,
  variables: readonly Variable[],
): IContainer {
  const settings = facts.settings.values;
  // Nothing of its own is done before it ends: queue-proxy holds the end back until it has drained.
  const rendered = container(main, {
    settings,
    edges: facts.outbound,
    version: facts.cluster.kubernetesVersion,
    preStop: 0,
    variables,
  });
  const { startupProbe, readinessProbe, livenessProbe, lifecycle, ...rest } = rendered;
  return {
    ...rest,
    ports: facts.ports.map(containerPort),
    ...functionProbes(main, settings),
    securityContext: securityContext(settings.security),
  };
}

/** Name of the port, which tells Knative its protocol. */
function containerPort({ targetPort, protocol }: Port): NonNullable<IContainer['ports']>[number] {
  return { name: protocolName(protocol), containerPort: targetPort, protocol: 'TCP' };
}

/** Protocol between queue-proxy and the container. */
export function protocolName(protocol: Protocol): 'http1' | 'h2c' {
  return protocol === Protocol.HTTP ? 'http1' : 'h2c';
}

/** All of it at the container: Knative takes none for the pod unless a feature is on. */
function securityContext(security: EffectiveSettings['security']): ISecurityContext {
  const { runAsNonRoot, seccompProfile, runAsUser, runAsGroup } = security;
  return {
    ...containerSecurityContext(security, ContainerRole.MAIN),
    ...(runAsNonRoot && { runAsNonRoot }),
    ...(seccompProfile !== SeccompProfile.NODE_DEFAULT && { seccompProfile: { type: 'RuntimeDefault' as const } }),
    ...(runAsUser !== undefined && { runAsUser }),
    ...(runAsGroup !== undefined && { runAsGroup }),
  };
}
