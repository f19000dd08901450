import { KindSchema, Schema } from './closed-schema';
import { list, mapOf, metadata, number, object, text } from './schemas';

const target = (...kinds: string[]): Schema =>
  object({ apiVersion: text, kind: { enum: kinds }, name: text }, ['apiVersion', 'kind', 'name']);
const exact = object({ exact: text, prefix: text, regex: text });

const trafficPolicy = object({
  connectionPool: object({
    http: object({
      h2UpgradePolicy: text,
      http1MaxPendingRequests: number,
      http2MaxRequests: number,
      idleTimeout: text,
      maxRequestsPerConnection: number,
      maxRetries: number,
    }),
  }),
  loadBalancer: object({ simple: text, localityLbSetting: {}, consistentHash: {}, warmupDurationSecs: text }),
  outlierDetection: object({
    consecutiveErrors: number,
    consecutive5xxErrors: number,
    consecutiveGatewayErrors: number,
    interval: text,
    baseEjectionTime: text,
    maxEjectionPercent: number,
    minHealthPercent: number,
  }),
  tls: object({
    mode: text,
    clientCertificate: text,
    privateKey: text,
    caCertificates: text,
    sni: text,
    subjectAltNames: list(text),
  }),
});

const added = object({ labels: mapOf(text), annotations: mapOf(text) });

const service = object(
  {
    name: text,
    port: number,
    portName: text,
    appProtocol: text,
    targetPort: { anyOf: [text, number] },
    portDiscovery: { type: 'boolean' },
    timeout: text,
    hosts: list(text),
    gateways: list(text),
    delegation: { type: 'boolean' },
    trafficPolicy,
    retries: object({ attempts: number, perTryTimeout: text, retryOn: text }),
    apex: added,
    primary: added,
    canary: added,
  },
  ['port'],
);

const metric = object(
  {
    name: text,
    interval: text,
    thresholdRange: object({ min: number, max: number }),
    templateVariables: mapOf(text),
    templateRef: object({ name: text, namespace: text }, ['name']),
  },
  ['name'],
);

const analysis = object(
  {
    interval: text,
    threshold: number,
    iterations: number,
    maxWeight: number,
    stepWeight: number,
    stepWeights: list(number),
    stepWeightPromotion: number,
    mirror: { type: 'boolean' },
    mirrorWeight: number,
    primaryReadyThreshold: number,
    canaryReadyThreshold: number,
    match: list(object({ headers: mapOf(exact), sourceLabels: mapOf(text) })),
    metrics: list(metric),
    webhooks: list(
      object(
        {
          name: text,
          type: {
            enum: [
              'confirm-rollout',
              'confirm-promotion',
              'confirm-traffic-increase',
              'pre-rollout',
              'rollout',
              'post-rollout',
              'rollback',
              'event',
            ],
          },
          url: text,
          timeout: text,
        },
        ['name', 'url'],
      ),
    ),
  },
  ['interval', 'threshold'],
);

const canary = object(
  {
    provider: { enum: ['istio', 'kubernetes', 'linkerd', 'gatewayapi:v1'] },
    targetRef: target('DaemonSet', 'Deployment', 'Service'),
    autoscalerRef: object(
      {
        apiVersion: text,
        kind: { enum: ['HorizontalPodAutoscaler', 'ScaledObject'] },
        name: text,
        primaryScalerQueries: mapOf(text),
      },
      ['apiVersion', 'kind', 'name'],
    ),
    progressDeadlineSeconds: number,
    service,
    analysis,
    skipAnalysis: { type: 'boolean' },
    revertOnDeletion: { type: 'boolean' },
    suspend: { type: 'boolean' },
  },
  ['targetRef', 'service', 'analysis'],
);

const template = object(
  {
    provider: object(
      {
        type: { enum: ['prometheus'] },
        address: text,
        secretRef: object({ name: text }, ['name']),
        insecureSkipVerify: { type: 'boolean' },
      },
      ['type', 'address'],
    ),
    query: text,
  },
  ['provider', 'query'],
);

const kind = (name: string, spec: Schema): KindSchema => ({
  schema: object({ apiVersion: { enum: ['flagger.app/v1beta1'] }, kind: { enum: [name] }, metadata, spec }, [
    'apiVersion',
    'kind',
    'metadata',
    'spec',
  ]),
});

/**
 * Kinds of Flagger, of which no package has types: the fields that the library may state, as the definitions of
 * https://github.com/fluxcd/flagger/blob/main/artifacts/flagger/crd.yaml have them.
 */
export const FLAGGER_KINDS: Readonly<Record<string, KindSchema>> = {
  'flagger.app/v1beta1/Canary': kind('Canary', canary),
  'flagger.app/v1beta1/MetricTemplate': kind('MetricTemplate', template),
};
