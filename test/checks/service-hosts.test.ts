import { ApiObject, Chart } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ArgoRollouts,
  ClusterFacts,
  ExternalService,
  Flagger,
  IstioMesh,
  Keda,
  KnativeServing,
  KubernetesDelivery,
  Microservice,
  type MicroserviceProps,
  Objective,
  Platform,
  type PlatformProps,
  Port,
  Rollout,
  Scaling,
  ScalingMetric,
  ServerlessFunction,
} from '../../lib';
import { findingsOf, IMAGE } from './cases';

const CANARY = Rollout.canary();
const OBJECTIVES = [Objective.availability(99.9)];

/** Programs by the Services of a microservice `cart` that they have. */
const PROGRAMS: Readonly<Record<string, readonly [PlatformProps, Partial<MicroserviceProps>, readonly string[]]>> = {
  'a microservice': [{}, {}, ['cart', 'cart-external']],
  'a headless one': [{}, { pod: { headless: true } }, ['cart']],
  'a canary of the program': [
    { mesh: new IstioMesh(), delivery: new KubernetesDelivery() },
    { lifecycle: { rollout: CANARY } },
    ['cart', 'cart-canary', 'cart-stable'],
  ],
  'a canary of Argo Rollouts': [
    { mesh: new IstioMesh(), delivery: new ArgoRollouts() },
    { lifecycle: { rollout: CANARY } },
    ['cart', 'cart-canary', 'cart-stable'],
  ],
  'a switch of Argo Rollouts': [
    { delivery: new ArgoRollouts() },
    { lifecycle: { rollout: Rollout.blueGreen() } },
    ['cart', 'cart-preview'],
  ],
  'a canary of Flagger': [
    { mesh: new IstioMesh(), delivery: new Flagger() },
    { lifecycle: { rollout: CANARY } },
    ['cart', 'cart-canary', 'cart-primary'],
  ],
  'one that starts with its first request': [
    { autoscaling: new Keda({ httpAddOn: {} }) },
    { scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }) },
    ['cart', 'cart-activator'],
  ],
};

/** Of a program, the Services that it emits, and what MS2031 says of a host that callers state. */
function program([platform, props]: (typeof PROGRAMS)[string], host?: string, existing = true) {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { platform: new Platform(platform), existing });
  const cart = new Microservice(stack, 'cart', {
    image: IMAGE,
    ports: [Port.http(8080)],
    objectives: OBJECTIVES,
    ...props,
  });
  cart.expose({ host: 'shop.example', public: true });
  if (host !== undefined) outside(stack, host);
  return {
    emitted: app.charts
      .flatMap(({ apiObjects }) => apiObjects)
      .filter(({ kind }) => kind === 'Service')
      .map(({ name }) => name),
    found: findingsOf(app).filter(({ code }) => code === 'MS2031'),
  };
}

function outside(stack: ApplicationStack, host: string): void {
  const web = new Microservice(stack, 'web', { image: IMAGE, ports: [Port.http(8080)] });
  web.calls(new ExternalService(stack, 'outside', { host, ports: [Port.http(8080)] }));
}

describe.each(Object.entries(PROGRAMS))('the Services of %s are no external hosts', (_, stated) => {
  const names = [...new Set([...program(stated).emitted, ...stated[2]])];

  test.each(names.flatMap((name) => [name, `${name}.shop`, `${name}.shop.svc`, `${name}.shop.svc.cluster.local`]))(
    '%s',
    (host) => {
      expect(program(stated, host).found).toEqual([
        expect.objectContaining({
          path: 'shop/outside',
          given: `host was '${host}', which is ${host.split('.')[0]} in the namespace shop`,
          fix: 'call shop/cart itself: pass its construct to calls',
        }),
      ]);
    },
  );

  test('names that it does not have are', () => {
    for (const host of ['cart-none', 'cart-none.shop']) expect(program(stated, host).found).toEqual([]);
  });
});

test('a version of a microservice without versions is no Service', () => {
  for (const host of ['cart-canary', 'cart-primary', 'cart-stable', 'cart-preview', 'cart-headless'])
    expect(program(PROGRAMS['a microservice']!, host).found).toEqual([]);
});

test('a function', () => {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', {
    platform: new Platform({ functions: new KnativeServing() }),
    existing: true,
  });
  new ServerlessFunction(stack, 'resize', { image: IMAGE });
  outside(stack, 'resize');
  const [found] = findingsOf(app).filter(({ code }) => code === 'MS2031');
  expect(found?.fix).toBe('call shop/resize itself: pass its construct to calls');
});

test('a Service of the program of another library', () => {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { existing: true });
  const metadata = { name: 'orders-rw', namespace: 'shop' };
  new ApiObject(new Chart(app, 'database'), 'service', { apiVersion: 'v1', kind: 'Service', metadata });
  outside(stack, 'orders-rw');
  const [found] = findingsOf(app).filter(({ code }) => code === 'MS2031');
  expect(found?.fix).toMatch(/^call new MicroserviceReference\(\{ name: 'orders-rw', namespace: 'shop'/);
});

test('a Service of another cluster is not in this one', () => {
  const app = new App();
  const near = new ApplicationStack(app, 'near', { existing: true });
  const far = new ApplicationStack(app, 'far', {
    namespace: 'shop',
    platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }), delivery: new ArgoRollouts() }),
  });
  const rollout = Rollout.blueGreen();
  new Microservice(far, 'cart', { image: IMAGE, ports: [Port.http(8080)], lifecycle: { rollout } });
  outside(near, 'cart-preview.shop');
  expect(findingsOf(app).filter(({ code }) => code === 'MS2031')).toEqual([]);
});
