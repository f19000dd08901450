import { EnvironmentName, WITH_ISTIO } from './boutique';
import { UPSTREAM } from './upstream';

/** Facts in which the synthesized manifests differ from upstream's on purpose. */
export interface Deviation {
  /** What the synthesized manifests state, by fact; nothing where they state none. */
  readonly ours: Readonly<Record<string, unknown>>;
  readonly workloads: readonly string[];
  /** Where they differ; everywhere where none is named. */
  readonly environments?: readonly EnvironmentName[];
  readonly reason: string;
}

const ALL = Object.keys(UPSTREAM);
const SERVERS = ALL.filter((workload) => workload !== 'loadgenerator');

/** What spans say of where they come from. */
function attributesOf(workload: string): string {
  const version = (UPSTREAM[workload]!.image as string).split(':')[1]!.split('@')[0]!;
  const pod = '$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME)';
  return [
    'service.namespace=online-boutique',
    `service.version=${workload === 'redis-cart' ? '8.2.1-alpine' : version}`,
    `service.instance.id=online-boutique.${pod}.${workload}`,
    'k8s.cluster.name=istio',
    'k8s.namespace.name=online-boutique',
    `k8s.deployment.name=${workload}`,
    `k8s.pod.name=${pod}`,
    `k8s.container.name=${workload}`,
  ].join(',');
}

/** All deviations. */
export const DEVIATIONS: readonly Deviation[] = [
  ...ALL.map((workload): Deviation => ({
    ours: {
      'selector.app': undefined,
      'selector.app.kubernetes.io/name': workload,
      'selector.app.kubernetes.io/instance': workload,
    },
    workloads: [workload],
    reason: 'the labels that Kubernetes recommends, and that every tool reads',
  })),
  ...ALL.map((workload): Deviation => ({
    ours: { container: workload },
    workloads: [workload],
    reason: 'logs and metrics name containers: `server` says nothing there',
  })),
  {
    ours: { image: 'redis:8.2.1-alpine@sha256:987c376c727652f99625c7d205a1cba3cb2c53b92b0b62aade2bd48ee1593232' },
    workloads: ['redis-cart'],
    reason: 'redis:alpine is another program each time that a node pulls it',
  },
  {
    ours: { serviceAccount: 'redis-cart' },
    workloads: ['redis-cart'],
    reason: "every microservice has an identity of its own; upstream leaves this one to the namespace's default",
  },
  {
    ours: { tokenMounted: false },
    workloads: ALL,
    reason: 'none of them calls the Kubernetes API; upstream leaves it to the API, which mounts the token',
  },
  {
    ours: { 'podSecurity.seccompProfile.type': 'RuntimeDefault' },
    workloads: ALL,
    reason: 'without it, a restricted namespace refuses the pod',
  },
  {
    ours: { 'containerSecurity.privileged': undefined },
    workloads: ALL,
    reason: 'false is what the API takes where nothing is said',
  },
  {
    ours: { 'volumes.tmp.kind': 'emptyDir', 'volumes.tmp.mountedAt': '/tmp', 'volumes.tmp.sizeLimit': '64Mi' },
    workloads: ALL,
    reason: 'what runtimes write beside a read-only root file system has a place, and a bound',
  },
  {
    ours: { 'volumes.redis-data.sizeLimit': '512Mi' },
    workloads: ['redis-cart'],
    reason: 'without a bound, a store could fill the disk of its node',
  },
  {
    ours: { startup: 'until 60 s after the start' },
    workloads: SERVERS,
    reason: 'the other probes wait for it, however long a start takes',
  },
  {
    ours: { 'readiness.initialDelaySeconds': undefined, 'liveness.initialDelaySeconds': undefined },
    workloads: ['adservice', 'cartservice', 'frontend'],
    reason: 'the startup probe takes its place: a pod that starts sooner serves sooner',
  },
  {
    ours: {
      'readiness.timeoutSeconds': 2,
      'readiness.failureThreshold': 3,
      'liveness.timeoutSeconds': 5,
      'liveness.failureThreshold': 6,
    },
    workloads: SERVERS,
    reason: "the API's default of one second calls a busy server dead; stated, so that it can be read",
  },
  {
    ours: { 'readiness.periodSeconds': 5 },
    workloads: [
      'adservice',
      'cartservice',
      'checkoutservice',
      'currencyservice',
      'frontend',
      'paymentservice',
      'productcatalogservice',
    ],
    reason: 'callers leave a pod that fails after 15 s',
  },
  {
    ours: { 'liveness.periodSeconds': 10 },
    workloads: SERVERS.filter((workload) => workload !== 'cartservice'),
    reason: 'a restart helps seldom, so the library waits a minute before one',
  },
  {
    ours: { gracePeriod: 10 },
    workloads: ['loadgenerator'],
    reason: 'computed: 5 s for its longest request and 5 s to spare; nobody calls it',
  },
  {
    ours: { gracePeriod: 20 },
    workloads: SERVERS.filter((workload) => !['checkoutservice', 'frontend'].includes(workload)),
    reason:
      'computed: 10 s until callers know, 5 s for the longest request, 5 s to spare; within 5 s, requests are lost',
  },
  {
    ours: { gracePeriod: 25 },
    workloads: ['checkoutservice'],
    reason: 'computed: 10 s until callers know, 10 s for the longest request, 5 s to spare',
  },
  {
    ours: { gracePeriod: 30 },
    workloads: ['frontend'],
    reason: 'computed: 10 s until callers know, 15 s for the longest request, 5 s to spare',
  },
  {
    ours: { 'podAnnotations.sidecar.istio.io/rewriteAppHTTPProbers': undefined },
    workloads: ['frontend', 'loadgenerator'],
    reason: 'what Istio does where nothing is said; without Istio, nobody reads it',
  },
  ...ALL.map((workload): Deviation => ({
    ours: {
      'env.OTEL_EXPORTER_OTLP_ENDPOINT': 'http://otel-collector.observability.svc.cluster.local:4317',
      'env.OTEL_EXPORTER_OTLP_PROTOCOL': 'grpc',
      'env.OTEL_PROPAGATORS': 'tracecontext,baggage',
      'env.OTEL_RESOURCE_ATTRIBUTES': attributesOf(workload),
      'env.OTEL_SERVICE_NAME': workload,
      'env.OTEL_TRACES_SAMPLER': 'parentbased_traceidratio',
      'env.OTEL_TRACES_SAMPLER_ARG': '0.05',
    },
    workloads: [workload],
    environments: ['istio'],
    reason: 'the platform traces requests, and tells SDKs of OpenTelemetry how',
  })),
  ...Object.entries({ checkoutservice: 'grpc', frontend: 'http' }).map(([workload, port]): Deviation => ({
    ours: Object.fromEntries(
      ['port', 'targetPort', 'containerPort', 'protocol'].map((field) => [`ports.${port}.${field}`, undefined]),
    ),
    workloads: [workload],
    environments: ['flagger'],
    reason: 'Flagger makes the Services of what it brings out',
  })),
  {
    ours: { 'podAnnotations.traffic.sidecar.istio.io/excludeOutboundPorts': '53' },
    workloads: ALL,
    environments: WITH_ISTIO,
    reason: 'the proxy, which knows declared callees alone, would refuse name resolution over TCP',
  },
  {
    ours: { restartPolicy: undefined },
    workloads: ['loadgenerator'],
    reason: 'Always is the only value that a Deployment allows',
  },
  {
    ours: {
      'initContainers.frontend-check.containerSecurity.privileged': undefined,
      'initContainers.frontend-check.resources.requests.cpu': '100m',
      'initContainers.frontend-check.resources.requests.memory': '256Mi',
      'initContainers.frontend-check.resources.limits.memory': '256Mi',
      'volumes.tmp-frontend-check.kind': 'emptyDir',
      'volumes.tmp-frontend-check.mountedAt': '/tmp',
      'volumes.tmp-frontend-check.sizeLimit': '64Mi',
    },
    workloads: ['loadgenerator'],
    reason:
      'init containers are kept to the same rules; what they ask for is no more than the main container does later',
  },
];
