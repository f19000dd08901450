import { Testing } from 'cdk8s';
import { ApplicationStack } from '../../../lib/api/application-stack';
import { MicroserviceReference } from '../../../lib/api/reference/microservice-reference';
import { SharedAccount } from '../../../lib/api/shared-account';
import { Microservice } from '../../../lib/api/workload/microservice';
import { StatefulService } from '../../../lib/api/workload/stateful-service';
import { ArgoRollouts } from '../../../lib/emit/delivery';
import { IstioMesh } from '../../../lib/emit/mesh';
import { PrometheusOperator } from '../../../lib/emit/observability';
import { Platform } from '../../../lib/platform';
import { Account, type Adoption, Port, Scaling, Rollout } from '../../../lib/values';
import { cart, containerOf, deploymentOf, podOf, rendered, renderedAll, shop } from '../../emit/kubernetes/program';

const OLD: Adoption = { selector: { app: 'cart', tier: 'web' }, service: 'cart-svc', container: 'server' };

const meshed = (platform: ConstructorParameters<typeof Platform>[0] = {}) =>
  new ApplicationStack(Testing.app(), 'shop', { platform: new Platform({ mesh: new IstioMesh(), ...platform }) });

const moved = (stack = shop(), adopts: Adoption = OLD, props = {}) =>
  cart({ ports: [Port.http(8080)], metadata: { adopts }, ...props }, stack);

test('the selector stays as it was, and the pods carry it beside the recommended labels', () => {
  const { spec } = deploymentOf(moved());
  expect(spec.selector.matchLabels).toEqual(OLD.selector);
  expect(spec.template.metadata.labels).toMatchObject({
    ...OLD.selector,
    'app.kubernetes.io/name': 'cart',
    'app.kubernetes.io/instance': 'cart',
  });
});

test('Service, policies, budget and spread select by the adopted labels: old pods have no others', () => {
  const service = moved();
  const selected = { matchLabels: OLD.selector };
  expect(rendered('Service', service.service).spec.selector).toEqual(OLD.selector);
  expect(rendered('NetworkPolicy', service.networkPolicy).spec.podSelector).toEqual(selected);
  expect(rendered('PodDisruptionBudget', service.disruptionBudget).spec.selector).toEqual(selected);
  expect(podOf(service).topologySpreadConstraints?.map(({ labelSelector }) => labelSelector)).toEqual([
    selected,
    selected,
  ]);
});

test('a selector of recommended labels names pods and objects alike', () => {
  const selector = { 'app.kubernetes.io/name': 'chart', 'app.kubernetes.io/instance': 'release' };
  const service = moved(meshed(), { selector });
  const { metadata, spec } = deploymentOf(service);
  expect(spec.selector.matchLabels).toEqual(selector);
  expect(spec.template.metadata.labels).toMatchObject({ ...selector, 'service.istio.io/canonical-name': 'cart' });
  expect(metadata.labels).toMatchObject(selector);
});

test('Service and container keep their names, and callers, routes and probes follow', () => {
  const stack = meshed();
  const service = moved(stack);
  const checkout = new Microservice(stack, 'checkout', { image: 'checkout:1.0.0' });
  checkout.calls(service);
  expect(service.service?.name).toBe('cart-svc');
  expect(containerOf(service, 'server').readinessProbe).toBeDefined();
  expect(containerOf(checkout).env).toContainEqual({ name: 'CART_ADDR', value: 'cart-svc:8080' });
  const host = 'cart-svc.shop.svc.cluster.local';
  expect(renderedAll('VirtualService', service)[0]?.spec?.hosts).toEqual([host]);
  expect(renderedAll('DestinationRule', service)[0]?.spec?.host).toBe(host);
  expect(renderedAll('Sidecar', checkout)[0]?.spec?.egress?.[0]?.hosts).toContain(`./${host}`);
});

test('the policies of callers and callees select each other by adopted labels', () => {
  const stack = shop();
  const service = moved(stack);
  const checkout = new Microservice(stack, 'checkout', { image: 'checkout:1.0.0' });
  checkout.calls(service);
  const egress = rendered('NetworkPolicy', checkout.networkPolicy).spec.egress ?? [];
  expect(egress.flatMap(({ to = [] }) => to)).toContainEqual({ podSelector: { matchLabels: OLD.selector } });
});

test('the autoscaler reads the adopted container', () => {
  const service = moved(shop(), OLD, { scaling: Scaling.onCpu({ min: 2, max: 4 }) });
  const { metrics = [] } = rendered('HorizontalPodAutoscaler', service.autoscaler).spec;
  expect(metrics.map(({ containerResource }) => containerResource?.container)).toEqual(['server']);
});

test('a Rollout of ArgoRollouts keeps the selector and switches the adopted Service', () => {
  const service = moved(meshed({ delivery: new ArgoRollouts() }), OLD, {
    lifecycle: { rollout: Rollout.blueGreen() },
  });
  const { spec } = rendered('Rollout', service.workload);
  expect(spec.selector?.matchLabels).toEqual(OLD.selector);
  expect(spec.strategy?.blueGreen?.activeService).toBe('cart-svc');
});

test('monitors find the pods by the adopted labels', () => {
  const service = moved(
    shop({
      platform: new Platform({
        observability: { monitoring: new PrometheusOperator({ selector: { release: 'kps' } }) },
      }),
    }),
    OLD,
    {
      ports: [Port.http(8080, { servesMetrics: true })],
    },
  );
  const [monitor] = renderedAll('PodMonitor', service);
  expect(monitor?.spec.selector.matchLabels).toEqual(OLD.selector);
});

test('replicas of a stateful service keep the Service of their addresses', () => {
  const db = new StatefulService(shop(), 'db', {
    image: 'db:16.4',
    ports: [Port.tcp(5432)],
    metadata: { adopts: { selector: { app: 'db' }, headlessService: 'db-peers' } },
  });
  const { spec } = rendered('StatefulSet', db.workload);
  expect(spec.serviceName).toBe('db-peers');
  expect(spec.selector.matchLabels).toEqual({ app: 'db' });
  expect(db.headlessService.name).toBe('db-peers');
});

test('a reference to adopted names has the name of the Service, and the labels and the account of the pods', () => {
  const service = cart();
  const facts = { podLabels: { app: 'db' }, serviceAccount: 'db-sa', ports: [Port.tcp(5432)] };
  service.calls(new MicroserviceReference({ name: 'db-rw', namespace: 'data', ...facts }));
  expect(containerOf(service).env).toContainEqual({ name: 'DB_RW_ADDR', value: 'db-rw.data.svc:5432' });
  const [policy] = renderedAll('NetworkPolicy', service);
  expect(JSON.stringify(policy!.spec.egress)).toContain('"podSelector":{"matchLabels":{"app":"db"}}');
});

test('the account has a name and annotations of its own', () => {
  const annotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/cart' };
  const labels = { 'azure.workload.identity/use': 'true' };
  const service = cart({ metadata: { serviceAccount: Account.own({ name: 'cart-sa', annotations, labels }) } });
  const [account] = renderedAll('ServiceAccount', service);
  expect(account?.metadata).toMatchObject({ name: 'cart-sa', annotations, labels });
  expect(podOf(service).serviceAccountName).toBe('cart-sa');
  expect(service.workload.metadata.toJson()).not.toHaveProperty('annotations');
});

test('workloads share one account, which authorization names once', () => {
  const stack = meshed();
  const { account } = new SharedAccount(stack, 'front');
  const metadata = { serviceAccount: account };
  const callee = new Microservice(stack, 'payment', { image: 'payment:1.0.0', ports: [Port.http(8080)] });
  const callers = ['checkout', 'refund'].map(
    (name) => new Microservice(stack, name, { image: `${name}:1.0.0`, metadata }),
  );
  for (const caller of callers) caller.calls(callee);
  expect(renderedAll('ServiceAccount', stack).map(({ metadata: { name } }) => name)).toEqual(['front', 'payment']);
  expect(callers.map((caller) => podOf(caller).serviceAccountName)).toEqual(['front', 'front']);
  const [policy] = renderedAll('AuthorizationPolicy', callee);
  expect(policy?.spec?.rules?.[0]?.from).toEqual([{ source: { serviceAccounts: ['shop/front'] } }]);
  const peers = rendered('NetworkPolicy', callee.networkPolicy).spec.ingress?.[0]?.from ?? [];
  expect(peers).toHaveLength(2);
});

test('roles are bound to an account that somebody else makes', () => {
  const service = cart({ metadata: { serviceAccount: Account.named('legacy') } });
  expect(service.serviceAccount.toSubjectConfiguration()).toEqual({
    kind: 'ServiceAccount',
    name: 'legacy',
    namespace: 'shop',
  });
  expect(renderedAll('ServiceAccount', service)).toEqual([]);
});
