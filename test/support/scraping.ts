import type { Kinds } from './kinds';
import { all, ManifestObject, Parsed } from './manifests';

type Labels = Readonly<Record<string, string>>;
type Relabeling = {
  readonly action?: string;
  readonly sourceLabels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly targetLabel?: string;
  readonly replacement?: string;
};

/** Scrape target of Prometheus, and the labels of all its samples. */
export interface Target {
  readonly url: string;
  readonly labels: Labels;
}

/** A container that injection adds to a pod. */
export interface Neighbour {
  readonly name: string;
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
}

/**
 * Whom the Prometheus operator has its Prometheus ask, if one pod of each Deployment runs at an address: as the
 * operator writes the configuration, and as Prometheus discovers pods.
 */
export function targetsOf(
  manifests: readonly ManifestObject[],
  podIp: string,
  neighbours: readonly Neighbour[] = [],
): Target[] {
  const pods = all(manifests, 'Deployment').map(
    ({
      metadata: { namespace },
      spec: {
        template: {
          metadata: { labels },
          spec: { containers },
        },
      },
    }) => ({ namespace, labels, containers: [...containers, ...neighbours] }),
  );
  const byPods = all(manifests, 'PodMonitor').flatMap(({ metadata: { namespace }, spec }) =>
    pods
      .filter((pod) => pod.namespace === namespace && fits(spec.selector.matchLabels, pod.labels))
      .flatMap((pod) =>
        spec.podMetricsEndpoints.flatMap((endpoint) => {
          const { port, path = '/metrics', scheme = 'http', relabelings = [] } = endpoint as Partial<typeof endpoint>;
          const generated: Relabeling[] = [
            ...(port === undefined
              ? []
              : [{ action: 'keep', sourceLabels: ['__meta_kubernetes_pod_container_port_name'], regex: port }]),
            { sourceLabels: ['__meta_kubernetes_namespace'], targetLabel: 'namespace' },
            { sourceLabels: ['__meta_kubernetes_pod_container_name'], targetLabel: 'container' },
            { sourceLabels: [meta('pod_label', spec.jobLabel)], targetLabel: 'job', regex: '(.+)', replacement: '$1' },
          ];
          return discovered(pod, podIp).flatMap((labels) =>
            asked(labels, [...generated, ...(relabelings as unknown as Relabeling[])], scheme, path),
          );
        }),
      ),
  );
  const byServices = all(manifests, 'ServiceMonitor').flatMap(({ metadata: { namespace }, spec }) =>
    all(manifests, 'Service')
      .filter(
        (service) =>
          service.metadata.namespace === namespace && fits(spec.selector.matchLabels, service.metadata.labels),
      )
      .flatMap((service) =>
        spec.endpoints.flatMap((endpoint) => {
          const { port, path = '/metrics', scheme = 'http', relabelings = [] } = endpoint as Partial<typeof endpoint>;
          const generated: Relabeling[] = [
            { action: 'keep', sourceLabels: ['__meta_kubernetes_endpoint_port_name'], regex: port! },
            { sourceLabels: ['__meta_kubernetes_namespace'], targetLabel: 'namespace' },
            {
              sourceLabels: [meta('service_label', spec.jobLabel)],
              targetLabel: 'job',
              regex: '(.+)',
              replacement: '$1',
            },
          ];
          return pods
            .filter((pod) => pod.namespace === namespace && fits(service.spec.selector, pod.labels))
            .flatMap(() =>
              service.spec.ports.flatMap((servicePort) => {
                const labels = {
                  __address__: `${hostOf(podIp)}:${servicePort.targetPort}`,
                  __meta_kubernetes_namespace: namespace,
                  __meta_kubernetes_endpoint_port_name: servicePort.name,
                  ...prefixed('service_label', service.metadata.labels),
                };
                return asked(labels, [...generated, ...(relabelings as unknown as Relabeling[])], scheme, path);
              }),
            );
        }),
      ),
  );
  // Prometheus keeps one of several targets with the same labels and address.
  return [...new Map([...byPods, ...byServices].map((target) => [JSON.stringify(target), target])).values()];
}

/** One target for each port of each container, and one for each container without ports. */
function discovered(
  {
    namespace,
    labels,
    containers,
  }: {
    readonly namespace: string;
    readonly labels: Labels;
    readonly containers: readonly (Neighbour | Parsed<Kinds['Pod']>['spec']['containers'][number])[];
  },
  podIp: string,
): Labels[] {
  return containers.flatMap(
    ({
      name,
      ports = [],
    }: {
      readonly name: string;
      readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
    }) => {
      const common = {
        __meta_kubernetes_namespace: namespace,
        __meta_kubernetes_pod_ip: podIp,
        __meta_kubernetes_pod_container_name: name,
        ...prefixed('pod_label', labels),
      };
      return ports.length === 0
        ? [{ ...common, __address__: podIp }]
        : ports.map((port) => ({
            ...common,
            __address__: `${hostOf(podIp)}:${port.containerPort}`,
            __meta_kubernetes_pod_container_port_name: port.name,
          }));
    },
  );
}

function asked(discoveredLabels: Labels, relabelings: readonly Relabeling[], scheme: string, path: string): Target[] {
  const labels = relabelings.reduce<Labels | undefined>(
    (each, relabeling) => each && relabeled(each, relabeling),
    discoveredLabels,
  );
  if (labels === undefined) return [];
  return [
    {
      url: `${scheme}://${labels.__address__}${path}`,
      labels: Object.fromEntries(
        Object.entries(labels)
          .filter(([label]) => !label.startsWith('__'))
          .sort(),
      ),
    },
  ];
}

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
function relabeled(
  labels: Labels,
  {
    action = 'replace',
    sourceLabels = [],
    separator = ';',
    regex = '(.*)',
    targetLabel,
    replacement = '$1',
  }: Relabeling,
): Labels | undefined {
  const match = new RegExp(`^(?:${regex})$`).exec(sourceLabels.map((label) => labels[label] ?? '').join(separator));
  if (action === 'keep') return match === null ? undefined : labels;
  if (action === 'drop') return match === null ? labels : undefined;
  if (action !== 'replace') throw new Error(`the action ${action} is not known`);
  return match === null
    ? labels
    : {
        ...labels,
        [targetLabel!]: replacement.replace(/\$\{?(\d+)\}?/g, (_, group: string) => match[Number(group)] ?? ''),
      };
}

function prefixed(what: string, labels: Labels): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([label, value]) => [meta(what, label), value]));
}

function meta(what: string, label: string): string {
  return `__meta_kubernetes_${what}_${label.replace(/\W/g, '_')}`;
}

function hostOf(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function fits(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([label, value]) => labels[label] === value);
}
