import type { Accepted } from './acceptance';

const PULL_POLICY =
  'tags and digests stand still (MS1005 reports `latest`), so a start need not wait for the registry, nor fail with it';
const USER_ID =
  'no user id is fixed by default, since OpenShift assigns one to each namespace; Online Boutique states 1000, as ' +
  'upstream does';
const CPU_LIMIT =
  'a CPU limit slows a container down while CPUs idle; the request keeps its share, and whoever wants a limit ' +
  'states it';

const QUICKSTART = 'Deployment shop/cart';
const FRONTEND = 'Deployment online-boutique/frontend';
const CART_STORE = 'Deployment online-boutique/redis-cart';
const ROLLOUTS = ['checkoutservice', 'frontend'];
const REPORTING = 'Deployment office/reporting';
const LOAD_GENERATOR = 'Deployment online-boutique/loadgenerator';
const BOX_OFFICE = ['box-office/production', 'box-office/staging'];
const FRAGMENTS = 'DaemonSet box-office/fragments';
const SEATING = 'Deployment box-office/seating';
const MAILER = 'Deployment box-office/mailer';

/** All checks that are not followed. */
export const ACCEPTED: readonly Accepted[] = [
  { peer: 'kube-score', check: 'container-image-pull-policy', reason: PULL_POLICY },
  { peer: 'checkov', check: 'CKV_K8S_15', reason: PULL_POLICY },
  {
    peer: 'checkov',
    check: 'CKV_K8S_43',
    reason:
      "images are referred to as people state them: a pipeline passes digests in the platform's image map, these " +
      'examples state release tags',
  },

  {
    peer: 'kube-score',
    check: 'container-security-context-user-group-id',
    words: 'The container is running with a low user ID',
    reason: USER_ID,
  },
  {
    peer: 'kube-score',
    check: 'container-security-context-user-group-id',
    words: 'The container running with a low group ID',
    reason: USER_ID,
  },
  { peer: 'checkov', check: 'CKV_K8S_40', reason: USER_ID },
  { peer: 'trivy', check: 'KSV020', reason: USER_ID },
  { peer: 'trivy', check: 'KSV021', reason: USER_ID },

  { peer: 'kube-score', check: 'container-resources', words: 'CPU limit is not set', reason: CPU_LIMIT },
  { peer: 'checkov', check: 'CKV_K8S_11', reason: CPU_LIMIT },
  { peer: 'trivy', check: 'KSV011', reason: CPU_LIMIT },
  {
    peer: 'kube-score',
    check: 'container-ephemeral-storage-request-and-limit',
    reason:
      'containers write to volumes with a size limit alone, since their root is read-only, and the kubelet bounds ' +
      'their logs; the scheduler reserves no disk unless somebody states a request',
  },

  {
    peer: 'kube-score',
    check: 'deployment-has-host-podantiaffinity',
    covers: { kind: 'Deployment' },
    reason:
      'replicas are spread over nodes by topologySpreadConstraints, which also hold where there are more replicas ' +
      'than nodes',
  },
  {
    peer: 'kube-score',
    check: 'deployment-replicas',
    covers: { kind: 'Deployment' },
    system: 'online-boutique/staging',
    reason: 'the platform of staging states one replica of each: it may be away for as long as a pod takes to start',
  },
  {
    peer: 'kube-score',
    check: 'deployment-replicas',
    covers: {
      objects: ['cartservice', 'currencyservice', 'frontend', 'productcatalogservice'].map(
        (name) => `Deployment online-boutique/${name}`,
      ),
    },
    system: 'online-boutique/keda',
    reason: 'ScaledObjects keep three or more, and own the field; kube-score knows HorizontalPodAutoscalers alone',
  },
  ...['online-boutique/flagger', 'online-boutique/istio', 'online-boutique/keda', 'online-boutique/production'].map(
    (system): Accepted => ({
      peer: 'kube-score',
      check: 'deployment-replicas',
      covers: { objects: [CART_STORE] },
      system,
      reason: 'two would each hold half of the carts, since they do not replicate',
    }),
  ),

  {
    peer: 'kube-score',
    check: 'deployment-strategy',
    covers: { objects: [CART_STORE] },
    reason: 'two stores would each hold half of the carts while one replaces the other: it is recreated',
  },
  ...Object.entries({
    'service-targets-pod': ['', '-stable', '-canary'].flatMap((version) =>
      ROLLOUTS.map((name) => `Service online-boutique/${name}${version}`),
    ),
    'networkpolicy-targets-pod': ROLLOUTS.map((name) => `NetworkPolicy online-boutique/${name}`),
    'horizontalpodautoscaler-has-target': ['HorizontalPodAutoscaler online-boutique/frontend'],
  }).map(([check, objects]): Accepted => ({
    peer: 'kube-score',
    check,
    covers: { objects },
    system: 'online-boutique/istio',
    reason: 'their pods are those of Rollouts, which kube-score does not know',
  })),
  {
    peer: 'kube-score',
    check: 'networkpolicy-targets-pod',
    covers: { objects: ['classify', 'thumbnail', 'webhook'].map((name) => `NetworkPolicy photos/${name}`) },
    system: 'functions',
    reason: "their pods are those of Knative's revisions, which kube-score does not know",
  },
  ...BOX_OFFICE.flatMap((system): Accepted[] => [
    {
      peer: 'kube-score',
      check: 'networkpolicy-targets-pod',
      covers: { objects: ['NetworkPolicy box-office/posters'] },
      system,
      reason: "its pods are those of Knative's revisions, which kube-score does not know",
    },
    {
      peer: 'kube-score',
      check: 'deployment-replicas',
      covers: { objects: [SEATING] },
      system,
      reason: 'it locks seats in its memory, of which a second replica would know nothing',
    },
    {
      peer: 'kube-score',
      check: 'deployment-strategy',
      covers: { objects: [SEATING] },
      system,
      reason: 'a second replica would lock the same seats while one replaces the other: it is recreated',
    },
    {
      peer: 'checkov',
      check: 'CKV_K8S_9',
      covers: { objects: [MAILER] },
      system,
      reason: 'it serves no port, so nobody waits until it is ready',
    },
  ]),
  {
    peer: 'kube-score',
    check: 'statefulset-has-host-podantiaffinity',
    covers: { kind: 'StatefulSet' },
    reason:
      'replicas are spread over nodes by topologySpreadConstraints, which also hold where there are more replicas ' +
      'than nodes',
  },
  ...['scale-to-zero/istio', 'scale-to-zero/plain'].map((system): Accepted => ({
    peer: 'kube-score',
    check: 'deployment-replicas',
    covers: { objects: [REPORTING] },
    system,
    reason: 'no replica runs while nobody asks: requests are held until one does',
  })),
  {
    peer: 'trivy',
    check: 'AVD-KSV-0108',
    words: "Service 'reporting-activator' in 'office' namespace should not set external IPs or external Name",
    system: 'scale-to-zero/plain',
    reason:
      "without a mesh, a name in the microservice's namespace is what tells the interceptor whom a request is " +
      'for; it leads to a Service of the cluster',
  },
  {
    peer: 'trivy',
    check: 'AVD-KSV-01010',
    reason:
      'a dashboard holds names of series and of microservices; trivy takes the name of the file for an e-mail ' +
      'address, and names no object',
  },
  {
    peer: 'kube-score',
    check: 'pod-probes-identical',
    covers: { objects: [QUICKSTART, CART_STORE, FRAGMENTS, SEATING] },
    reason:
      'of a TCP port, a probe can only ask whether it accepts; readiness gives up after 15 s, liveness after 60 ' +
      's, such that a busy pod is left alone first',
  },
  {
    peer: 'kube-score',
    check: 'pod-probes-identical',
    covers: { objects: [FRONTEND] },
    reason:
      'its image answers one path, as upstream probes it; the probes differ in their cookie and in when they give ' +
      'up, which kube-score does not compare',
  },
  ...['CKV_K8S_8', 'CKV_K8S_9'].map((check): Accepted => ({
    peer: 'checkov',
    check,
    covers: { objects: [LOAD_GENERATOR] },
    reason:
      'it serves no port, so nobody calls it, and there is nothing that a probe could ask; upstream states none either',
  })),
];
