import { ApiObject, App as PlainApp, Lazy } from 'cdk8s';
import { App, ApplicationStack, IstioMesh, Microservice, Platform, PodSecurityLevel, Port } from '../../lib';
import { findingsOf } from '../checks/cases';

const SECURE = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};
const templateOf = (securityContext: object = SECURE, labels: Record<string, string> = { app: 'redis' }) => ({
  metadata: { labels },
  spec: { containers: [{ name: 'redis', image: 'redis:8.2.1', ports: [{ containerPort: 6379 }], securityContext }] },
});
const raw = (stack: ApplicationStack, apiVersion: string, kind: string, spec: unknown, metadata: object = {}) =>
  new ApiObject(stack, `raw-${kind}`, { apiVersion, kind, metadata: { name: 'redis', ...metadata }, spec });
const MESHED = new Platform({ mesh: new IstioMesh() });
const policy = (stack: ApplicationStack) =>
  raw(stack, 'networking.k8s.io/v1', 'NetworkPolicy', { podSelector: { matchLabels: { app: 'redis' } } });

/** Findings of the codes of objects that are not of the library, in a plain App. */
function found(
  state: (stack: ApplicationStack) => void,
  props: ConstructorParameters<typeof ApplicationStack>[2] = {},
) {
  const app = new PlainApp();
  state(new ApplicationStack(app, 'shop', props));
  return findingsOf(app).filter(({ code }) => ['MS3011', 'MS3012'].includes(code));
}

describe('pods that the library did not make', () => {
  test.each([
    ['apps/v1', 'Deployment', { template: templateOf() }],
    ['apps/v1', 'DaemonSet', { template: templateOf() }],
    ['batch/v1', 'Job', { template: templateOf() }],
    ['batch/v1', 'CronJob', { jobTemplate: { spec: { template: templateOf() } } }],
    ['v1', 'Pod', templateOf().spec],
    ['argoproj.io/v1alpha1', 'Rollout', { template: templateOf() }],
    ['keda.sh/v1alpha1', 'ScaledJob', { jobTargetRef: { template: templateOf() } }],
  ])('%s %s meet default-deny', (apiVersion, kind, spec) => {
    expect(found((stack) => raw(stack, apiVersion, kind, spec))).toMatchObject([
      {
        code: 'MS3011',
        path: `shop/raw-${kind}`,
        given: 'the network policy default-deny refuses all of its traffic',
        fix: 'state it as a Microservice, run it in another namespace, or add a NetworkPolicy that selects its pods',
      },
    ]);
  });

  test('meet deny-all in a mesh, and restricted, in one finding', () => {
    const state = (stack: ApplicationStack) => raw(stack, 'apps/v1', 'Deployment', { template: templateOf({}) });
    const [finding, ...others] = found(state, { platform: MESHED });
    expect(others).toEqual([]);
    expect(finding!.given).toContain('the AuthorizationPolicy deny-all refuses all requests to it');
    expect(finding!.given).toContain('pods without runAsNonRoot: true, allowPrivilegeEscalation: false');
    const [baseline] = found(state, { podSecurity: PodSecurityLevel.BASELINE });
    expect(baseline!.given).toBe('the network policy default-deny refuses all of its traffic');
  });

  test('are let through by policies of the program that select them', () => {
    const state = (stack: ApplicationStack) => {
      raw(stack, 'apps/v1', 'Deployment', { template: templateOf() });
      policy(stack);
    };
    expect(found(state)).toEqual([]);
    expect(found(state, { platform: MESHED })).toHaveLength(1);
    expect(
      found(
        (stack) => {
          state(stack);
          raw(stack, 'security.istio.io/v1', 'AuthorizationPolicy', { selector: { matchLabels: { app: 'redis' } } });
        },
        { platform: MESHED },
      ),
    ).toEqual([]);
  });

  test('of other namespaces, and of those that come from elsewhere, are not concerned', () => {
    const state = (metadata: object) => (stack: ApplicationStack) =>
      raw(stack, 'apps/v1', 'Deployment', { template: templateOf({}) }, metadata);
    expect(found(state({ namespace: 'other' }))).toEqual([]);
    expect(found(state({}), { existing: true })).toEqual([]);
  });

  test('that the library makes, and objects of unknown kinds, are not concerned', () => {
    expect(
      found((stack) => {
        new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] });
        raw(stack, 'postgresql.cnpg.io/v1', 'Cluster', { instances: 3 });
        raw(stack, 'v1', 'ConfigMap', undefined);
      }),
    ).toEqual([]);
  });

  test('can be accepted, are found by our App too, and by each synth as they are then', () => {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop');
    raw(stack, 'apps/v1', 'Deployment', { template: templateOf() });
    const codes = () => app.validate().map(({ code, acknowledged }) => [code, acknowledged]);
    expect(codes()).toEqual([['MS3011', undefined]]);
    expect(codes()).toEqual([['MS3011', undefined]]);
    policy(stack);
    expect(codes()).toEqual([]);
    new ApiObject(stack, 'job', { apiVersion: 'batch/v1', kind: 'Job', spec: { template: templateOf(SECURE, {}) } });
    stack.acknowledge('MS3011', 'the job needs no traffic');
    expect(codes()).toEqual([['MS3011', 'the job needs no traffic']]);
  });

  test('of an object that cannot be rendered are the finding of another code', () => {
    const spec = Lazy.any({
      produce: () => {
        throw new Error('no');
      },
    });
    expect(found((stack) => raw(stack, 'apps/v1', 'Deployment', spec))).toEqual([]);
  });
});

describe('routes that the library did not make', () => {
  const service = { name: 'cart', port: { number: 80 } };
  const gateways = ['istio-ingress/public'];
  const http = [{ route: [{ destination: { host: 'cart.shop.svc.cluster.local' } }] }];

  test.each([
    ['networking.k8s.io/v1', 'Ingress', { defaultBackend: { service } }],
    ['networking.k8s.io/v1', 'Ingress', { rules: [{ http: { paths: [{ backend: { service } }] } }] }],
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', { rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }] }],
    ['networking.istio.io/v1', 'VirtualService', { gateways, http }],
  ])('%s %s lead to what admits nobody from outside', (apiVersion, kind, spec) => {
    const state = (open: (cart: Microservice) => void) => (stack: ApplicationStack) => {
      open(new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] }));
      raw(stack, apiVersion, kind, spec);
    };
    expect(found(state(() => {}))).toMatchObject([
      {
        code: 'MS3012',
        path: `shop/raw-${kind}`,
        message: `${kind} redis leads to shop/cart, which does not admit it`,
      },
    ]);
    expect(found(state((cart) => cart.expose({ public: true })))).toEqual([]);
  });

  test.each(['LoadBalancer', 'NodePort'])('a Service of type %s is one, by the pods that it selects', (type) => {
    const state =
      (selector: object | undefined, metadata = {}) =>
      (stack: ApplicationStack) => {
        new Microservice(stack, 'cart', { image: 'acme/cart:1', metadata: { labels: { tier: 'web' } } });
        raw(stack, 'v1', 'Service', { type, selector, ports: [{ port: 80 }] }, metadata);
      };
    const [finding, ...others] = found(state({ tier: 'web' }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'MS3012',
      message: 'Service redis leads to shop/cart, which does not admit it',
    });
    expect(finding!.fix).toContain('write expose({ public: true }) of shop/cart');
    expect(found(state({ tier: 'batch' }))).toEqual([]);
    expect(found(state(undefined))).toEqual([]);
    expect(found(state({ tier: 'web' }, { namespace: 'other' }))).toEqual([]);
  });

  test('lead through a Service of another name to the pods that it selects', () => {
    const state = (type: string | undefined, name: string) => (stack: ApplicationStack) => {
      new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] });
      raw(stack, 'v1', 'Service', { type, selector: { 'app.kubernetes.io/name': 'cart' }, ports: [{ port: 80 }] });
      raw(stack, 'networking.k8s.io/v1', 'Ingress', { defaultBackend: { service: { name } } });
    };
    expect(found(state(undefined, 'redis'))).toMatchObject([
      {
        code: 'MS3012',
        path: 'shop/raw-Ingress',
        message: 'Ingress redis leads to shop/cart, which does not admit it',
      },
    ]);
    expect(found(state(undefined, 'other'))).toEqual([]);
  });

  test('of a shape that their kind does not have hide no other', () => {
    const state = (stack: ApplicationStack) => {
      new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] });
      raw(stack, 'networking.k8s.io/v1', 'Ingress', { rules: 'none' });
      raw(stack, 'apps/v1', 'Deployment', { template: { spec: { containers: 'none' } } });
      raw(stack, 'gateway.networking.k8s.io/v1', 'HTTPRoute', { rules: [{ backendRefs: [{ name: 'cart' }] }] });
    };
    expect(found(state).map(({ path }) => path)).toEqual(['shop/raw-HTTPRoute']);
  });

  test('within the mesh, and to what the program does not have, are not concerned', () => {
    expect(
      found((stack) => {
        new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)] });
        raw(stack, 'networking.istio.io/v1', 'VirtualService', { http });
        raw(stack, 'networking.k8s.io/v1', 'Ingress', { defaultBackend: { service: { name: 'other' } } });
      }),
    ).toEqual([]);
  });
});
