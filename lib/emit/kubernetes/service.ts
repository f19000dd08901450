import type { IServicePort } from 'kubernetes-models/v1/ServicePort';
import type { IServiceSpec } from 'kubernetes-models/v1/ServiceSpec';
import { Activator, ActivatorAddress, DeploymentWorkload, Workload, unique } from '../../program';
import { exposedNumber, InternalTrafficPolicy, Port, Protocol } from '../../values';

/**
 * Service of a microservice for callers in the cluster.
 *
 * KEDA's interceptor recognizes HTTP/2 by one appProtocol only.
 */
export function serviceSpec(
  facts: Pick<DeploymentWorkload, 'ports' | 'headless' | 'podSelector' | 'activator' | 'perNode'>,
): IServiceSpec {
  return {
    type: 'ClusterIP',
    ...(facts.headless && { clusterIP: 'None' }),
    ...(facts.perNode?.internalTrafficPolicy === InternalTrafficPolicy.LOCAL && {
      internalTrafficPolicy: 'Local' as const,
    }),
    selector: { ...facts.podSelector },
    ports: facts.ports.map((port) =>
      facts.activator !== undefined && port.protocol === Protocol.GRPC
        ? { ...servicePort(port), appProtocol: Protocol.HTTP2.appProtocol! }
        : servicePort(port),
    ),
  };
}

/** Service under which each replica has an address of its own: DNS returns those of pods, so ports are theirs. */
export function headlessSpec({ ports, podSelector }: Pick<DeploymentWorkload, 'ports' | 'podSelector'>): IServiceSpec {
  const targets = new Map(ports.map((port) => [`${port.targetPort}/${port.protocol.transport}`, servicePort(port)]));
  return {
    type: 'ClusterIP',
    clusterIP: 'None',
    // Replicas find each other before any of them is ready.
    publishNotReadyAddresses: true,
    selector: { ...podSelector },
    ...(targets.size > 0 && {
      ports: [...targets.values()].map((port) => ({ ...port, port: port.targetPort as number })),
    }),
  };
}

/** Service that leads callers to the activator: an ExternalName for the activator's own Service. */
export function activatorSpec(
  { service }: Activator,
  { port }: ActivatorAddress,
  { cluster }: Pick<DeploymentWorkload, 'cluster'>,
): IServiceSpec {
  return {
    type: 'ExternalName',
    externalName: `${service.name}.${service.namespace}.svc.${cluster.domain}`,
    ports: [{ name: 'http', port, targetPort: port, protocol: 'TCP' }],
  };
}

/** The Service by which a load balancer reaches the exposed ports. */
export function loadBalancerSpec(
  facts: Pick<DeploymentWorkload, 'ports' | 'exposures' | 'cluster' | 'podSelector'>,
): IServiceSpec {
  const sources = allowedSources(facts, exposedPorts(facts));
  return {
    type: 'LoadBalancer',
    // The network policy can only check the clients' addresses where nodes do not replace them.
    ...(facts.cluster.ingress.length === 0 &&
      facts.exposures.some((exposure) => exposure.allowedSources.length > 0) && {
        externalTrafficPolicy: 'Local' as const,
      }),
    ...(sources.length > 0 && { loadBalancerSourceRanges: sources }),
    selector: { ...facts.podSelector },
    ports: exposedPorts(facts).map(loadBalancerPort),
  };
}

/** The Service by which clients reach the exposed ports on nodes. */
export function nodePortSpec(
  facts: Pick<DeploymentWorkload, 'ports' | 'exposures' | 'cluster' | 'podSelector'>,
): IServiceSpec {
  const { loadBalancerSourceRanges, ports = [], ...rest } = loadBalancerSpec(facts);
  const statedFor = (number: number) =>
    facts.exposures.find((each) => exposedNumber(each, facts.ports) === number && each.nodePort !== undefined);
  return {
    ...rest,
    type: 'NodePort',
    ports: ports.map((port) => {
      const stated = statedFor(port.port)?.nodePort;
      return { ...port, ...(stated !== undefined && { nodePort: stated }) };
    }),
  };
}

/** The ports that are exposed, each once, in the microservice's order. */
export function exposedPorts({ ports, exposures }: Pick<Workload, 'ports' | 'exposures'>): Port[] {
  return ports.filter(({ number: port }) => exposures.some((exposure) => exposedNumber(exposure, ports) === port));
}

/** Address ranges of the clients of exposed ports. Empty where one port is open to every address. */
export function allowedSources(
  { ports, exposures }: Pick<Workload, 'ports' | 'exposures'>,
  exposed: readonly Port[],
): string[] {
  const theirs = exposures.filter((exposure) =>
    exposed.some(({ number: port }) => exposedNumber(exposure, ports) === port),
  );
  if (theirs.some((exposure) => exposure.allowedSources.length === 0)) return [];
  return unique(theirs.flatMap((exposure) => exposure.allowedSources));
}

/**
 * Without `appProtocol`: clouds take it for the protocol of their health checks, which would then need a page at `/`.
 */
function loadBalancerPort(port: Port): IServicePort {
  const { appProtocol, ...rest } = servicePort(port);
  return rest;
}

function servicePort({ name, number: port, targetPort, protocol }: Port): IServicePort {
  return {
    name,
    port,
    targetPort,
    protocol: protocol.transport as 'TCP',
    ...(protocol.appProtocol !== undefined && { appProtocol: protocol.appProtocol }),
  };
}
