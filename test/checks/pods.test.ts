import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  AppArmorProfile,
  ClusterFacts,
  DnsPolicy,
  Hook,
  Job,
  KnativeServing,
  KubernetesVersion,
  type MicroserviceProps,
  NodeAffinity,
  NodeExpression,
  type PlacementSettings,
  Platform,
  PodAffinity,
  Port,
  ServerlessFunction,
} from '../../lib';
import { cart, type Case, describeCode, findings, IMAGE } from './cases';

const ofCart = (
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  said: Pick<Case, 'given' | 'fix'>,
): Case => ({ name, bad: (stack) => void cart(stack, bad), good: (stack) => void cart(stack, good), ...said });

const lifecycle = (hooks: object, seconds?: number) => ({
  ports: [Port.http(8080)],
  lifecycle: { hooks, ...(seconds !== undefined && { terminationGracePeriod: Duration.seconds(seconds) }) },
});

const job = (stack: ApplicationStack, seconds: number) =>
  new Job(stack, 'cart', {
    image: IMAGE,
    run: { activeDeadline: Duration.hours(1) },
    lifecycle: {
      terminationGracePeriod: Duration.seconds(seconds),
      hooks: { preStop: Hook.command(['/save'], { longest: Duration.seconds(40) }) },
    },
  });

describeCode('MS1121', [
  ofCart('shorter than the sum', lifecycle({}, 44), lifecycle({}, 45), {
    given: '10 s lifecycle.endpointPropagation + 30 s lifecycle.longestRequest + 5 s margin = 45 s',
    fix: 'Duration.seconds(45)',
  }),
  ofCart(
    'shorter than the sum with a hook',
    lifecycle({ preStop: Hook.command(['/drain']) }, 45),
    lifecycle({ preStop: Hook.command(['/drain']) }, 50),
    { given: '5 s lifecycle.hooks.preStop', fix: 'Duration.seconds(50)' },
  ),
  {
    name: 'of a job, shorter than its hook',
    bad: (stack) => void job(stack, 30),
    good: (stack) => void job(stack, 40),
    given: 'terminationGracePeriod was 30 s',
    fix: 'Duration.seconds(40)',
  },
  ofCart(
    'parts of a second',
    lifecycle({ postStart: Hook.command(['/warm'], { longest: Duration.millis(500) }) }),
    lifecycle({ postStart: Hook.command(['/warm']) }),
    { given: 'it was', fix: 'whole seconds' },
  ),
]);

const DRAIN = Hook.command(['/drain']);

describeCode('MS1126', [
  ofCart('a request before the end', lifecycle({ preStop: Hook.http('/drain') }), lifecycle({ preStop: DRAIN }), {
    given: 'a request of /drain, lifecycle.endpointPropagation 10 s',
    fix: 'state a command',
  }),
]);

const resized = (stack: ApplicationStack, resources: object) => {
  const platform = new Platform({ functions: new KnativeServing() });
  new ServerlessFunction(new ApplicationStack(stack.node.root, 'depot', { platform }), 'cart', {
    image: IMAGE,
    resources,
  });
};

describeCode('MS1128', [
  {
    name: 'of a function',
    bad: (stack) => resized(stack, { pod: { cpu: { request: Cpu.millis(500) } } }),
    good: (stack) => resized(stack, { cpu: { request: Cpu.millis(500) } }),
    path: 'depot/cart',
    given: 'resources.pod was stated',
    fix: 'resources.cpu',
  },
]);

describeCode('MS1129', [
  ofCart('no command', lifecycle({ preStop: Hook.command([]) }), lifecycle({ preStop: DRAIN }), {
    given: 'preStop was an empty command',
    fix: "['/drain']",
  }),
  ...['', 'warm'].map((path) =>
    ofCart(
      `the path '${path}'`,
      lifecycle({ postStart: Hook.http(path) }),
      lifecycle({ postStart: Hook.http('/warm') }),
      { given: `'${path}'`, fix: "'/drain'" },
    ),
  ),
  ...[0, 65536, 80.5, NaN].map((port) =>
    ofCart(
      `the port ${port}`,
      lifecycle({ postStart: Hook.http('/warm', { port }) }),
      lifecycle({ postStart: Hook.http('/warm', { port: 65535 }) }),
      { given: `to port ${port}`, fix: 'state the port' },
    ),
  ),
]);

const extended = (name: string, amount = 1) => ({ resources: { extended: { [name]: amount } } });
const pages = (mebibytes: number) => ({
  resources: { hugePages: [{ pageSize: Size.mebibytes(2), total: Size.mebibytes(mebibytes) }] },
});
const GPU = extended('nvidia.com/gpu');

describeCode('MS1124', [
  ofCart('no domain', extended('gpu'), GPU, { given: "had 'gpu'", fix: 'nvidia.com/gpu' }),
  ofCart('a domain of Kubernetes', extended('kubernetes.io/gpu'), GPU, { given: "'kubernetes.io/gpu'", fix: 'nvidia' }),
  ofCart('half a unit', extended('nvidia.com/gpu', 0.5), GPU, { given: 'had 0.5', fix: 'as in 1' }),
  ofCart('half a page', pages(3), pages(4), { given: '3Mi of hugepages-2Mi', fix: 'a multiple' }),
]);

const placed = (placement: PlacementSettings) => ({ pod: { placement } });
const OF_NODES = placed({ nodeAffinity: [NodeAffinity.preferred(100, [NodeExpression.exists('gpu')])] });
const OF_PODS = placed({ podAffinity: [PodAffinity.near({ app: 'cache' }, { weight: 1 })] });
const GATE = placed({ schedulingGates: ['acme.io/quota'] });
const DNS = placed({ dns: { policy: DnsPolicy.NONE, nameservers: ['10.0.0.10'], searches: ['acme.internal'] } });

describeCode('MS1125', [
  ofCart(
    'a weight of a choice of nodes',
    placed({ nodeAffinity: [NodeAffinity.preferred(101, [NodeExpression.exists('gpu')])] }),
    OF_NODES,
    { given: 'had weight 101', fix: 'as in 50' },
  ),
  ofCart('no expression', placed({ nodeAffinity: [NodeAffinity.required([])] }), OF_NODES, {
    given: 'no expression',
    fix: 'NodeExpression.exists',
  }),
  ofCart('no values', placed({ nodeAffinity: [NodeAffinity.required([NodeExpression.in('arch', [])])] }), OF_NODES, {
    given: 'arch In []',
    fix: 'state values',
  }),
  ofCart('no pods', placed({ podAffinity: [PodAffinity.near({})] }), OF_PODS, {
    given: 'had the labels {}',
    fix: 'state the labels',
  }),
  ofCart(
    'a namespace that none has',
    placed({ podAffinity: [PodAffinity.near({ app: 'cache' }, { namespaces: ['Depot'] })] }),
    placed({ podAffinity: [PodAffinity.near({ app: 'cache' }, { namespaces: ['depot'] })] }),
    { given: "named 'Depot'", fix: 'name of a namespace' },
  ),
  ofCart(
    'an option without a name',
    placed({ dns: { options: { '': '2' } } }),
    placed({ dns: { options: { ndots: '2' } } }),
    {
      given: 'without a name',
      fix: 'ndots',
    },
  ),
  ...['', ' cart', 'c'.repeat(4096)].map((name) =>
    ofCart(
      `a profile of ${name.length} characters`,
      { security: { appArmorProfile: AppArmorProfile.localhost(name) } },
      { security: { appArmorProfile: AppArmorProfile.localhost('c'.repeat(4095)) } },
      { given: `of ${name.length} characters`, fix: 'that the nodes have' },
    ),
  ),
  ofCart('a gate twice', placed({ schedulingGates: ['a.io/b', 'a.io/b'] }), GATE, { given: "'a.io/b'", fix: 'once' }),
  ofCart('a runtime', placed({ runtimeClassName: 'Sand Box' }), placed({ runtimeClassName: 'sandbox' }), {
    given: "'Sand Box'",
    fix: 'leave it out',
  }),
  ofCart('a resolver by name', placed({ dns: { nameservers: ['dns.acme.internal'] } }), DNS, {
    given: 'dns.acme.internal',
    fix: 'addresses',
  }),
  ofCart('no resolver', placed({ dns: { policy: DnsPolicy.NONE } }), DNS, { given: 'was None', fix: 'nameservers' }),
]);

const onNewest = (stack: ApplicationStack, pod: object) => {
  const platform = new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.34') }) });
  cart(new ApplicationStack(stack.node.root, 'depot', { platform }), { resources: { pod } });
};
const ofPod = (name: string, bad: object, given: string, fix: string): Case => ({
  name,
  bad: (stack) => onNewest(stack, bad),
  good: (stack) => onNewest(stack, { memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) } }),
  path: 'depot/cart',
  given,
  fix,
});

describeCode('MS1127', [
  ofPod('less than the containers', { cpu: { request: Cpu.millis(99) } }, 'cart 100m = 100m', 'request of 100m'),
  ofPod(
    'a request above the limit',
    { memory: { request: Size.gibibytes(2), limit: Size.gibibytes(1) } },
    'memory.request was 2Gi, limit 1Gi',
    'raise the limit',
  ),
  ofPod('a limit below that of a container', { memory: { limit: Size.mebibytes(128) } }, 'limit was 256Mi', 'raise'),
]);

test('a cluster of the default version lacks user namespaces', () => {
  const found = findings((stack) => void cart(stack, { security: { hostUsers: false } }));
  expect(found.map(({ code }) => code)).toEqual(['MS1120']);
});
