import { JsonPatch, Testing } from 'cdk8s';
import { ApplicationStack, IstioMesh, Microservice, MicroserviceProps, Platform, Port, Scaling } from '../../../lib';
import { PodSecurityLevel, PrometheusOperator } from '../../../lib';
import { findingsOf } from './program';

const FOLLOWED = 'MS1040';
const TIMES = 'MS1041';

type Patch = (cart: Microservice) => void;

/** `cart` in a mesh, with a caller, a callee and everything that follows from its objects. */
function program(props: Partial<MicroserviceProps> = {}, podSecurity = PodSecurityLevel.RESTRICTED): Microservice {
  const monitoring = new PrometheusOperator({ selector: { release: 'prometheus' } });
  const platform = new Platform({ mesh: new IstioMesh(), observability: { monitoring } });
  const stack = new ApplicationStack(Testing.app(), 'shop', { platform, podSecurity });
  const make = (name: string, more: Partial<MicroserviceProps> = {}) =>
    new Microservice(stack, name, { image: `acme/${name}:1`, ports: [Port.http(80, { targetPort: 8080 })], ...more });
  const cart = make('cart', props);
  make('web').calls(cart);
  cart.calls(make('mail'));
  return cart;
}

const BEFORE = new Set(findingsOf(program()).map(({ code }) => code));

/** What is found beside what is found without a patch. */
function found(patch: Patch, cart = program()): string[] {
  patch(cart);
  return findingsOf(cart)
    .filter(({ code }) => !BEFORE.has(code) || code.startsWith('MS10'))
    .map(({ code, message }) => `${code} ${message}`);
}

const inPod =
  (spec: object): Patch =>
  (cart) =>
    cart.patch({ spec: { template: { spec } } });
const inContainer =
  (fields: object): Patch =>
  (cart) =>
    cart.patchContainer('cart', fields);

test.each<[string, Patch]>([
  ['serviceAccountName', inPod({ serviceAccountName: 'other' })],
  ['serviceAccountName', inPod({ serviceAccountName: null })],
  ['kind', (cart) => cart.patch({ kind: 'StatefulSet' })],
  ['kind', (cart) => cart.patch({ apiVersion: 'apps/v2' })],
  ['metadata.name', (cart) => cart.patch({ metadata: { name: 'other' } })],
  ['metadata.namespace', (cart) => cart.patch({ metadata: { namespace: 'other' } })],
  [
    'spec.template.metadata.labels',
    (cart) => cart.patch({ spec: { template: { metadata: { labels: { 'app.kubernetes.io/instance': 'other' } } } } }),
  ],
  [
    'spec.template.metadata.labels',
    (cart) => cart.patch({ spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'other' } } } }),
  ],
  [
    'sidecar.istio.io/inject',
    (cart) => cart.patch({ spec: { template: { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } } } }),
  ],
  ['ports of container cart', inContainer({ ports: [{ containerPort: 8080, name: 'web' }] })],
  ['ports of container cart', inContainer({ ports: [{ containerPort: 8080, $patch: 'delete' }] })],
  [
    'the name of container cart',
    (cart) => cart.workload.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/name', 'other')),
  ],
  ['hostNetwork', (cart) => inPod({ hostNetwork: true })(cart)],
  ['the resolvers of the pods', inPod({ dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.1'] } })],
  ['spec.replicas', (cart) => cart.patch({ spec: { replicas: 9 } })],
  ['the CPU limits of containers', inContainer({ resources: { limits: { cpu: '1' } } })],
  ['spec.selector', ({ service }) => service!.addJsonPatch(JsonPatch.replace('/spec/selector', { app: 'other' }))],
  ['spec.ports', ({ service }) => service!.addJsonPatch(JsonPatch.replace('/spec/ports/0/targetPort', 9090))],
  [
    'spec.ports',
    ({ service }) => service!.addJsonPatch(JsonPatch.replace('/spec/ports/0/appProtocol', 'kubernetes.io/h2c')),
  ],
  ['spec.clusterIP', ({ service }) => service!.addJsonPatch(JsonPatch.add('/spec/clusterIP', 'None'))],
  ['spec.type', ({ service }) => service!.addJsonPatch(JsonPatch.replace('/spec/type', 'NodePort'))],
  ['metadata.name', ({ service }) => service!.addJsonPatch(JsonPatch.replace('/metadata/name', 'other'))],
])('a patch of %s is reported, since other objects follow from it (%#)', (field, patch) => {
  const cart = program({}, PodSecurityLevel.PRIVILEGED);
  expect(found(patch, cart)).toEqual([expect.stringMatching(new RegExp(`^${FOLLOWED} .* changes .*${field}`))]);
});

test.each<[string, Patch]>([
  ['the fewest replicas', ({ autoscaler }) => autoscaler!.addJsonPatch(JsonPatch.replace('/spec/minReplicas', 3))],
  ['the most replicas', ({ autoscaler }) => autoscaler!.addJsonPatch(JsonPatch.replace('/spec/maxReplicas', 30))],
  ['the cpu request', inContainer({ resources: { requests: { cpu: null } } })],
])('a patch of %s of what is autoscaled is reported', (field, patch) => {
  const cart = program({ scaling: Scaling.onCpu({ min: 2, max: 9 }) });
  expect(found(patch, cart)).toEqual([expect.stringMatching(new RegExp(`^${FOLLOWED} .* changes .*${field}`))]);
});

test.each<[string, Patch]>([
  ['hostPath', inPod({ volumes: [{ name: 'node', hostPath: { path: '/' } }] })],
  ['hostPort', inContainer({ ports: [{ containerPort: 8080, hostPort: 8080 }] })],
  ['capabilities: null', inContainer({ securityContext: { capabilities: null } })],
  ['an added capability', inContainer({ securityContext: { capabilities: { add: ['NET_RAW'] } } })],
  ['privileged', inContainer({ securityContext: { privileged: true } })],
  ['allowPrivilegeEscalation', inContainer({ securityContext: { allowPrivilegeEscalation: true } })],
  ['root', inPod({ securityContext: { runAsNonRoot: null } })],
  ['user 0', inContainer({ securityContext: { runAsUser: 0 } })],
  ['no seccomp profile', inPod({ securityContext: { seccompProfile: null } })],
  ['unconfined', inContainer({ securityContext: { seccompProfile: { type: 'Unconfined' } } })],
  ['sysctls', inPod({ securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } })],
  ['procMount', inContainer({ securityContext: { procMount: 'Unmasked' } })],
  ['hostPID', inPod({ hostPID: true })],
  ['SELinux', inPod({ securityContext: { seLinuxOptions: { user: 'system_u' } } })],
  ['AppArmor', inContainer({ securityContext: { appArmorProfile: { type: 'Unconfined' } } })],
  ['a volume of NFS', inPod({ volumes: [{ name: 'nfs', nfs: { server: 'a', path: '/' } }] })],
])('a restricted namespace refuses a patch of %s, and one finding says so', (_, patch) => {
  expect(found(patch)).toEqual([expect.stringMatching(/^MS1026 the namespace refuses the pod/)]);
  expect(found(patch, program({}, PodSecurityLevel.PRIVILEGED))).toEqual([]);
});

test.each<[string, string, Patch]>([
  ['a grace period below the pause', 'is killed', inPod({ terminationGracePeriodSeconds: 5 })],
  ['a grace period below the longest request', 'is killed', inPod({ terminationGracePeriodSeconds: 39 })],
  ['a longer pause', 'is killed', inContainer({ lifecycle: { preStop: { sleep: { seconds: 40 } } } })],
  ['a shorter pause', 'before its callers', inContainer({ lifecycle: { preStop: { sleep: { seconds: 1 } } } })],
  ['no pause', 'before its callers', inContainer({ lifecycle: null })],
  ['a start beyond the deadline', 'counts as failed', inContainer({ startupProbe: { failureThreshold: 900 } })],
  ['probes that hang beyond the deadline', 'counts as failed', inContainer({ startupProbe: { timeoutSeconds: 30 } })],
  ['a deadline below minReady', 'counts as failed', (cart) => cart.patch({ spec: { progressDeadlineSeconds: 4 } })],
])('a patch to %s does not add up', (_, message, patch) => {
  expect(found(patch)).toEqual([expect.stringMatching(new RegExp(`^${TIMES} .*${message}`))]);
});

test.each<[string, Patch]>([
  ['hostUsers', inPod({ hostUsers: false })],
  ['host aliases', inPod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }] })],
  ['ndots', inPod({ dnsConfig: { options: [{ name: 'ndots', value: '2' }] } })],
  ['a longer grace period', inPod({ terminationGracePeriodSeconds: 90 })],
  ['a volume', inPod({ volumes: [{ name: 'work', emptyDir: {} }] })],
  ['another port', inContainer({ ports: [{ containerPort: 9999, name: 'debug' }] })],
  ['other labels', (cart) => cart.patch({ spec: { template: { metadata: { labels: { team: 'a' } } } } })],
  ['history', (cart) => cart.patch({ spec: { revisionHistoryLimit: 3 } })],
  ['a hook of unknown length', inContainer({ lifecycle: { preStop: { sleep: null, exec: { command: ['drain'] } } } })],
  ['affinity of sessions', ({ service }) => service!.addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'))],
  ['a patch and its end', (cart) => [9, 2].forEach((replicas) => cart.patch({ spec: { replicas } }))],
])('nothing follows from %s, and nothing is reported', (_, patch) => {
  expect(found(patch)).toEqual([]);
});

describe('images that patches bring', () => {
  test.each<[string, Patch]>([
    ['of the main container', inContainer({ image: 'acme/cart' })],
    ['of a container of their own', inPod({ containers: [{ name: 'envoy', image: 'envoyproxy/envoy:latest' }] })],
    ['of an init container', inPod({ initContainers: [{ name: 'first', image: 'busybox' }] })],
  ])('%s change without notice', (_, patch) => {
    expect(found(patch)).toContain('MS1005 the image changes without notice');
  });

  test.each<[string, Patch]>([
    ['a version', inContainer({ image: 'acme/cart:2' })],
    ['what an injector puts in', inPod({ containers: [{ name: 'istio-proxy', image: 'auto' }] })],
  ])('%s is not reported', (_, patch) => {
    expect(found(patch)).not.toContain('MS1005 the image changes without notice');
  });

  test('one that is stated is said once', () => {
    const stated = found(inContainer({ tty: true }), program({ image: 'acme/cart' }));
    expect(stated.filter((each) => each.startsWith('MS1005'))).toHaveLength(1);
  });
});
