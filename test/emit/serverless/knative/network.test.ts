import { KnativeIngress, Microservice, Port, Protocol } from '../../../../lib';
import { find } from '../../../support/manifests';
import { IMAGE, shop, thumbnail, written } from '../program';

const namespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
const pods = (name: string, labels: Record<string, string>) => ({
  namespaceSelector: namespace(name),
  podSelector: { matchLabels: labels },
});
const tcp = (port: number) => ({ port, protocol: 'TCP' });
const own = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name });
const policyOf = (...args: Parameters<typeof thumbnail>) =>
  find(written(thumbnail(...args)), 'NetworkPolicy', 'thumbnail').spec;

const activator = pods('knative-serving', { app: 'activator' });
const autoscaler = pods('knative-serving', { app: 'autoscaler' });

test('gateway and activator send requests to queue-proxy, the autoscaler counts them, and nobody else comes in', () => {
  const { podSelector, ingress, egress } = policyOf();
  expect(podSelector).toEqual({ matchLabels: own('thumbnail') });
  expect(ingress).toEqual([
    { from: [activator, pods('kourier-system', { app: '3scale-kourier-gateway' })], ports: [tcp(8012)] },
    { from: [autoscaler], ports: [tcp(9090)] },
  ]);
  expect(egress).toHaveLength(1);
});

test('queue-proxy takes HTTP/2 on another port', () => {
  expect(policyOf({ protocol: Protocol.HTTP2 }).ingress[0]!.ports).toEqual([tcp(8013)]);
});

test('the gateway is the one that the platform states', () => {
  expect(policyOf({}, shop({ ingress: KnativeIngress.istio(), namespace: 'serving' })).ingress).toEqual([
    {
      from: [pods('istio-system', { istio: 'ingressgateway' }), pods('serving', { app: 'activator' })],
      ports: [tcp(8012)],
    },
    { from: [pods('serving', { app: 'autoscaler' })], ports: [tcp(9090)] },
  ]);
});

test('callers are let out to the gateway, and it does not matter to the function who they are', () => {
  const stack = shop();
  const resized = thumbnail({}, stack);
  const before = find(written(resized), 'NetworkPolicy', 'thumbnail').spec;
  new Microservice(stack, 'gallery', { image: IMAGE, ports: [Port.http(8080)] }).calls(resized);
  const manifests = written(resized);
  expect(find(manifests, 'NetworkPolicy', 'thumbnail').spec).toEqual(before);
  expect(find(manifests, 'NetworkPolicy', 'gallery').spec.egress).toContainEqual({
    to: [pods('kourier-system', { app: '3scale-kourier-gateway' })],
    ports: [tcp(8081)],
  });
});

test('a function reaches whom it calls, and they let it in', () => {
  const stack = shop();
  const store = new Microservice(stack, 'store', { image: IMAGE, ports: [Port.grpc(7070)] });
  const caller = thumbnail({}, stack);
  caller.calls(store);
  const manifests = written(caller);
  expect(find(manifests, 'NetworkPolicy', 'thumbnail').spec.egress).toContainEqual({
    to: [{ podSelector: { matchLabels: own('store') } }],
    ports: [tcp(7070)],
  });
  expect(find(manifests, 'NetworkPolicy', 'store').spec.ingress).toEqual([
    { from: [{ podSelector: { matchLabels: own('thumbnail') } }], ports: [tcp(7070)] },
  ]);
});

test('off, it allows everything, although the namespace denies it', () => {
  expect(policyOf({ security: { networkPolicy: false } })).toMatchObject({ ingress: [{}], egress: [{}] });
});

test('exposed, it lets nobody else in: clients come through the gateway too', () => {
  const exposed = thumbnail();
  const before = find(written(exposed), 'NetworkPolicy', 'thumbnail').spec;
  exposed.expose({ public: true });
  expect(find(written(exposed), 'NetworkPolicy', 'thumbnail').spec).toEqual(before);
});
