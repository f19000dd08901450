import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { App, ApplicationStack, Findings, Microservice } from '../../lib';

/** Findings of an app, in a line each. */
const lines = (app: App) =>
  app.validate().map(({ code, path, message, given }) => `${code} ${path}: ${message}; ${given}`);

const URL = 'redis://:secret@redis.example.com:6379';
const MASKED = "it was 'redis://***@redis.example.com:6379'";

/** An app with an object that the program adds itself. */
function withObject(fields: object, kind = 'ConfigMap', apiVersion = 'v1'): [App, ApiObject] {
  const app = new App();
  return [app, new ApiObject(new Chart(app, 'extra'), 'flags', { apiVersion, kind, ...fields })];
}

function withCart(env: Readonly<Record<string, string>> = {}): [App, ApplicationStack, Microservice] {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop');
  return [app, stack, new Microservice(stack, 'cart', { image: 'acme/cart:1', env })];
}

test.each<[name: string, fields: object, said: string, kind?: string, apiVersion?: string]>([
  ['a ConfigMap', { data: { url: URL } }, `the value of data.url holds credentials in plain text; ${MASKED}`],
  [
    'a file of a ConfigMap',
    { data: { 'app.properties': 'user=shop\ndb.password=secret\n' } },
    "the value of data.app.properties holds credentials in plain text; it was 'user=shop\\ndb.password=***\\n'",
  ],
  [
    'a pod of others',
    { spec: { containers: [{ args: ['--password=secret'] }] } },
    "the value of spec.containers[0].args[0] holds credentials in plain text; it was '--password=***'",
    'Pod',
  ],
  [
    'a Secret of another API',
    { spec: { url: URL } },
    `the value of spec.url holds credentials in plain text; ${MASKED}`,
    'Secret',
    'example.com/v1',
  ],
])('%s with credentials is a finding', (...[, fields, said, kind, apiVersion]) => {
  expect(lines(withObject(fields, kind, apiVersion)[0])).toEqual([`MS1065 extra/flags: ${said}`]);
});

test('a Secret is the place of credentials', () => {
  expect(lines(withObject({ stringData: { url: URL } }, 'Secret')[0])).toEqual([]);
});

test('a patch with credentials is a finding on the object', () => {
  const [app, , cart] = withCart();
  const workload = cart.node.findAll().find((each) => ApiObject.isApiObject(each) && each.kind === 'Deployment');
  (workload as ApiObject).addJsonPatch(JsonPatch.add('/metadata/annotations', { 'example.com/url': URL }));
  expect(lines(app)).toEqual([
    'MS1065 shop/cart/workload: the value of metadata.annotations.example.com/url holds credentials in plain text; ' +
      MASKED,
  ]);
});

test('a text that a microservice states is reported there alone, another one beside it too', () => {
  const [app, , cart] = withCart({ REDIS_URL: URL });
  new ApiObject(cart, 'flags', { apiVersion: 'v1', kind: 'ConfigMap', data: { url: 'amqp://shop:secret@mq' } });
  expect(lines(app)).toEqual([
    `MS1065 shop/cart: variable REDIS_URL of container cart holds credentials in plain text; ${MASKED}`,
    "MS1065 shop/cart/flags: the value of data.url holds credentials in plain text; it was 'amqp://***@mq'",
  ]);
});

test('what only looks like credentials is acknowledged', () => {
  const [app, flags] = withObject({ data: { url: URL } });
  Findings.of(flags).acknowledge('MS1065', 'the password of an example in documentation');
  expect(app.validate().map(({ code, acknowledged }) => [code, acknowledged])).toEqual([
    ['MS1065', 'the password of an example in documentation'],
  ]);
});

test.each([
  { image: 'acme/cart@sha256:0123456789abcdef' },
  { url: 'redis://:$(REDIS_PASSWORD)@redis.example.com:6379', mail: 'shop@example.com' },
])('%j is no finding', (data) => {
  expect(lines(withObject({ data })[0])).toEqual([]);
});
