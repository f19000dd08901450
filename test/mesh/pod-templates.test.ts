import { Duration, Testing } from 'cdk8s';
import {
  ApplicationStack, CallOptions, ClusterFacts, ExposeOptions, Instrumentation, IstioIngressGateway, IstioMesh, IstioVersion, Logging, Mesh, Microservice, MicroserviceProps, MicroserviceReference, NoMesh, Platform, PlatformProps, Port, Retries, SidecarMode, Tracing, TracingProps,
} from '../../lib';
import { all, synthesize } from '../support/manifests';

/** What is stated of `web`, which calls `cart`. */
interface Stated {
  readonly mesh?: Mesh;
  readonly platform?: PlatformProps;
  readonly call?: CallOptions;
  readonly callee?: Partial<MicroserviceProps>;
  readonly exposure?: ExposeOptions;
  readonly more?: (cart: Microservice) => void;
}

/** The pod templates of a program, as they are written. */
function templatesOf({ mesh = new IstioMesh({ ingressGateway: new IstioIngressGateway() }), platform = {}, call, callee, exposure, more }: Stated = {}): string {
  const app = Testing.app();
  const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ mesh, cluster: new ClusterFacts(), ...platform }) });
  const serve = (name: string, props: Partial<MicroserviceProps> = {}) => new Microservice(stack, name, { image: `acme/${name}:1`, ports: [Port.http(80)], ...props });
  const [web, cart] = [serve('web'), serve('cart', callee)];
  web.calls(cart, call);
  if (exposure !== undefined) cart.expose({ public: true, ...exposure });
  more?.(cart);
  const deployments = all(synthesize(app), 'Deployment').filter(({ metadata }) => ['web', 'cart'].includes(metadata.name));
  expect(deployments).toHaveLength(2);
  return JSON.stringify(deployments.map(({ spec }) => spec.template), undefined, 1);
}

const traced = (props: Partial<TracingProps> = {}) => new Tracing({ collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } }, ...props });
const classic = (stated: Omit<Stated, 'mesh'> = {}) => templatesOf({ ...stated, mesh: new IstioMesh({ sidecars: SidecarMode.CLASSIC }) });

describe('no pod is restarted by a change of', () => {
  test.each<[string, Stated]>([
    ['a timeout', { call: { timeout: Duration.seconds(1) } }],
    ['retries', { call: { idempotent: true, retries: Retries.upTo(2) } }],
    ['methods and paths', { call: { methods: ['GET'], paths: ['/a'] } }],
    ['streaming', { call: { streaming: true } }],
    ['what a caller can do without', { call: { soft: true, callsPerRequest: 2 } }],
    ['concurrency', { callee: { concurrency: 7 } }],
    ['an exposure by the gateway', { exposure: { host: 'shop.example.com' } }],
    ['its certificate', { exposure: { host: 'shop.example.com', tlsSecret: 'shop-tls' } }],
    ['who calls', { more: (cart) => { cart.acceptsCallsFrom(new MicroserviceReference({ name: 'other', namespace: 'bank' }), { timeout: Duration.seconds(2) }); } }],
    ['who calls in the same stack', { more: (cart) => { new Microservice(cart.node.scope as ApplicationStack, 'ads', { image: 'acme/ads:1' }).calls(cart, { methods: ['GET'] }); } }],
    ['the version of the mesh', { mesh: new IstioMesh({ version: IstioVersion.of('1.31') }) }],
    ['its revision', { mesh: new IstioMesh({ revision: 'canary' }) }],
    ['its trust domain', { mesh: new IstioMesh({ trustDomain: 'td.example' }) }],
    ['its root namespace', { mesh: new IstioMesh({ rootNamespace: 'mesh' }) }],
    ['its gateway', { mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway({ namespace: 'edge', labels: { app: 'edge' }, httpPort: 8080 }) }) }],
    ['where there is no gateway', { mesh: new IstioMesh() }],
    ['which requests are logged', { platform: { logging: new Logging({ slowerThan: Duration.seconds(2), meshProvider: 'json' }) } }],
  ])('%s', (_, stated) => {
    expect(templatesOf(stated)).toBe(templatesOf());
  });

  test('the extension provider that reports spans', () => {
    expect(templatesOf({ platform: { tracing: traced({ meshProvider: 'otel' }) } })).toBe(templatesOf({ platform: { tracing: traced() } }));
  });

  test('what is sampled, where the operator of OpenTelemetry sets the environment', () => {
    const sampled = (samplingPercentage: number) => templatesOf({ platform: { tracing: traced({ samplingPercentage, operator: true }), defaults: { instrumentation: Instrumentation.JAVA } } });
    expect(sampled(10)).toBe(sampled(20));
  });

  test('a timeout, retries or a caller under classic proxies', () => {
    expect(classic({ call: { timeout: Duration.seconds(1), idempotent: true, retries: Retries.upTo(1) } })).toBe(classic());
    expect(classic({ more: (cart) => { cart.acceptsCallsFrom(new MicroserviceReference({ name: 'other', namespace: 'bank' })); } })).toBe(classic());
  });
});

/** All there is: whoever adds to the list adds a restart of every pod that it concerns. */
describe('pods are restarted by a change of', () => {
  test('whether there is a mesh', () => {
    expect(templatesOf({ mesh: new NoMesh() })).not.toBe(templatesOf({ mesh: new IstioMesh() }));
  });

  test('what is sampled, where SDKs read it from the environment', () => {
    expect(templatesOf({ platform: { tracing: traced({ samplingPercentage: 10 }) } })).not.toBe(templatesOf({ platform: { tracing: traced({ samplingPercentage: 20 }) } }));
  });

  test('labels by which logs are routed', () => {
    expect(templatesOf({ platform: { logging: new Logging({ podLabels: { stream: 'shop' } }) } })).not.toBe(templatesOf());
  });

  test('how proxies are put into pods', () => {
    expect(classic()).not.toBe(templatesOf());
  });

  test.each<[string, Partial<MicroserviceProps>]>([['the longest request', { longestRequest: Duration.seconds(9) }], ['the propagation of endpoints', { endpointPropagation: Duration.seconds(9) }]])('%s, which classic proxies wait for', (_, callee) => {
    const drains = (text: string) => text.match(/terminationDrainDuration[^0-9]*\d+s/g);
    expect(drains(classic({ callee }))).not.toEqual(drains(classic()));
    expect(drains(templatesOf({ callee }))).toBeNull();
  });
});
