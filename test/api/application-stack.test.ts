import { ApiObject, Chart, Testing } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { ApplicationStack } from '../../lib/api/application-stack';
import { Microservice } from '../../lib/api/workload/microservice';
import { Platform } from '../../lib/platform';
import { cart, codesOf, findingsOf, shop } from '../emit/kubernetes/program';

test('is a chart whose namespace is its id unless another is stated', () => {
  expect(shop()).toBeInstanceOf(Chart);
  expect(shop().namespace).toBe('shop');
  expect(shop({ namespace: 'prod-shop' }).namespace).toBe('prod-shop');
});

test('needs no platform', () => {
  expect(`${shop().platform.cluster.kubernetesVersion}`).toBe('1.30');
});

test('keeps the platform that it is given', () => {
  const platform = new Platform();
  expect(shop({ platform }).platform).toBe(platform);
});

test('labels every object in it, those of others too', () => {
  const stack = shop({
    platform: new Platform({
      defaults: { metadata: { labels: { owner: 'p', team: 'p' } } },
      required: { metadata: { labels: { cost: 'r' } } },
    }),
    defaults: { metadata: { labels: { team: 's', cost: 's' } } },
  });
  const configMap = new ConfigMap(stack, 'flags');
  expect(ApiObject.of(configMap).toJson().metadata).toMatchObject({
    namespace: 'shop',
    labels: {
      owner: 'p',
      team: 's',
      cost: 'r',
      'app.kubernetes.io/part-of': 'shop',
      'app.kubernetes.io/managed-by': 'cdk8s-microservice',
    },
  });
});

test('names carry no hash', () => {
  const stack = shop();
  expect(new ConfigMap(stack, 'flags').name).toBe('shop-flags');
  expect(cart({}, stack).workload.name).toBe('cart');
});

test('is known by its own mark, not by its class', () => {
  expect(ApplicationStack.isApplicationStack(shop())).toBe(true);
  for (const other of [undefined, null, 1, {}, new Chart(Testing.app(), 'x')])
    expect(ApplicationStack.isApplicationStack(other)).toBe(false);
});

test.each([
  ['Shop', ['MS3001']],
  ['shop_1', ['MS3001']],
  ['shop', []],
])('the namespace %s: %j', (id, codes) => {
  expect(codesOf(new ApplicationStack(Testing.app(), id))).toEqual(codes);
});

test('an application that is no label value is a finding, whatever its namespace', () => {
  expect(codesOf(new ApplicationStack(Testing.app(), 'My Shop', { namespace: 'shop' }))).toEqual(['MS3001']);
});

test('accepts findings for all of its microservices', () => {
  const stack = shop();
  stack.acknowledge('MS1005', 'a development cluster pulls what is newest');
  new Microservice(stack, 'cart', { image: 'acme/cart' });
  expect(findingsOf(stack)).toMatchObject([
    { code: 'MS1005', path: 'shop/cart', acknowledged: 'a development cluster pulls what is newest' },
  ]);
});

test('may stand inside of another construct', () => {
  const app = Testing.app();
  const parent = new Chart(app, 'parent');
  const stack = new ApplicationStack(parent, 'shop');
  cart({}, stack);
  expect(Testing.synth(stack).map(({ metadata }: { metadata: { namespace: string } }) => metadata.namespace)).toEqual(
    expect.arrayContaining(['shop']),
  );
  expect(codesOf(stack)).toEqual([]);
});

test('nobody can be told to share what is not theirs: props are not changed and not kept', () => {
  const labels = { team: 'a' };
  const stack = shop({ defaults: { metadata: { labels } } });
  cart({ metadata: { labels: { team: 'b' } } }, stack);
  expect(labels).toEqual({ team: 'a' });
});
