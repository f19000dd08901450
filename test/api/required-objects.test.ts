import { ApiObject, JsonPatch } from 'cdk8s';
import {
  App,
  ApplicationStack,
  IstioMesh,
  Microservice,
  type MicroserviceSettings,
  Platform,
  Port,
  Scaling,
} from '../../lib';

const IMAGE = 'ghcr.io/acme/cart:1.4.2';

/** The codes, paths and fixes of a program whose cart is called, after a change of it. */
function found(change: (program: ReturnType<typeof shop>) => void, required: MicroserviceSettings = {}) {
  const program = shop(required);
  change(program);
  return program.app.validate().map(({ code, path, fix }) => `${code} ${path}: ${fix}`);
}

function shop(required: MicroserviceSettings) {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ mesh: new IstioMesh(), required }) });
  const cart = new Microservice(stack, 'cart', { image: IMAGE, ports: [Port.http(8080)], scaling: Scaling.fixed(3) });
  new Microservice(stack, 'web', { image: IMAGE }).calls(cart);
  return { app, stack, cart, baseline: stack.namespaceBaseline! };
}

const removed = (object: ApiObject) => object.node.scope!.node.tryRemoveChild(object.node.id);
const all = ({ app }: { readonly app: App }) => app.node.findAll().filter((each) => ApiObject.isApiObject(each));

test('nothing is said of a program that keeps its objects', () => {
  expect(found(() => undefined)).toEqual([]);
});

test('each object of the library that is removed is a finding', () => {
  const objects = all(shop({})).map(({ node: { path } }) => path);
  expect(objects.length).toBeGreaterThan(12);
  for (const removedPath of objects) {
    const problems = found((program) => removed(all(program).find(({ node: { path } }) => path === removedPath)!));
    expect(problems).toContainEqual(expect.stringMatching(/^MS0025 /));
  }
});

test('the finding says how the exception is stated', () => {
  expect(found(({ cart }) => removed(cart.networkPolicy))).toEqual([
    'MS0025 shop/cart: keep it, or state security.networkPolicy: false',
  ]);
  expect(found(({ cart }) => removed(cart.disruptionBudget!))).toEqual([
    'MS0025 shop/cart: keep it, or state lifecycle.disruptionBudget: false',
  ]);
  expect(found(({ baseline }) => removed(baseline.defaultDeny))).toEqual([
    'MS0025 00-namespace-shop: keep it, or state existing on the stacks, and make the namespace elsewhere',
  ]);
});

test('what the platform requires cannot be removed with a reason', () => {
  const platformRequires = { security: { networkPolicy: true }, lifecycle: { disruptionBudget: true } };
  const changes: ((program: ReturnType<typeof shop>) => void)[] = [
    ({ cart }) => removed(cart.networkPolicy),
    ({ cart }) => removed(cart.disruptionBudget!),
    ({ baseline }) => removed(baseline.defaultDeny),
    ({ baseline }) => baseline.defaultDeny.addJsonPatch(JsonPatch.add('/spec/ingress', [{}])),
  ];
  for (const change of changes)
    expect(found(change, platformRequires)).toEqual([
      expect.stringMatching(/^MS1027 .* have the platform require less$/),
    ]);
});

test('an object of another maker in the place of a removed one does not stand in for it', () => {
  expect(
    found(({ cart }) => {
      const { id } = cart.networkPolicy.node;
      removed(cart.networkPolicy);
      new ApiObject(cart, id, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'cart' },
        spec: { podSelector: {}, ingress: [{}], policyTypes: ['Ingress'] },
      });
    }),
  ).toContainEqual(expect.stringMatching(/^MS0025 shop\/cart/));
});

test('a removed workload, and a removed namespace, are findings of the stack', () => {
  expect(found(({ stack }) => stack.node.tryRemoveChild('cart'))).toContainEqual(
    expect.stringMatching(/^MS0025 shop: keep it/),
  );
  expect(found(({ app }) => app.node.tryRemoveChild('00-namespace-shop'))).toContainEqual(
    expect.stringMatching(/^MS0025 shop: keep it/),
  );
});

test('patches and metadata of objects for the whole namespace are findings', () => {
  const named = (baseline: ApplicationStack['namespaceBaseline'], kind: string) =>
    baseline!.node.children.filter((each) => ApiObject.isApiObject(each)).find((each) => each.kind === kind)!;
  const enforce = 'pod-security.kubernetes.io/enforce';
  const changes: ((program: ReturnType<typeof shop>) => void)[] = [
    ({ baseline }) => baseline.defaultDeny.addJsonPatch(JsonPatch.add('/spec/ingress', [{}])),
    ({ baseline }) =>
      baseline.defaultDeny.addJsonPatch(JsonPatch.replace('/spec/podSelector', { matchLabels: { a: 'b' } })),
    ({ baseline }) => baseline.defaultDeny.addJsonPatch(JsonPatch.replace('/kind', 'ConfigMap')),
    ({ baseline }) => baseline.namespaceObject.metadata.addLabel(enforce, 'privileged'),
    ({ baseline }) => baseline.namespaceObject.metadata.addLabel('istio-injection', 'disabled'),
    ({ baseline }) =>
      baseline.namespaceObject.addJsonPatch(JsonPatch.replace('/metadata/labels/istio-injection', 'disabled')),
    ({ baseline }) =>
      named(baseline, 'PeerAuthentication').addJsonPatch(JsonPatch.replace('/spec/mtls/mode', 'PERMISSIVE')),
    ({ baseline }) => named(baseline, 'AuthorizationPolicy').addJsonPatch(JsonPatch.add('/spec/rules', [{}])),
  ];
  for (const change of changes)
    expect(found(change)).toContainEqual(
      expect.stringMatching(/^MS1040 00-namespace-shop\/.*state existing on the stacks/),
    );
});

test('metadata that cdk8s keeps has no effect, and is no finding', () => {
  const change = ({ baseline }: ReturnType<typeof shop>) => baseline.defaultDeny.metadata.add('name', 'other');
  const program = shop({});
  change(program);
  expect(program.baseline.defaultDeny.toJson()).toMatchObject({ metadata: { name: 'default-deny' } });
  expect(found(change)).toEqual([]);
});

test('other labels of the namespace, and patches of other fields, are free', () => {
  expect(
    found(({ baseline }) => {
      baseline.namespaceObject.metadata.addLabel('team', 'shop');
      baseline.defaultDeny.addJsonPatch(JsonPatch.add('/metadata/annotations', { note: 'default' }));
    }),
  ).toEqual([]);
});

test('a label of a Service that monitors select by is followed in its metadata too', () => {
  expect(found(({ cart }) => cart.service!.metadata.addLabel('app.kubernetes.io/name', 'other'))).toContainEqual(
    expect.stringMatching(/^MS1040 shop\/cart\/service/),
  );
});
