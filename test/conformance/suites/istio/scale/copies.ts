import type { KubernetesObject } from '../../../cluster/kubernetes-object';

/** Configuration of a callee that reaches the proxies of its possible callers. */
const SEEN_BY_OTHERS = ['Service', 'VirtualService', 'DestinationRule'];

/** Copies of what was emitted for one microservice, each with an endpoint: as other proxies would see so many more. */
export function copiesOf(objects: readonly KubernetesObject[], name: string, count: number): KubernetesObject[] {
  const originals = objects.filter(({ kind, metadata }) => metadata.name === name && SEEN_BY_OTHERS.includes(kind));
  return Array.from({ length: count }, (_, at) =>
    originals.flatMap((original) => withEndpoint(copyOf(original, name, `copy-${at + 1}`), at)),
  ).flat();
}

function copyOf(object: KubernetesObject, name: string, copy: string): KubernetesObject {
  return JSON.parse(JSON.stringify(object).replaceAll(name, copy)) as KubernetesObject;
}

/** No pods stand behind it: the endpoint is written, and not found by a selector. */
function withEndpoint(object: KubernetesObject, at: number): KubernetesObject[] {
  if (object.kind !== 'Service') return [object];
  const { selector: _, ...spec } = object.spec;
  const ports = (spec.ports as any[]).map(({ name, targetPort, appProtocol }) => ({
    name,
    port: targetPort as number,
    appProtocol,
    protocol: 'TCP',
  }));
  const { name, namespace } = object.metadata;
  const address = `10.245.${Math.floor(at / 250)}.${1 + (at % 250)}`;
  return [
    { ...object, spec },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [address], conditions: { ready: true } }],
      ports,
    },
  ];
}
