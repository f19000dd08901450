import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { ListeningPort, Protocol } from '../application';

const HTTP2 = ['http2', 'grpc', 'kubernetes.io/h2c'];
const TCP = ['tcp', 'tls', 'mysql', 'mongo', 'redis', 'postgres', 'postgresql', 'kafka', 'amqp'];

/** The ports of a Pod's own containers, and the protocols that the Services before it name. */
export function portsOf(pod: KubernetesObject, services: readonly KubernetesObject[]): ListeningPort[] {
  const own = (pod.spec.containers as any[]).filter(({ name }) => name !== 'istio-proxy');
  const ports = own
    .flatMap((container) => (container.ports ?? []) as any[])
    .filter(({ protocol = 'TCP' }) => protocol === 'TCP');
  return ports.map((port) => ({
    port: port.containerPort as number,
    protocol: protocolOf(
      namedProtocol(
        port,
        services.filter((service) => selects(service, pod)),
      ),
    ),
  }));
}

/** Tells if a Service selects a Pod. */
export function selects({ metadata, spec }: KubernetesObject, pod: KubernetesObject): boolean {
  const selector = Object.entries((spec.selector ?? {}) as Record<string, string>);
  return (
    metadata.namespace === pod.metadata.namespace &&
    selector.length > 0 &&
    selector.every(([key, value]) => pod.metadata.labels?.[key] === value)
  );
}

function namedProtocol(
  { name = '', containerPort }: { readonly name?: string; readonly containerPort: number },
  services: readonly KubernetesObject[],
): string {
  const leading = services
    .flatMap(({ spec }) => spec.ports as any[])
    .find(({ port, targetPort = port }) => targetPort === containerPort || targetPort === name);
  return leading?.appProtocol ?? (leading?.name ?? name).split('-')[0];
}

/** Names that say nothing of a protocol are taken for HTTP: an answer is seen then. */
function protocolOf(named: string): Protocol {
  if (HTTP2.includes(named)) return 'http2';
  return TCP.includes(named) ? 'tcp' : 'http';
}
