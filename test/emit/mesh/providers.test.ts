import { Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ExternalService,
  ExternalTls,
  IstioIngressGateway,
  IstioMesh,
  Keda,
  Logging,
  Mesh,
  Microservice,
  NoMesh,
  Platform,
  Port,
  Retries,
  Rollout,
  Scaling,
  ScalingMetric,
} from '../../../lib';
import { MeshFeature, POLICY_PROVIDERS, PROVIDERS, providersOf, providersOfPolicy } from '../../../lib/emit/mesh';
import { type FeatureSupport, POLICIES, POLICY_NAMES, type PolicyName } from '../../../lib/program';
import { findingsOf } from '../kubernetes/program';
import { ManifestObject, synthesize } from '../../support/manifests';

/** `web`, which calls `cart`, and what else a case needs. */
interface Program {
  readonly stack: ApplicationStack;
  readonly web: Microservice;
  readonly cart: Microservice;
}

/** One feature: the statement that asks for it, and the mark that it leaves where a mesh does it. */
interface Case {
  readonly state: (program: Program) => void;
  /** The meshes where the statement asks for this feature and nothing else; none where it holds unasked. */
  readonly asked: readonly string[];
  /** Fields in the manifests, by the mesh that writes them. */
  readonly marks: Readonly<Record<string, RegExp>>;
}

const EVERYWHERE = Object.keys(PROVIDERS);
const call = ({ web, cart }: Program) => {
  web.calls(cart);
};

/** Every feature has a case: a new one without is noticed. */
const CASES: Readonly<Record<MeshFeature, Case>> = {
  [MeshFeature.MUTUAL_TLS]: { state: call, asked: [], marks: { IstioMesh: /"mtls":\{"mode":"STRICT"\}/ } },
  [MeshFeature.AUTHORIZATION]: { state: call, asked: [], marks: { IstioMesh: /"serviceAccounts":\["shop\/web"\]/ } },
  [MeshFeature.REQUEST_AUTHORIZATION]: {
    state: ({ web, cart }) => {
      web.calls(cart, { operation: { methods: ['GET'], paths: ['/items'] } });
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"operation":\{"methods":\["GET"\],"paths":\["\/items"\],"ports":\["80"\]\}/ },
  },
  [MeshFeature.EGRESS_SCOPE]: {
    state: call,
    asked: [],
    marks: {
      IstioMesh:
        /"hosts":\["\.\/cart\.shop\.svc\.cluster\.local"\]\}\],"outboundTrafficPolicy":\{"mode":"REGISTRY_ONLY"\}/,
    },
  },
  [MeshFeature.RETRY_BUDGET]: {
    state: ({ web, cart }) => {
      web.calls(cart, { idempotent: true, retries: Retries.upTo(1) });
    },
    asked: [],
    marks: { IstioMesh: /"retryBudget":\{/ },
  },
  [MeshFeature.LOAD_BALANCING]: { state: call, asked: [], marks: { IstioMesh: /"simple":"LEAST_REQUEST"/ } },
  [MeshFeature.CONNECTION_POOLS]: {
    state: ({ stack, web }) => {
      web.calls(
        new Microservice(stack, 'busy', {
          image: 'acme/busy:1',
          ports: [Port.http(80)],
          lifecycle: { concurrency: 333 },
        }),
      );
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"http2MaxRequests":666/ },
  },
  [MeshFeature.ACTIVATOR_ROUTES]: {
    state: ({ stack, web }) => {
      web.calls(
        new Microservice(stack, 'idle', {
          image: 'acme/idle:1',
          ports: [Port.http(80)],
          scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 2 }),
        }),
      );
    },
    asked: EVERYWHERE,
    marks: {
      IstioMesh: new RegExp(
        '"rewrite":\\{"authority":"idle\\.shop\\.svc\\.cluster\\.local"\\},"route":\\[\\{"destination":\\{' +
          '"host":"keda-add-ons-http-interceptor-proxy\\.keda\\.svc\\.cluster\\.local"',
      ),
    },
  },
  [MeshFeature.TRAFFIC_SPLIT]: {
    state: ({ stack, web }) => {
      web.calls(
        new Microservice(stack, 'careful', {
          image: 'acme/careful:1',
          ports: [Port.http(80)],
          lifecycle: { rollout: Rollout.canary({ analysis: false }) },
        }),
      );
    },
    asked: EVERYWHERE,
    marks: {
      IstioMesh:
        /"destination":\{"host":"careful-canary\.shop\.svc\.cluster\.local","port":\{"number":80\}\},"weight":0/,
    },
  },
  [MeshFeature.OUTLIER_DETECTION]: { state: call, asked: [], marks: { IstioMesh: /"outlierDetection":\{/ } },
  [MeshFeature.TLS_ORIGINATION]: {
    state: ({ stack, web }) => {
      web.calls(
        new ExternalService(stack, 'pay', {
          host: 'pay.example.com',
          ports: [Port.http(80, { targetPort: 443 })],
          addresses: ['203.0.113.0/24'],
          tls: ExternalTls.byProxy(),
        }),
      );
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"tls":\{"mode":"SIMPLE","sni":"pay\.example\.com"/ },
  },
  [MeshFeature.TELEMETRY]: {
    state: ({ stack }) => {
      new ApplicationStack(stack.node.root, 'logged', {
        platform: new Platform({ mesh: stack.platform.mesh, observability: { logging: new Logging() } }),
      });
    },
    asked: [],
    marks: { IstioMesh: /"accessLogging":\[/ },
  },
  [MeshFeature.GATEWAY_EXPOSURE]: {
    state: ({ cart }) => {
      cart.expose({ host: 'shop.example.com', tlsSecret: 'shop-tls', public: true });
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"kind":"Gateway"/ },
  },
  // Where there is a gateway, exposures are its own.
  [MeshFeature.LOAD_BALANCER_EXPOSURE]: {
    state: ({ cart }) => {
      cart.expose({ host: 'shop.example.com', public: true });
    },
    asked: ['NoMesh'],
    marks: { NoMesh: /"type":"LoadBalancer"/ },
  },
};

/** Every provider: a new one without is noticed. */
const MESHES: Readonly<Record<string, () => Mesh>> = {
  IstioMesh: () => new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
  NoMesh: () => new NoMesh(),
};

function program(mesh: Mesh): Program {
  const stack = new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ mesh, autoscaling: new Keda({ httpAddOn: {} }) }),
  });
  const [web, cart] = ['web', 'cart'].map(
    (name) => new Microservice(stack, name, { image: `acme/${name}:1`, ports: [Port.http(80)] }),
  );
  return { stack, web: web!, cart: cart! };
}

function stated(mesh: Mesh, { state }: Case): Program {
  const made = program(mesh);
  state(made);
  return made;
}

/** What is written, keys in order. */
function written({ stack }: Program): string {
  return JSON.stringify(synthesize(stack.node.root as never), (_, value: unknown) =>
    isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function isMap(value: unknown): value is ManifestObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One case a policy of calls: `asked` everywhere, since nobody states it by default. */
const POLICY_CASES: Readonly<Record<PolicyName, Case>> = {
  timeout: {
    state: ({ web, cart }) => {
      web.calls(cart, { timeout: Duration.millis(1234) });
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"timeout":"1234ms"/ },
  },
  retries: {
    state: ({ web, cart }) => {
      web.calls(cart, { idempotent: true, retries: Retries.upTo(3) });
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"attempts":3/ },
  },
  headers: {
    state: ({ web, cart }) => {
      web.calls(cart, { headers: { set: { 'X-Tenant': 'acme' }, remove: ['X-Debug'] } });
    },
    asked: EVERYWHERE,
    marks: { IstioMesh: /"headers":\{"request":\{"remove":\["x-debug"\],"set":\{"x-tenant":"acme"\}\}\}/ },
  },
};

/** Cases, and the meshes that do what they ask for, by the name that reports use. */
const ALL: Readonly<Record<string, Case & { readonly providers: readonly string[] }>> = Object.fromEntries([
  ...Object.entries(CASES).map(([feature, each]) => [
    feature,
    { ...each, providers: providersOf(feature as MeshFeature) },
  ]),
  ...POLICY_NAMES.map((name) => [
    POLICIES[name].feature,
    { ...POLICY_CASES[name], providers: providersOfPolicy(name) },
  ]),
]);

const unkept = (from: Program) => findingsOf(from.stack).filter(({ code }) => ['MS4001', 'MS4002'].includes(code));

/** Whether what is declared is kept. */
const LEVELS: Readonly<
  Record<FeatureSupport['level'], (provider: string, feature: string, support: FeatureSupport) => void>
> = {
  exact: (provider, feature) => {
    const { marks, asked } = ALL[feature]!;
    const mark = marks[provider];
    if (mark === undefined) throw new Error(`${provider} does '${feature}' exactly, and no mark says how`);
    const made = stated(MESHES[provider]!(), ALL[feature]!);
    expect(unkept(made)).toEqual([]);
    expect(written(made)).toMatch(mark);
    if (asked.includes(provider)) expect(written(program(MESHES[provider]!()))).not.toMatch(mark);
  },
  approximate: (provider, feature, { lost }) => {
    const found = unkept(stated(MESHES[provider]!(), ALL[feature]!));
    expectReason(lost);
    if (!ALL[feature]!.asked.includes(provider)) return;
    expect(found.map(({ code }) => code)).toEqual(['MS4002']);
    expect(found[0]!.given).toContain(`${feature} (`);
    expect(found[0]!.given).toContain(lost);
    for (const other of ALL[feature]!.providers) expect(found[0]!.fix).toContain(other);
  },
  unsupported: (provider, feature, { lost }) => {
    const found = unkept(stated(MESHES[provider]!(), ALL[feature]!));
    expectReason(lost);
    if (!ALL[feature]!.asked.includes(provider)) return;
    expect(found.map(({ code }) => code)).toEqual(['MS4001']);
    expect(found[0]!.message).toBe(`${provider} cannot do ${feature}`);
    expect(found[0]!.given).toContain(lost);
    expect(ALL[feature]!.providers.length).toBeGreaterThan(0);
    for (const other of ALL[feature]!.providers) expect(found[0]!.allowed).toContain(other);
  },
};

function expectReason(lost: string | undefined): void {
  expect(lost ?? '').not.toBe('');
}

test('every provider has its case', () => {
  expect(Object.keys(MESHES).sort()).toEqual(Object.keys(PROVIDERS).sort());
  for (const [name, mesh] of Object.entries(MESHES))
    expect([mesh().name, mesh()._features, mesh()._policies]).toEqual([name, PROVIDERS[name], POLICY_PROVIDERS[name]]);
});

test('every feature has its case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.values(MeshFeature).sort());
});

describe.each(Object.entries(PROVIDERS))('%s', (provider, features) => {
  const policies = POLICY_NAMES.map((name) => [POLICIES[name].feature, POLICY_PROVIDERS[provider]![name]] as const);
  test.each(
    [...Object.entries(features), ...policies].map(([feature, support]) => [feature, support.level, support] as const),
  )('%s: %s', (feature, level, support) => {
    LEVELS[level](provider, feature, support);
  });
});
