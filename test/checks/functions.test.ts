import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  ApplicationStackProps,
  CallOptions,
  ExternalService,
  ExternalTls,
  IstioMesh,
  KnativeFeature,
  KnativeIngress,
  KnativeServing,
  KnativeServingProps,
  Microservice,
  MicroserviceReference,
  Platform,
  PlatformProps,
  Port,
  Probe,
  Protocol,
  Retries,
  Rollout,
  Scaling,
  ScalingBounds,
  ScalingMetric,
  ServerlessFunction,
  ServerlessFunctionProps,
  Volume,
} from '../../lib';
import { Case, describeCode, findings, IMAGE } from './cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;
type Props = Partial<ServerlessFunctionProps>;

/** What a function stands on. */
interface Surroundings extends Omit<ApplicationStackProps, 'platform'> {
  readonly knative?: KnativeServingProps;
  readonly platform?: PlatformProps;
}

/** A stack named `fn` whose platform runs functions. */
function stackOn({ node }: ApplicationStack, { knative, platform, ...props }: Surroundings = {}): ApplicationStack {
  return new ApplicationStack(node.root, 'fn', {
    platform: new Platform({ functions: new KnativeServing(knative), ...platform }),
    ...props,
  });
}

function thumbnail(stack: ApplicationStack, props: Props = {}): ServerlessFunction {
  return new ServerlessFunction(stack, 'thumbnail', { image: IMAGE, ...props });
}

const service = (stack: ApplicationStack, id: string) =>
  new Microservice(stack, id, { image: IMAGE, ports: [Port.http(8080)] });

/** A case in which one statement of `fn/thumbnail` is wrong. */
function props(name: string, bad: Props, good: Props, expected: Expected, surroundings: Surroundings = {}): Case {
  const program = (stated: Props) => (stack: ApplicationStack) => thumbnail(stackOn(stack, surroundings), stated);
  return { name, bad: program(bad), good: program(good), path: 'fn/thumbnail', ...expected };
}

/** A case in which `fn/thumbnail` is wrong for what it stands on. */
function on(name: string, bad: Surroundings, good: Surroundings, expected: Expected, stated: Props = {}): Case {
  const program = (surroundings: Surroundings) => (stack: ApplicationStack) =>
    thumbnail(stackOn(stack, surroundings), stated);
  return { name, bad: program(bad), good: program(good), path: 'fn/thumbnail', ...expected };
}

/** A case in which what is stated of Knative is impossible. */
function knative(name: string, bad: KnativeServingProps, good: KnativeServingProps, given: string): Case {
  const program = (stated: KnativeServingProps) => (stack: ApplicationStack) =>
    thumbnail(stackOn(stack, { knative: stated }));
  return { name, bad: program(bad), good: program(good), path: 'fn', given, fix: 'as it is installed' };
}

describeCode('MS7001', [
  {
    name: 'nothing runs it',
    bad: (stack) => thumbnail(stack),
    good: (stack) => thumbnail(stackOn(stack)),
    path: 'shop',
    given: 'states no functions',
    allowed: 'new KnativeServing()',
    fix: 'or run a Microservice',
  },
]);

const ingress = { name: 'Contour', namespace: 'contour', labels: { app: 'envoy' }, service: 'envoy', targetPort: 8080 };
const gateway = (stated: object) => ({ ingress: KnativeIngress.of({ ...ingress, ...stated }) });

describeCode('MS7002', [
  knative('a namespace', { namespace: 'Knative' }, { namespace: 'knative' }, "it was 'Knative'"),
  knative('a namespace of the gateway', gateway({ namespace: 'a.b' }), gateway({}), "it was 'a.b'"),
  knative('a Service', gateway({ service: '-' }), gateway({}), "it was '-'"),
  knative('a service account', gateway({ serviceAccount: 'A' }), gateway({ serviceAccount: 'envoy' }), "it was 'A'"),
  knative('a label', gateway({ labels: { 'a b': 'c' } }), gateway({}), 'a b=c'),
  knative('no label', gateway({ labels: {} }), gateway({}), 'none'),
  knative('a port', gateway({ targetPort: 0 }), gateway({}), 'targetPort was 0'),
  knative('a domain', { domain: 'Fn' }, { domain: 'fn.example.com' }, "it was 'Fn'"),
  knative(
    'half a second',
    { maxRevisionTimeout: Duration.millis(500) },
    { maxRevisionTimeout: Duration.minutes(20) },
    'it was 0.5 s',
  ),
  knative(
    'no request at once',
    { containerConcurrencyMaxLimit: 0 },
    { containerConcurrencyMaxLimit: 2000 },
    'it was 0',
  ),
]);

describeCode('MS7003', [
  on(
    'of the platform',
    { platform: { defaults: { pod: { placement: { nodeSelector: { disk: 'fast' } } } } } },
    { platform: { defaults: { metadata: { labels: { a: 'b' } } } } },
    { given: 'nodeSelector.disk was fast (platform)', fix: 'acknowledge' },
  ),
  on(
    'of the stack',
    { defaults: { lifecycle: { minReady: Duration.seconds(9) } } },
    { defaults: { lifecycle: { longestRequest: Duration.seconds(9) } } },
    { given: 'lifecycle.minReady was 9 seconds (stack fn)', fix: 'acknowledge' },
  ),
  on(
    'a way for new versions',
    { defaults: { lifecycle: { rollout: Rollout.canary() } } },
    { defaults: { lifecycle: { rollout: Rollout.rolling() } } },
    { given: 'rollout was', fix: 'acknowledge' },
  ),
  on(
    'that needs a feature',
    { defaults: { pod: { placement: { priorityClassName: 'low' } } } },
    {
      defaults: { pod: { placement: { priorityClassName: 'low' } } },
      knative: { features: [KnativeFeature.PRIORITY_CLASS_NAME] },
    },
    { given: 'priorityClassName was low', fix: 'state Knative' },
  ),
  on(
    'CPU use',
    { platform: { defaults: { scaling: Scaling.onCpu({ max: 3 }) } } },
    { knative: { hpa: true }, platform: { defaults: { scaling: Scaling.onCpu({ max: 3 }) } } },
    {
      given: 'scaling was stated by platform',
      fix: 'acknowledge this on the stack, or install it and state hpa: true',
    },
  ),
  on(
    'two metrics',
    { defaults: { scaling: Scaling.onCpuAndMemory({ max: 3 }) } },
    { defaults: { scaling: Scaling.on([ScalingMetric.requestsPerSecond(5)], { max: 3 }) } },
    { given: 'CPU use, memory use', fix: 'acknowledge' },
  ),
  on(
    'requests at once, more than the function serves',
    { defaults: { scaling: Scaling.on([ScalingMetric.concurrency(20)], { max: 3 }) } },
    { defaults: { scaling: Scaling.on([ScalingMetric.concurrency(5)], { max: 3 }) } },
    { given: 'the target was 20, lifecycle.concurrency is 5', fix: 'acknowledge' },
    { lifecycle: { concurrency: 5 } },
  ),
  on(
    'a group of volumes',
    { platform: { defaults: { security: { fsGroup: 3000 } } } },
    {
      platform: { defaults: { security: { fsGroup: 3000 } } },
      knative: { features: [KnativeFeature.SECURITY_CONTEXT] },
    },
    { given: 'security.fsGroup was 3000 (platform)', fix: 'KnativeFeature.SECURITY_CONTEXT' },
  ),
  on(
    'capabilities',
    { defaults: { security: { addCapabilities: ['NET_BIND_SERVICE'] } } },
    {},
    { given: 'NET_BIND_SERVICE (stack fn)', fix: 'KnativeFeature.ADD_CAPABILITIES' },
  ),
  on(
    'long requests',
    { defaults: { lifecycle: { longestRequest: Duration.minutes(15) } } },
    { defaults: { lifecycle: { longestRequest: Duration.minutes(9) } } },
    { given: 'lifecycle.longestRequest was 900 s (stack fn)', allowed: 'up to 600 s', fix: 'acknowledge' },
  ),
  on(
    'long starts',
    { defaults: { lifecycle: { startupTime: Duration.minutes(11) } } },
    { defaults: { lifecycle: { startupTime: Duration.minutes(9) } } },
    { given: 'startupTime 660 s', allowed: 'up to 600 s together', fix: 'acknowledge' },
  ),
  on(
    'many requests at once',
    { defaults: { lifecycle: { concurrency: 5000 } } },
    { defaults: { lifecycle: { concurrency: 500 } } },
    { given: 'lifecycle.concurrency was 5000 (stack fn)', fix: 'acknowledge' },
  ),
]);

describeCode('MS7004', [
  on(
    'it must run on some nodes',
    { platform: { required: { pod: { placement: { nodeSelector: { disk: 'fast' } } } } } },
    {
      platform: { required: { pod: { placement: { nodeSelector: { disk: 'fast' } } } } },
      knative: { features: [KnativeFeature.NODE_SELECTOR] },
    },
    { given: 'nodeSelector.disk was fast (platform (required))', fix: 'require less' },
  ),
  on(
    'a group of volumes',
    { platform: { required: { security: { fsGroup: 3000 } } } },
    {
      platform: { required: { security: { fsGroup: 3000 } } },
      knative: { features: [KnativeFeature.SECURITY_CONTEXT] },
    },
    {
      given: 'security.fsGroup was 3000 (platform (required))',
      allowed: 'kubernetes.podspec-securitycontext',
      fix: 'require less',
    },
  ),
  on(
    'CPU use',
    { platform: { required: { scaling: Scaling.onCpu({ max: 3 }) } } },
    { knative: { hpa: true }, platform: { required: { scaling: Scaling.onCpu({ max: 3 }) } } },
    { given: 'scaling was stated by platform (required)', fix: 'run a Microservice' },
  ),
]);

const readOnly = (value: boolean) => ({
  pod: { mounts: [Volume.configMapNamed('sizes', 'sizes').at('/etc/sizes', { readOnly: value })] },
});

describeCode('MS7005', [
  {
    name: 'a name',
    bad: (stack) => new ServerlessFunction(stackOn(stack), 'queue-proxy', { image: IMAGE }),
    good: (stack) => thumbnail(stackOn(stack)),
    path: 'fn/queue-proxy',
    given: "the name was 'queue-proxy'",
    fix: 'another name',
  },
  props(
    'a variable',
    { env: { PORT: '80' } },
    { env: { PORTS: '80' } },
    { given: 'it was PORT', fix: 'containerPort' },
  ),
  props('a variable of its own', { env: { K_SERVICE: 'a' } }, {}, { given: 'it was K_SERVICE', fix: 'another name' }),
  {
    name: 'a variable of an address',
    bad: (stack) => {
      const to = stackOn(stack);
      thumbnail(to).calls(service(to, 'store'), { addressEnv: 'K_REVISION' });
    },
    good: (stack) => {
      const to = stackOn(stack);
      thumbnail(to).calls(service(to, 'store'));
    },
    path: 'fn/thumbnail',
    given: 'it was K_REVISION',
    fix: 'another name',
  },
  props(
    'a path',
    { pod: { mounts: [Volume.emptyDir('all').at('/dev/')] } },
    { pod: { mounts: [Volume.emptyDir('all').at('/dev/shm')] } },
    { given: "the path was '/dev/'", fix: 'another path' },
  ),
  props('configuration to write', readOnly(false), readOnly(true), {
    given: 'readOnly: false',
    fix: 'leave readOnly out',
  }),
  props(
    'a port of queue-proxy',
    { containerPort: 8012 },
    { containerPort: 8014 },
    { given: 'containerPort was 8012', fix: 'another containerPort' },
  ),
  props(
    'a probe of another port',
    { probes: { liveness: Probe.http('/', { port: 9999 }) } },
    { probes: { liveness: Probe.http('/') } },
    { given: 'port was 9999', fix: 'leave the port out' },
  ),
  props(
    'an annotation of revisions',
    { metadata: { podAnnotations: { 'autoscaling.knative.dev/max-scale': '3' } } },
    { metadata: { podAnnotations: { 'autoscaling.knative.dev/window': '120s' } } },
    { given: 'max-scale=3', fix: 'scaling' },
  ),
  props(
    'an annotation of revisions in its other spelling',
    { metadata: { podAnnotations: { 'autoscaling.knative.dev/maxScale': '3' } } },
    { metadata: { podAnnotations: { 'autoscaling.knative.dev/panicWindowPercentage': '20' } } },
    { given: 'maxScale=3', fix: 'scaling' },
  ),
  props(
    'the time that a revision has to start',
    { metadata: { podAnnotations: { 'serving.knative.dev/progress-deadline': '5s' } } },
    { lifecycle: { startupTime: Duration.seconds(5) } },
    { given: 'progress-deadline=5s', allowed: 'other than serving.knative.dev/progress-deadline', fix: 'startupTime' },
  ),
  props(
    'an annotation of the Service',
    { metadata: { annotations: { 'autoscaling.knative.dev/window': '120s' } } },
    { metadata: { annotations: { 'acme.example/a': 'b' } } },
    { given: 'autoscaling.knative.dev/window', fix: 'podAnnotations' },
  ),
  props(
    'another annotation of the Service',
    { metadata: { annotations: { 'serving.knative.dev/creator': 'me' } } },
    {},
    { given: 'serving.knative.dev/creator', fix: 'leave it out' },
  ),
  props(
    'a label',
    { metadata: { labels: { 'networking.knative.dev/visibility': 'cluster-local' } } },
    {},
    { given: 'networking.knative.dev/visibility', fix: 'expose()' },
  ),
  props(
    'another label',
    { metadata: { labels: { 'serving.knative.dev/service': 'a' } } },
    {},
    { given: 'serving.knative.dev/service', fix: 'leave it out' },
  ),
]);

describeCode('MS7006', [
  props(
    'a group of volumes',
    { security: { fsGroup: 3000 } },
    { security: { runAsGroup: 3000 } },
    { given: 'security.fsGroup was 3000 (function thumbnail)', fix: 'KnativeFeature.SECURITY_CONTEXT' },
  ),
  props(
    'capabilities',
    { security: { addCapabilities: ['NET_BIND_SERVICE'] } },
    {},
    { given: 'NET_BIND_SERVICE (function thumbnail)', fix: 'KnativeFeature.ADD_CAPABILITIES' },
  ),
  props(
    'a field of the pod',
    { pod: { envValues: { POD: EnvValue.fromFieldRef('metadata.name' as never) } } },
    { env: { POD: 'a' } },
    { given: 'POD', allowed: 'kubernetes.podspec-fieldref', fix: 'KnativeFeature.FIELD_REF' },
  ),
]);

const seconds = (longest: number, start = 60): Props => ({
  lifecycle: { longestRequest: Duration.seconds(longest), startupTime: Duration.seconds(start) },
});

describeCode('MS7007', [
  props('too long', seconds(601), seconds(540), {
    given: 'lifecycle.longestRequest was 601 s',
    allowed: 'up to 600 s',
    fix: 'queue',
  }),
  props('too long with the start', seconds(541), seconds(541, 59), {
    given: 'startupTime 60 s for the first replica',
    allowed: 'up to 600 s together',
    fix: 'queue',
  }),
  on(
    'too long for an operator',
    { knative: { maxRevisionTimeout: Duration.seconds(80) } },
    { knative: { maxRevisionTimeout: Duration.seconds(90) } },
    { given: 'lifecycle.longestRequest was 30 s (library)', allowed: 'up to 80 s', fix: 'maxRevisionTimeout' },
  ),
  props(
    'too many at once',
    { lifecycle: { concurrency: 1001 } },
    { lifecycle: { concurrency: 1000 } },
    { given: 'lifecycle.concurrency was 1001', allowed: '1 to 1000', fix: 'state how many' },
  ),
  props(
    'none at once',
    { lifecycle: { concurrency: 0 } },
    { lifecycle: { concurrency: 1 } },
    { given: 'lifecycle.concurrency was 0', allowed: '1 to 1000', fix: 'state how many' },
  ),
  props(
    'half a second',
    { lifecycle: { rolloutDuration: Duration.millis(500) } },
    { lifecycle: { rolloutDuration: Duration.seconds(1) } },
    { given: 'lifecycle.rolloutDuration was 0.5 s', fix: 'round' },
  ),
]);

const scaled = (metrics: ScalingMetric[], bounds: Partial<ScalingBounds> = {}): Props => ({
  scaling: Scaling.on(metrics, { max: 9, ...bounds }),
});
const one = [ScalingMetric.concurrency(10)];
const withHpa: Surroundings = { knative: { hpa: true } };

describeCode('MS7008', [
  props('min above max', scaled(one, { min: 3, max: 2 }), scaled(one, { min: 2, max: 2 }), {
    given: 'min was 3, max was 2',
    fix: 'raise max',
  }),
  props('no bound', scaled(one, { max: 0 }), scaled(one, { max: 1 }), { given: 'max was 0', fix: 'how many replicas' }),
  props(
    'never any',
    { scaling: Scaling.fixed(0) },
    { scaling: Scaling.fixed(1) },
    { given: 'Scaling.fixed was given 0', fix: 'a function without requests has none' },
  ),
  props('half a replica', scaled(one, { min: 0.5 }), scaled(one, { min: 1 }), {
    given: 'min was 0.5',
    fix: 'how many replicas',
  }),
  props('two metrics', scaled([...one, ScalingMetric.requestsPerSecond(5)]), scaled(one), {
    given: 'requests at once, requests a second',
    fix: 'keep the one',
  }),
  props('latency', scaled([ScalingMetric.latency(95, Duration.millis(200))]), scaled(one), {
    given: 'a target of 200',
    allowed: 'requests a second',
    fix: 'Keda',
  }),
  props(
    'more at once than a replica serves',
    { lifecycle: { concurrency: 5 }, ...scaled([ScalingMetric.concurrency(6)]) },
    { lifecycle: { concurrency: 5 }, ...scaled([ScalingMetric.concurrency(5)]) },
    { given: 'the target was 6, lifecycle.concurrency is 5', fix: 'raise lifecycle.concurrency' },
  ),
  props(
    'a target that is too small',
    scaled([ScalingMetric.requestsPerSecond(0.005)]),
    scaled([ScalingMetric.requestsPerSecond(0.01)]),
    { given: '0.005', fix: 'how many' },
  ),
  props('how fast they come', scaled(one, { scaleUp: { pods: 4 } }), scaled(one), {
    given: 'scaleUp.pods was 4',
    fix: 'leave it out',
  }),
  props(
    'how fast they leave',
    scaled(one, { scaleDown: { percent: 10 } }),
    scaled(one, { scaleDown: { stabilization: Duration.minutes(60) } }),
    { given: 'scaleDown.percent was 10', fix: 'leave it out' },
  ),
  props('how long they are kept', scaled(one, { scaleDown: { stabilization: Duration.minutes(61) } }), scaled(one), {
    given: '3660 s',
    fix: 'leave it out',
  }),
  on(
    'no extension',
    {},
    withHpa,
    { given: 'hpa of KnativeServing was false', fix: 'hpa: true' },
    { scaling: Scaling.onCpu({ max: 3 }) },
  ),
  on(
    'no extension, in percents like the concurrency',
    {},
    withHpa,
    { given: 'hpa of KnativeServing was false', fix: 'hpa: true' },
    { lifecycle: { concurrency: 90 }, scaling: Scaling.onCpu({ max: 3, utilization: 90 }) },
  ),
  props(
    'on CPU from nothing',
    { scaling: Scaling.onCpu({ min: 0, max: 3 }) },
    { scaling: Scaling.onCpu({ min: 1, max: 3 }) },
    { given: 'min was 0', fix: 'min of 1' },
    withHpa,
  ),
  props(
    'half a percent of CPU',
    scaled([ScalingMetric.cpu(0.5)], { min: 1 }),
    scaled([ScalingMetric.cpu(50)], { min: 1 }),
    { given: 'it was 0.5', allowed: 'whole percents', fix: 'such as 70' },
    withHpa,
  ),
  props(
    'how long they are kept, at as many requests at once as a replica serves',
    { lifecycle: { concurrency: 10 }, ...scaled(one, { scaleDown: { stabilization: Duration.minutes(61) } }) },
    { lifecycle: { concurrency: 10 }, ...scaled(one, { scaleDown: { stabilization: Duration.minutes(60) } }) },
    { given: '3660 s', fix: 'leave it out' },
  ),
  props(
    'none on CPU use',
    { scaling: Scaling.onCpu({ max: 0 }) },
    { scaling: Scaling.onCpu({ max: 1 }) },
    { given: 'max was 0', fix: 'how many replicas' },
    withHpa,
  ),
  props(
    'how long they are kept on CPU use',
    { scaling: Scaling.onCpu({ max: 3, scaleDown: { stabilization: Duration.minutes(1) } }) },
    { scaling: Scaling.onCpu({ max: 3 }) },
    { given: 'scaleDown was stated', fix: 'leave it out' },
    withHpa,
  ),
]);

/** A program in which `gallery` calls the function. */
const called =
  (options: CallOptions, stated: Props = {}, surroundings: Surroundings = {}) =>
  (stack: ApplicationStack) => {
    const to = stackOn(stack, surroundings);
    service(to, 'gallery').calls(thumbnail(to, stated), options);
  };

/** A program in which the function calls `store`. */
const calling =
  (options: CallOptions = {}, surroundings: Surroundings = {}) =>
  (stack: ApplicationStack) => {
    const to = stackOn(stack, surroundings);
    thumbnail(to).calls(service(to, 'store'), options);
  };

const meshed: Surroundings = { platform: { mesh: new IstioMesh() } };

describeCode('MS7009', [
  {
    name: 'somebody calls',
    bad: called({}),
    good: (stack) => thumbnail(stackOn(stack)),
    path: 'fn/thumbnail',
    given: 'calls of gallery are stated',
    fix: 'authenticate',
  },
  on('in a mesh', meshed, {}, { given: 'past the mutual TLS and the authorization of IstioMesh', fix: 'acknowledge' }),
]);

const external = (stack: ApplicationStack, tls: ExternalTls) =>
  new ExternalService(stack, 'images', {
    host: 'images.example',
    ports: [Port.http(80, { targetPort: 443 })],
    addresses: ['203.0.113.0/24'],
    tls,
  });

describeCode('MS7010', [
  {
    name: 'into the mesh',
    bad: calling({}, meshed),
    good: calling(),
    path: 'fn/thumbnail',
    given: 'store insists on mutual TLS',
    fix: 'expose store',
  },
  {
    name: 'into the mesh, to what is stated elsewhere',
    path: 'fn/thumbnail',
    given: 'ledger insists',
    fix: 'ExternalService',
    good: calling(),
    bad: (stack) =>
      thumbnail(stackOn(stack, meshed)).calls(
        new MicroserviceReference({ name: 'ledger', namespace: 'bank', ports: [Port.http(80)] }),
      ),
  },
  ...[['with TLS of the proxy', ExternalTls.byProxy(), ExternalTls.byApplication()] as const].map(
    ([name, bad, good]): Case => {
      const program = (tls: ExternalTls) => (stack: ApplicationStack) => {
        const to = stackOn(stack, meshed);
        thumbnail(to).calls(external(to, tls));
      };
      return {
        name,
        bad: program(bad),
        good: program(good),
        path: 'fn/thumbnail',
        given: 'left to the proxy',
        fix: 'begin TLS in the program',
      };
    },
  ),
]);

describeCode('MS7011', [
  {
    name: 'a timeout to a function',
    bad: called({ timeout: Duration.seconds(5) }),
    good: called({}),
    path: 'fn/gallery',
    given: 'timeout was 5000 ms; KnativeServing routes',
    fix: 'acknowledge',
  },
  {
    name: 'retries to a function',
    bad: called({ idempotent: true, retries: Retries.upTo(2) }),
    good: called({ idempotent: true }),
    path: 'fn/gallery',
    given: 'retries were up to 2',
    fix: 'acknowledge',
  },
  {
    name: 'methods and paths of a function',
    bad: called({ operation: { methods: ['GET'], paths: ['/a'] } }),
    good: called({}),
    path: 'fn/gallery',
    given: 'methods were GET; paths were /a',
    fix: 'acknowledge',
  },
  {
    name: 'a timeout of a function',
    bad: calling({ timeout: Duration.seconds(5) }),
    good: calling(),
    path: 'fn/thumbnail',
    given: 'thumbnail is a function, whose pods have no proxy',
    fix: 'acknowledge',
  },
]);

describeCode('MS7012', [
  {
    name: 'a stream',
    bad: called({ streaming: true }),
    good: called({}),
    path: 'fn/gallery',
    given: 'KnativeServing ends a request after 90 s',
    fix: 'connect again',
  },
]);

describeCode('MS7013', [
  props(
    'bytes',
    { protocol: Protocol.TCP },
    { protocol: Protocol.HTTP2 },
    { given: 'protocol was tcp', fix: 'Microservice' },
  ),
]);

describe('what holds for microservices holds for functions', () => {
  const ready = Probe.command(['/ready']);
  const codes = (program: (stack: ApplicationStack) => void) =>
    findings(program).map(({ code, path }) => `${code} ${path}`);
  const of = (stated: Props) => codes((stack) => thumbnail(stackOn(stack), stated));

  test.each<[string, string, Props]>([
    ['the image', 'MS1005', { image: 'acme/thumbnail' }],
    [
      'the port, whatever the probes ask',
      'MS1016',
      { containerPort: 65536, probes: { startup: ready, readiness: ready, liveness: ready } },
    ],
    ['a variable', 'MS1010', { env: { '1': 'a' } }],
    ['a path', 'MS1013', { pod: { mounts: [Volume.emptyDir('a').at('a')] } }],
    ['a probe', 'MS1023', { probes: { readiness: Probe.http('healthz') } }],
    ['a time', 'MS1020', { lifecycle: { startupTime: Duration.millis(500) } }],
    ['the level of the namespace', 'MS1026', { security: { runAsNonRoot: false } }],
    ['a label', 'MS1024', { metadata: { labels: { 'a b': 'c' } } }],
    ['no metric', 'MS6001', { scaling: Scaling.on([], { max: 3 }) }],
    ['a load', 'MS6009', { scaling: Scaling.forLoad({ peakRequestsPerSecond: 0, requestsPerSecondPerReplica: 5 }) }],
    [
      'a peak',
      'MS6008',
      { scaling: Scaling.forLoad({ peakRequestsPerSecond: 100, requestsPerSecondPerReplica: 5, max: 2 }) },
    ],
  ])('%s', (_, code, stated) => {
    expect(of(stated)).toContain(`${code} fn/thumbnail`);
  });

  test('of what is impossible, one finding says so', () => {
    expect(of({ lifecycle: { concurrency: NaN } })).toEqual(['MS7007 fn/thumbnail']);
    expect(of({ scaling: Scaling.forLoad({ peakRequestsPerSecond: 0, requestsPerSecondPerReplica: 5 }) })).toEqual([
      'MS6009 fn/thumbnail',
    ]);
  });

  test('a name', () => {
    expect(codes((stack) => new ServerlessFunction(stackOn(stack), 'Thumbnail', { image: IMAGE }))).toContain(
      'MS1001 fn/Thumbnail',
    );
  });

  test('what the platform requires', () => {
    expect(
      codes((stack) =>
        thumbnail(stackOn(stack, { platform: { required: { lifecycle: { concurrency: 5 } } } }), {
          lifecycle: { concurrency: 6 },
        }),
      ),
    ).toContain('MS1027 fn/thumbnail');
  });

  test('nobody is exposed without a word', () => {
    expect(codes((stack) => thumbnail(stackOn(stack)).expose())).toContain('MS2021 fn/thumbnail');
  });

  test('a caller waits no longer than a request lasts, the start included', () => {
    const waits = (duration: number) => codes(called({ timeout: Duration.seconds(duration) }));
    expect(waits(91)).toContain('MS2008 fn/gallery');
    expect(waits(90)).not.toContain('MS2008 fn/gallery');
  });

  test('it is stated in an application stack', () => {
    expect(codes((stack) => new ServerlessFunction(stack.node.root as never, 'lost', { image: IMAGE }))).toContain(
      'MS1031 lost',
    );
  });
});
