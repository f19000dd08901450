import { App, Duration, Size, Testing } from 'cdk8s';
import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import type { IConstruct } from 'constructs';
import {
  ApplicationStack,
  AppArmorProfile,
  ClusterFacts,
  Flagger,
  Hook,
  ImagePullSettings,
  IstioMesh,
  KnativeServing,
  KubernetesDelivery,
  KubernetesVersion,
  LifecycleSettings,
  MetadataSettings,
  Microservice,
  MicroserviceSettings,
  NodeAffinity,
  NodeExpression,
  OtlpProtocol,
  PlacementSettings,
  Platform,
  PodAffinity,
  Port,
  Probe,
  Propagator,
  Rollout,
  Scaling,
  SeccompProfile,
  SecuritySettings,
  ServerlessFunction,
  TelemetrySettings,
  TopologySpread,
  Tracing,
} from '../../lib';
import { codesOf, findingsOf } from '../emit/kubernetes/program';
import type { Finding } from '../../lib/errors';
import { find, ManifestObject, synthesize } from '../support/manifests';

type Json = Record<string, any>;

interface Pods {
  readonly object: Json;
  readonly pod: Json;
  readonly template: Json;
  readonly containers: Readonly<Record<string, Json>>;
}

const NEXT = 'acme/cart:2';
const tracing = new Tracing({
  collector: { service: 'otel', namespace: 'telemetry', labels: { app: 'otel' }, protocol: OtlpProtocol.GRPC },
});

/** A stack on a platform that requires settings. */
function shop(required: MicroserviceSettings, delivery = new KubernetesDelivery()): ApplicationStack {
  const platform = new Platform({
    // Has every field.
    cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.34') }),
    required,
    mesh: new IstioMesh(),
    functions: new KnativeServing(),
    delivery,
    observability: { tracing },
  });
  return new ApplicationStack(Testing.app(), 'shop', { platform });
}

/** A program with every kind of container and both versions of `cart`. */
function stated(required: MicroserviceSettings): App {
  const stack = shop(required, new KubernetesDelivery({ candidates: { cart: { image: NEXT, weight: 5 } } }));
  new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(80)],
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
    pod: {
      initContainers: [{ name: 'init', image: 'acme/init:1', calls: false }],
      containers: [
        { name: 'beside', image: 'acme/beside:1', probes: { startup: Probe.tcp({ port: 9000 }) } },
        { name: 'sidecar', image: 'acme/sidecar:1', sidecar: true },
      ],
    },
  });
  return stack.node.root as App;
}

/** Findings but for the one that nobody walks the steps of a canary. */
const unaccepted = (app: IConstruct): Finding[] => findingsOf(app).filter(({ code }) => code !== 'MS6112');
const open = (app: IConstruct): string[] => unaccepted(app).map(({ code }) => code);

function podsOf(manifests: readonly ManifestObject[], kind: 'Deployment' | 'Service', name: string): Pods {
  const object = manifests.find(
    (each) => each.kind === kind && each.metadata.name === name && (each as Json)['spec'].template !== undefined,
  ) as Json;
  const { template } = object['spec'];
  const all = [...(template.spec.initContainers ?? []), ...template.spec.containers] as Json[];
  return {
    object,
    pod: template.spec,
    template,
    containers: Object.fromEntries(all.map((container) => [container['name'] as string, container])),
  };
}

const VERSIONS = ['cart', 'cart-canary'] as const;
const CONTAINERS = ['cart', 'init', 'beside', 'sidecar'] as const;
const versions = (app: App): Pods[] => {
  const manifests = synthesize(app);
  return VERSIONS.map((name) => podsOf(manifests, 'Deployment', name));
};
const MAIN_ONLY = ['cart'];
const TOGETHER = ['cart', 'beside'];

/** Reads a field of the pods, which stands in both versions. */
const ofPod = (setting: MicroserviceSettings, read: (pods: Pods) => unknown, expected: unknown) => ({
  setting,
  check: (pods: Pods) => expect(read(pods)).toEqual(expected),
});

/** Reads a field of the containers: those named have the value, and the others do not. */
const ofContainers = (
  setting: MicroserviceSettings,
  holders: readonly string[],
  read: (container: Json) => unknown,
  expected: unknown,
) => ({
  setting,
  check: ({ containers }: Pods) => {
    for (const name of Object.keys(containers))
      if (holders.includes(name)) expect([name, read(containers[name]!)]).toEqual([name, expected]);
      else expect([name, read(containers[name]!)]).not.toEqual([name, expected]);
  },
});

const security = (container: Json): Json => container['securityContext'];
const podSecurity = ({ pod }: Pods): Json => pod['securityContext'];
const variable = (name: string) => (container: Json) =>
  (container['env'] as Json[] | undefined)?.find((each) => each['name'] === name)?.['value'] as unknown;

/** Settings that no container and no pod template has. */
type Elsewhere =
  | 'security.networkPolicy'
  | 'lifecycle.concurrency'
  | 'lifecycle.rollout'
  | 'lifecycle.disruptionBudget'
  | 'lifecycle.reportUnstatedConfiguration'
  | 'telemetry.alerts'
  | 'telemetry.logRetention'
  // An agent is asked for by annotations, which name the main container.
  | 'telemetry.instrumentation';

/** Every other setting: a new one does not compile until it stands in the table. */
type Path =
  | `resources.${'cpu' | 'memory' | 'ephemeralStorage'}.limit`
  | `security.${keyof SecuritySettings}`
  | `lifecycle.${keyof LifecycleSettings}`
  | `metadata.${keyof MetadataSettings}`
  | `pod.${keyof ImagePullSettings}`
  | `pod.placement.${keyof PlacementSettings}`
  | `telemetry.${keyof TelemetrySettings}`;

/** Where each setting of a platform stands, by its path; only those whose docstring says so reach one container. */
const TABLE: Readonly<
  Record<Exclude<Path, Elsewhere>, { setting: MicroserviceSettings; check: (pods: Pods) => void }>
> = {
  'resources.cpu.limit': ofContainers(
    { resources: { cpu: { limit: Cpu.millis(500) } } },
    CONTAINERS,
    ({ resources }) => resources.limits.cpu,
    '500m',
  ),
  'resources.memory.limit': ofContainers(
    { resources: { memory: { limit: Size.mebibytes(300) } } },
    CONTAINERS,
    ({ resources }) => [resources.requests.memory, resources.limits.memory],
    ['300Mi', '300Mi'],
  ),
  'resources.ephemeralStorage.limit': ofContainers(
    { resources: { ephemeralStorage: { limit: Size.gibibytes(1) } } },
    CONTAINERS,
    ({ resources }) => resources.limits['ephemeral-storage'],
    '1Gi',
  ),
  'security.readOnlyRootFilesystem': ofContainers(
    { security: { readOnlyRootFilesystem: false } },
    CONTAINERS,
    (container) => security(container)['readOnlyRootFilesystem'],
    false,
  ),
  'security.allowPrivilegeEscalation': ofContainers(
    { security: { allowPrivilegeEscalation: false } },
    CONTAINERS,
    (container) => security(container)['allowPrivilegeEscalation'],
    false,
  ),
  'security.addCapabilities': ofContainers(
    { security: { addCapabilities: ['NET_BIND_SERVICE'] } },
    MAIN_ONLY,
    (container) => security(container)['capabilities'],
    { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
  ),
  'security.runAsNonRoot': ofPod(
    { security: { runAsNonRoot: true } },
    (pods) => podSecurity(pods)['runAsNonRoot'],
    true,
  ),
  'security.seccompProfile': ofPod(
    { security: { seccompProfile: SeccompProfile.RUNTIME_DEFAULT } },
    (pods) => podSecurity(pods)['seccompProfile'],
    { type: 'RuntimeDefault' },
  ),
  'security.runAsUser': ofPod({ security: { runAsUser: 7 } }, (pods) => podSecurity(pods)['runAsUser'], 7),
  'security.runAsGroup': ofPod({ security: { runAsGroup: 7 } }, (pods) => podSecurity(pods)['runAsGroup'], 7),
  'security.fsGroup': ofPod({ security: { fsGroup: 7 } }, (pods) => podSecurity(pods)['fsGroup'], 7),
  'lifecycle.longestRequest': ofPod(
    { lifecycle: { longestRequest: Duration.seconds(77) } },
    ({ pod }) => pod['terminationGracePeriodSeconds'],
    10 + 77 + 5,
  ),
  'lifecycle.endpointPropagation': ofContainers(
    { lifecycle: { endpointPropagation: Duration.seconds(7) } },
    TOGETHER,
    ({ lifecycle }) => lifecycle?.preStop.sleep.seconds,
    7,
  ),
  'lifecycle.startupTime': ofContainers(
    { lifecycle: { startupTime: Duration.seconds(200) } },
    TOGETHER,
    ({ startupProbe }) => startupProbe?.failureThreshold,
    101,
  ),
  'lifecycle.minReady': ofPod(
    { lifecycle: { minReady: Duration.seconds(7) } },
    ({ object }) => object['spec'].minReadySeconds,
    7,
  ),
  'metadata.labels': ofPod(
    { metadata: { labels: { team: 'a' } } },
    ({ object, template }) => [object['metadata'].labels.team, template['metadata'].labels.team],
    ['a', 'a'],
  ),
  'metadata.annotations': ofPod(
    { metadata: { annotations: { team: 'a' } } },
    ({ object }) => object['metadata'].annotations.team,
    'a',
  ),
  'metadata.podAnnotations': ofPod(
    { metadata: { podAnnotations: { team: 'a' } } },
    ({ template }) => template['metadata'].annotations.team,
    'a',
  ),
  'pod.imagePullPolicy': ofContainers(
    { pod: { imagePullPolicy: ImagePullPolicy.ALWAYS } },
    CONTAINERS,
    ({ imagePullPolicy }) => imagePullPolicy,
    'Always',
  ),
  'pod.imagePullSecrets': ofPod({ pod: { imagePullSecrets: ['registry'] } }, ({ pod }) => pod['imagePullSecrets'], [
    { name: 'registry' },
  ]),
  'pod.placement.topologySpread': ofPod(
    { pod: { placement: { topologySpread: [TopologySpread.overNodes({ required: true })] } } },
    ({ pod }) => pod['topologySpreadConstraints'].map(({ whenUnsatisfiable }: Json) => whenUnsatisfiable),
    ['DoNotSchedule'],
  ),
  'pod.placement.nodeSelector': ofPod(
    { pod: { placement: { nodeSelector: { disk: 'ssd' } } } },
    ({ pod }) => pod['nodeSelector'],
    { disk: 'ssd' },
  ),
  'pod.placement.tolerations': ofPod(
    { pod: { placement: { tolerations: [{ key: 'gpu' }] } } },
    ({ pod }) => pod['tolerations'],
    [{ key: 'gpu', operator: 'Exists' }],
  ),
  'pod.placement.priorityClassName': ofPod(
    { pod: { placement: { priorityClassName: 'high' } } },
    ({ pod }) => pod['priorityClassName'],
    'high',
  ),
  'security.hostUsers': ofPod({ security: { hostUsers: false } }, ({ pod }) => pod['hostUsers'], false),
  'security.shareProcessNamespace': ofPod(
    { security: { shareProcessNamespace: true } },
    ({ pod }) => pod['shareProcessNamespace'],
    true,
  ),
  'security.appArmorProfile': ofPod(
    { security: { appArmorProfile: AppArmorProfile.localhost('shop') } },
    (pods) => podSecurity(pods)['appArmorProfile'],
    { type: 'Localhost', localhostProfile: 'shop' },
  ),
  'lifecycle.terminationGracePeriod': ofPod(
    { lifecycle: { terminationGracePeriod: Duration.seconds(120) } },
    ({ pod }) => pod['terminationGracePeriodSeconds'],
    120,
  ),
  'lifecycle.hooks': ofContainers(
    { lifecycle: { hooks: { postStart: Hook.command(['/warm-up']) } } },
    MAIN_ONLY,
    ({ lifecycle }) => lifecycle?.postStart,
    { exec: { command: ['/warm-up'] } },
  ),
  'pod.placement.nodeAffinity': ofPod(
    { pod: { placement: { nodeAffinity: [NodeAffinity.required([NodeExpression.exists('gpu')])] } } },
    ({ pod }) => pod['affinity'].nodeAffinity,
    {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'gpu', operator: 'Exists' }] }],
      },
    },
  ),
  'pod.placement.podAffinity': ofPod(
    { pod: { placement: { podAffinity: [PodAffinity.apartFrom({ app: 'batch' }, { weight: 5 })] } } },
    ({ pod }) => pod['affinity'].podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight,
    5,
  ),
  'pod.placement.schedulingGates': ofPod(
    { pod: { placement: { schedulingGates: ['acme.io/quota'] } } },
    ({ pod }) => pod['schedulingGates'],
    [{ name: 'acme.io/quota' }],
  ),
  'pod.placement.runtimeClassName': ofPod(
    { pod: { placement: { runtimeClassName: 'sandbox' } } },
    ({ pod }) => pod['runtimeClassName'],
    'sandbox',
  ),
  'pod.placement.hostAliases': ofPod(
    { pod: { placement: { hostAliases: [{ ip: '10.1.2.3', hostnames: ['ledger.internal'] }] } } },
    ({ pod }) => pod['hostAliases'],
    [{ ip: '10.1.2.3', hostnames: ['ledger.internal'] }],
  ),
  'pod.placement.dns': ofPod(
    { pod: { placement: { dns: { options: { ndots: '2' } } } } },
    ({ pod }) => pod['dnsConfig'],
    { options: [{ name: 'ndots', value: '2' }] },
  ),
  // All are traced by default, the main container by variables.
  'telemetry.tracing': ofContainers(
    { telemetry: { tracing: false } },
    CONTAINERS,
    variable('OTEL_SERVICE_NAME'),
    undefined,
  ),
  'telemetry.propagators': ofContainers(
    { telemetry: { propagators: [Propagator.B3] } },
    MAIN_ONLY,
    variable('OTEL_PROPAGATORS'),
    'b3',
  ),
};

describe('a setting of the platform', () => {
  test.each(Object.keys(TABLE) as (keyof typeof TABLE)[])(
    '%s holds for every container and version that its docstring names',
    (name) => {
      const { setting, check } = TABLE[name];
      const app = stated(setting);
      expect(open(app)).toEqual([]);
      for (const pods of versions(app)) {
        expect(Object.keys(pods.containers).sort()).toEqual([...CONTAINERS].sort());
        check(pods);
      }
    },
  );

  // Its runtime has the others of its own, or a function cannot have them.
  const OF_ITS_RUNTIME = ['lifecycle.longestRequest', 'lifecycle.startupTime', 'lifecycle.endpointPropagation'];
  const AT_THE_CONTAINER = [
    'security.runAsNonRoot',
    'security.seccompProfile',
    'security.runAsUser',
    'security.runAsGroup',
  ];

  test.each((Object.keys(TABLE) as (keyof typeof TABLE)[]).filter((name) => !OF_ITS_RUNTIME.includes(name)))(
    '%s holds for the container of a function, or a finding says that it cannot',
    (name) => {
      const { setting, check } = TABLE[name];
      const stack = shop(setting);
      stack.acknowledge('MS7009', 'functions are outside of the mesh');
      new ServerlessFunction(stack, 'cart', { image: 'acme/cart:1' });
      const refused = findingsOf(stack).filter(({ code }) => ['MS7003', 'MS7004', 'MS7006', 'MS7008'].includes(code));
      if (refused.length > 0) return;
      const { object, template, containers } = podsOf(Testing.synth(stack) as ManifestObject[], 'Service', 'cart');
      const main = containers['cart']!;
      const pod = AT_THE_CONTAINER.includes(name)
        ? { securityContext: main['securityContext'] as unknown }
        : template['spec'];
      check({ object, template, pod, containers });
    },
  );
});

describe('what a platform requires of resources', () => {
  const required = { resources: { cpu: { limit: Cpu.millis(500) } } };
  const proxied = (props: object, kind: 'containers' | 'initContainers' = 'containers') => {
    const stack = new ApplicationStack(Testing.app(), 'shop', { platform: new Platform({ required }) });
    return new Microservice(stack, 'cart', {
      image: 'acme/cart:1',
      pod: { [kind]: [{ name: 'proxy', image: 'acme/proxy:1', ...props }] },
    });
  };

  test.each(['containers', 'initContainers'] as const)('is reported where one of %s states another', (kind) => {
    expect(findingsOf(proxied({ resources: { cpu: { limit: Cpu.units(8) } } }, kind))).toMatchObject([
      {
        code: 'MS1027',
        path: 'shop/cart',
        message: 'the platform requires resources.cpu.limit to be 500m',
        given: 'container proxy: resources.cpu.limit was 8',
      },
    ]);
  });

  test('agrees with the same, and leaves other amounts free', () => {
    expect(
      findingsOf(proxied({ resources: { cpu: { limit: Cpu.millis(500) }, memory: { limit: Size.gibibytes(1) } } })),
    ).toEqual([]);
  });

  test('is named where a request is above it', () => {
    expect(findingsOf(proxied({ resources: { cpu: { request: Cpu.units(1) } } }))).toMatchObject([
      {
        code: 'MS1007',
        given:
          'container proxy: resources.cpu.request was 1, container proxy: resources.cpu.limit was 500m ' +
          '(platform (required))',
      },
    ]);
  });

  test('cannot be patched in any container', () => {
    const cart = proxied({});
    cart.patchContainer('proxy', { resources: { limits: { cpu: '8' } } });
    expect(codesOf(cart)).toEqual(['MS1027']);
  });
});

describe('a candidate', () => {
  const program = (image: string, images: Record<string, string> = {}) => {
    const app = Testing.app();
    const platform = new Platform({
      images,
      mesh: new IstioMesh(),
      delivery: new KubernetesDelivery({ candidates: { cart: { image, weight: 5 } } }),
      observability: { tracing },
    });
    const cart = new Microservice(new ApplicationStack(app, 'shop', { platform }), 'cart', {
      image: 'acme/cart:1',
      env: { LOG: 'info' },
      ports: [Port.http(80)],
      scaling: Scaling.fixed(4),
      lifecycle: { rollout: Rollout.canary({ analysis: false }) },
      pod: { containers: [{ name: 'proxy', image: 'acme/proxy:1' }] },
    });
    return { app, cart };
  };
  const both = (app: App): Json[] => {
    const manifests = synthesize(app);
    return VERSIONS.map((name) => find(manifests, 'Deployment', name) as unknown as Json);
  };

  test.each<[string, string, Record<string, string>]>([
    ['no tag', 'acme/cart', {}],
    ['the tag latest', 'acme/cart:latest', {}],
    ["a name of the platform's map without a tag", 'next', { next: 'acme/cart' }],
  ])('has an image of %s, and a finding says so', (_, image, images) => {
    expect(unaccepted(program(image, images).app)).toMatchObject([
      { code: 'MS1005', path: 'shop/cart', given: expect.stringContaining('the image of the candidate') },
    ]);
  });

  test('has an invalid image, and one finding says so', () => {
    expect(open(program('acme/cart:a b').app)).toEqual(['MS6101']);
    expect(open(program('next', { next: 'acme/cart:a b' }).app)).toEqual(['MS3006']);
  });

  test('reports its own Deployment and its own version to traces', () => {
    const attributes = both(program(NEXT).app).map(
      ({ spec }) => variable('OTEL_RESOURCE_ATTRIBUTES')(spec.template.spec.containers[0]) as string,
    );
    expect(attributes.map((each) => /k8s.deployment.name=([^,]*)/.exec(each)?.[1])).toEqual(['cart', 'cart-canary']);
    expect(attributes.map((each) => /service.version=([^,]*)/.exec(each)?.[1])).toEqual(['1', '2']);
  });

  test('has the label of its version', () => {
    expect(both(program(NEXT).app).map(({ metadata }) => metadata.labels['app.kubernetes.io/version'])).toEqual([
      '1',
      '2',
    ]);
  });

  test('follows the patches of the microservice, and stays another version', () => {
    const { app, cart } = program(NEXT);
    cart.patchContainer('cart', { tty: true });
    cart.patchContainer('proxy', { stdin: true });
    cart.patchVariable('cart', 'LOG', { value: 'debug' });
    cart.patch({
      metadata: { labels: { team: 'a' } },
      spec: { revisionHistoryLimit: 3, template: { metadata: { labels: { team: 'a' } }, spec: { hostUsers: false } } },
    });
    expect(open(app)).toEqual([]);
    const [stable, candidate] = both(app);
    for (const { metadata, spec } of [stable!, candidate!]) {
      const [main, proxy] = spec.template.spec.containers as Json[];
      expect([main!['tty'], proxy!['stdin'], variable('LOG')(main!)]).toEqual([true, true, 'debug']);
      expect([metadata.labels.team, spec.template.metadata.labels.team, spec.revisionHistoryLimit]).toEqual([
        'a',
        'a',
        3,
      ]);
      expect(spec.template.spec.hostUsers).toBe(false);
    }
    expect(candidate!['spec'].selector.matchLabels).toEqual({
      'app.kubernetes.io/name': 'cart',
      'app.kubernetes.io/instance': 'cart-canary',
    });
    expect(candidate!['spec'].replicas).toBe(1);
    expect(candidate!['spec'].template.spec.containers[0].image).toBe(NEXT);
  });

  test('reports a patch that does not fit once', () => {
    const { app, cart } = program(NEXT);
    cart.patchContainer('nobody', { tty: true });
    cart.patch({});
    expect(open(app).sort()).toEqual(['MS0005', 'MS0006']);
  });
});

test('of two versions that a controller copies, traces name no Deployment', () => {
  const app = Testing.app();
  const platform = new Platform({ mesh: new IstioMesh(), delivery: new Flagger(), observability: { tracing } });
  const cart = new Microservice(new ApplicationStack(app, 'shop', { platform }), 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(80)],
    scaling: Scaling.fixed(4),
    lifecycle: { rollout: Rollout.canary({ analysis: false }) },
  });
  const attributes = variable('OTEL_RESOURCE_ATTRIBUTES')(
    (cart.workload.toJson() as Json)['spec'].template.spec.containers[0],
  );
  expect(attributes).toContain('k8s.container.name=cart');
  expect(attributes).not.toContain('k8s.deployment.name');
});
