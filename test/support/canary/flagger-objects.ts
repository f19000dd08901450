import { expectFields } from '../decision/matching';
import type { Manifest } from './cluster';
import type { CanaryState } from './flagger';

/**
 * Labels by which Flagger may tell two versions apart, unless it is told others:
 * https://docs.flagger.app/usage/how-it-works#canary-target
 */
const LABELS = ['app', 'name', 'app.kubernetes.io/name'];
const SPEC = ['provider', 'targetRef', 'autoscalerRef', 'progressDeadlineSeconds', 'service', 'analysis'];
const SERVICE = [
  'port',
  'portName',
  'targetPort',
  'appProtocol',
  'portDiscovery',
  'gateways',
  'hosts',
  'timeout',
  'retries',
  'trafficPolicy',
  'primary',
  'canary',
];
const ANALYSIS = [
  'interval',
  'threshold',
  'iterations',
  'stepWeights',
  'stepWeightPromotion',
  'mirror',
  'mirrorWeight',
  'match',
  'metrics',
  'webhooks',
];

/** Objects that Flagger makes of a Canary: the primary Deployment, three Services, routes and destinations. */
export function flaggerObjects(canary: Manifest, target: Manifest, state: CanaryState): Manifest[] {
  const {
    metadata: { name: title, namespace },
    spec,
  } = canary;
  const where = `Canary ${namespace}/${title}`;
  expectFields(spec, SPEC, where);
  expectFields(spec.service, SERVICE, `the Service of ${where}`);
  expectFields(spec.analysis, ANALYSIS, `the analysis of ${where}`);
  const label = LABELS.find((each) => each in target.spec.selector.matchLabels);
  if (label === undefined)
    throw new Error(`Flagger finds none of ${LABELS.join(', ')} in the selector of Deployment ${target.metadata.name}`);
  const value = target.spec.selector.matchLabels[label];
  const apex = target.metadata.name;
  const object = (apiVersion: string, kind: string, name: string, content: object, labels = {}): Manifest => ({
    apiVersion,
    kind,
    metadata: { name, namespace, labels },
    spec: content,
  });
  const service = (name: string, selected: string, { labels = {} }: any = {}) =>
    object(
      'v1',
      'Service',
      name,
      { type: 'ClusterIP', selector: { [label]: selected }, ports: ports(spec.service, target) },
      { ...labels, [label]: name },
    );
  // The API server turns what it writes, in v1beta1, into the version that is asked for.
  const rule = (name: string) =>
    object('networking.istio.io/v1', 'DestinationRule', name, {
      host: name,
      trafficPolicy: spec.service.trafficPolicy,
    });
  return [
    primary(target, label, `${value}-primary`),
    service(apex, `${value}-primary`),
    service(`${apex}-primary`, `${value}-primary`, spec.service.primary),
    service(`${apex}-canary`, value, spec.service.canary),
    rule(`${apex}-canary`),
    rule(`${apex}-primary`),
    object('networking.istio.io/v1', 'VirtualService', apex, routes(spec, apex, state)),
  ];
}

function primary(target: Manifest, label: string, value: string): Manifest {
  const {
    metadata: { name, namespace },
    spec: { template },
  } = target;
  const { topologySpreadConstraints = [] } = template.spec;
  const own = (labels: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(labels).map(([key, each]) => [
        key,
        LABELS.includes(key) && each === name ? `${each}-primary` : each,
      ]),
    );
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `${name}-primary`, namespace, labels: { [label]: value } },
    spec: {
      selector: { matchLabels: { [label]: value } },
      template: {
        ...template,
        metadata: { ...template.metadata, labels: { ...template.metadata.labels, [label]: value } },
        spec: {
          ...template.spec,
          topologySpreadConstraints: topologySpreadConstraints.map((each: any) => ({
            ...each,
            labelSelector: { ...each.labelSelector, matchLabels: own(each.labelSelector?.matchLabels) },
          })),
        },
      },
    },
  };
}

/** The port of the Canary, and with discovery the other ports of containers, by their own numbers. */
function ports(
  { port, portName = 'http', targetPort = port, appProtocol, portDiscovery }: any,
  target: Manifest,
): object[] {
  const others =
    portDiscovery !== true
      ? []
      : (target.spec.template.spec.containers as any[]).flatMap(({ name, ports: own = [] }) =>
          own.map((each: any, at: number) => ({
            name: each.name ?? `tcp-${name}-${at}`,
            port: each.containerPort,
            targetPort: each.containerPort,
          })),
        );
  return [
    { name: portName, protocol: 'TCP', port, targetPort, ...(appProtocol !== undefined && { appProtocol }) },
    ...others
      .filter((each) => each.port !== targetPort && each.name !== targetPort)
      .map((each) => ({ ...each, protocol: 'TCP' })),
  ];
}

function routes({ service, analysis }: any, apex: string, { weight, copied }: CanaryState): object {
  const { gateways = [], hosts = [], timeout, retries, port, portDiscovery } = service;
  // Only so that a gateway in front knows which of several ports is meant.
  const named =
    portDiscovery === true && gateways.length > 0 && gateways[0] !== 'mesh' ? { port: { number: port } } : {};
  const to = (host: string, share: number) => ({ destination: { host, ...named }, weight: share });
  const route = {
    ...(timeout !== undefined && { timeout }),
    ...(retries !== undefined && { retries }),
    route: [to(`${apex}-primary`, 100 - weight), to(`${apex}-canary`, weight)],
  };
  const split =
    analysis.match === undefined
      ? [
          {
            ...route,
            ...(copied && {
              mirror: { host: `${apex}-canary` },
              ...(analysis.mirrorWeight > 0 && { mirrorPercentage: { value: analysis.mirrorWeight } }),
            }),
          },
        ]
      : [
          { ...route, match: analysis.match },
          { ...route, route: [to(`${apex}-primary`, 100 - weight)] },
        ];
  return {
    hosts: hosts.includes(apex) ? hosts : [...hosts, apex],
    gateways: gateways.length === 0 ? ['mesh'] : gateways,
    http: split,
  };
}
