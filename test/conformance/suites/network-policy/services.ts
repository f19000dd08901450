import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { ContainerPort, namespaceOf, Endpoint } from './endpoints';

/** A port of a workload that a Service leads to. */
export interface Backend {
  readonly workload: Endpoint;
  readonly port: ContainerPort;
}

/** The Services among objects, and those that Flagger makes of its Canaries. */
export function servicesIn(objects: readonly LocatedObject[]): KubernetesObject[] {
  const manifests = objects.map(({ manifest }) => manifest);
  return [
    ...manifests.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Service'),
    ...manifests
      .filter(({ apiVersion, kind }) => apiVersion === 'flagger.app/v1beta1' && kind === 'Canary')
      .map(madeByFlagger),
  ];
}

/**
 * The Services that callers reach: what KEDA's interceptor holds requests to is reached through it, which no manifest
 * states.
 */
export function calledServices(objects: readonly LocatedObject[]): KubernetesObject[] {
  const held = new Set(
    objects
      .filter(
        ({ manifest: { apiVersion, kind } }) => apiVersion.startsWith('http.keda.sh/') && kind === 'InterceptorRoute',
      )
      .map(({ manifest }) => `${manifest.metadata.namespace}/${manifest.spec.target.service}`),
  );
  return servicesIn(objects).filter((service) => !held.has(`${namespaceOf(service)}/${service.metadata.name}`));
}

/** As it leads to a new version: https://github.com/fluxcd/flagger/blob/main/pkg/router/kubernetes_default.go */
function madeByFlagger({ metadata, spec }: KubernetesObject): KubernetesObject {
  const { name } = spec.targetRef;
  const { port, portName = 'http', targetPort = port } = spec.service;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: metadata.namespace! },
    spec: { selector: { 'app.kubernetes.io/name': name }, ports: [{ name: portName, port, targetPort }] },
  };
}

/** Target of a port of a Service, or of all of its ports. */
export function backendsOf(service: KubernetesObject, workloads: readonly Endpoint[], number?: number): Backend[] {
  const { selector, ports = [], clusterIP } = service.spec;
  if (selector === undefined) return [];
  const selected = workloads.filter(
    ({ pod }) =>
      pod!.namespace === namespaceOf(service) &&
      Object.entries(selector).every(([key, value]) => pod!.labels[key] === value),
  );
  return ports
    .filter(({ port }: any) => number === undefined || port === number)
    .flatMap(({ port, targetPort = port, protocol = 'TCP' }: any) =>
      selected.flatMap((workload): Backend[] => {
        // Without an address of its own, its name gives those of the pods.
        const wanted = clusterIP === 'None' ? port : targetPort;
        const found = workload.ports.find(
          (each) =>
            each.protocol === protocol && (typeof wanted === 'string' ? each.name === wanted : each.number === wanted),
        );
        if (found === undefined && typeof wanted === 'string') return [];
        return [{ workload, port: found ?? { number: wanted, protocol } }];
      }),
    );
}
