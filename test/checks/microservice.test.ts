import { Duration, Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvFrom, EnvValue, Secret } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  ClusterFacts,
  MicroserviceProps,
  MicroserviceSettings,
  Platform,
  PodSecurityLevel,
  Port,
  Probe,
  Scaling,
  TopologySpread,
  Volume,
  SeccompProfile,
} from '../../lib';
import { Case, cart, describeCode, service } from './cases';

/** A case in which one statement of `cart` is wrong. */
function props(
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  return { name, bad: (stack) => cart(stack, bad), good: (stack) => cart(stack, good), ...expected };
}

/** A case in which the id of a microservice is wrong. */
function id(name: string, bad: string, good: string, expected: Pick<Case, 'given' | 'fix'> & Partial<Case>): Case {
  return { name, bad: (stack) => service(stack, bad), good: (stack) => service(stack, good), ...expected };
}

const source = (stack: ApplicationStack, name: string) => ConfigMap.fromConfigMapName(stack, 'source', name);

describeCode('MS1001', [
  id('capitals', 'Cart', 'cart', { path: 'shop/Cart', given: "'Cart'", fix: "'cart'" }),
  id('a digit first', '2cart', 'cart2', {
    path: 'shop/2cart',
    given: "'2cart'",
    allowed: 'a letter first',
    fix: "'cart'",
  }),
  id('a slash', 'cart/v2', 'cart-v2', { path: 'shop/cart--v2', given: "'cart/v2'", fix: "'cart-v2'" }),
  id('a dot', 'cart.v2', 'cart-v2', { path: 'shop/cart.v2', given: "'cart.v2'", fix: "'cart-v2'" }),
  id('letters beyond ASCII', 'käse', 'kaese', { path: 'shop/käse', given: "'käse'", fix: 'name it' }),
]);

describeCode('MS1002', [
  id('53 characters', 'a'.repeat(53), 'a'.repeat(52), {
    path: `shop/${'a'.repeat(53)}`,
    given: 'a'.repeat(53),
    allowed: 'at most 52',
    fix: 'a'.repeat(52),
  }),
]);

describeCode('MS1003', [
  id('the default service account', 'default', 'defaults', {
    path: 'shop/default',
    given: "the id was 'default'",
    allowed: 'other than default',
    fix: 'after its purpose',
  }),
  id('the policy of the namespace', 'default-deny', 'deny', {
    path: 'shop/default-deny',
    given: "'default-deny'",
    fix: 'after its purpose',
  }),
]);

describeCode('MS1004', [
  props(
    'capitals',
    { image: 'Cart:1' },
    { image: 'cart:1' },
    { given: "'Cart:1'", allowed: 'repository:tag', fix: 'correct' },
  ),
  props('nothing', { image: '' }, { image: 'cart:1' }, { given: "''", fix: 'correct' }),
  props(
    'a digest that is too short',
    { image: 'cart@sha256:abc' },
    { image: `cart@sha256:${'a'.repeat(64)}` },
    { given: 'cart@sha256:abc', allowed: '64 hexadecimal digits', fix: 'correct' },
  ),
  props(
    'a variable of the program that is not set',
    { image: undefined },
    { image: 'cart:1' },
    { given: "'undefined'", fix: 'image map' },
  ),
  props(
    'a container beside',
    { pod: { containers: [{ name: 'proxy', image: 'a b' }] } },
    { pod: { containers: [{ name: 'proxy', image: 'proxy:1' }] } },
    { given: "container proxy was 'a b'", fix: 'correct' },
  ),
]);

describeCode('MS1005', [
  props(
    'no tag',
    { image: 'cart' },
    { image: 'cart:1' },
    { given: "'cart'", allowed: 'a tag other than latest', fix: 'state a version' },
  ),
  props(
    'latest',
    { image: 'cart:latest' },
    { image: `cart:latest@sha256:${'a'.repeat(64)}` },
    { given: "'cart:latest'", fix: 'state a version' },
  ),
]);

describeCode('MS1006', [
  props(
    'two of a name',
    { pod: { containers: [{ name: 'cart', image: 'a:1' }] } },
    { pod: { containers: [{ name: 'proxy', image: 'a:1' }] } },
    { given: "'cart' stands twice", fix: 'rename' },
  ),
  props(
    'a name that is none',
    { pod: { initContainers: [{ name: 'Wait_for', image: 'a:1' }] } },
    { pod: { initContainers: [{ name: 'wait-for', image: 'a:1' }] } },
    { given: "'Wait_for'", fix: "'wait-for'" },
  ),
]);

describeCode('MS1007', [
  props(
    'memory',
    { resources: { memory: { request: Size.gibibytes(2), limit: Size.mebibytes(512) } } },
    { resources: { memory: { request: Size.mebibytes(512), limit: Size.gibibytes(2) } } },
    {
      given: 'resources.memory.request was 2Gi, resources.memory.limit was 512Mi',
      fix: 'raise the limit or lower the request',
    },
  ),
  props(
    'CPU',
    { resources: { cpu: { request: Cpu.units(2), limit: Cpu.millis(500) } } },
    { resources: { cpu: { request: Cpu.millis(500), limit: Cpu.millis(500) } } },
    { given: 'resources.cpu.request was 2, resources.cpu.limit was 500m', fix: 'raise the limit' },
  ),
  props(
    'disk',
    { resources: { ephemeralStorage: { request: Size.gibibytes(2), limit: Size.gibibytes(1) } } },
    { resources: { ephemeralStorage: { limit: Size.gibibytes(1) } } },
    { given: 'ephemeralStorage.request was 2Gi', fix: 'raise the limit' },
  ),
  props(
    'a limit below the default of the library',
    { resources: { cpu: { limit: Cpu.millis(50), request: Cpu.millis(51) } } },
    { resources: { cpu: { limit: Cpu.millis(50) } } },
    { given: '51m', fix: 'lower the request' },
  ),
  props(
    'a container beside',
    {
      pod: {
        containers: [
          { name: 'proxy', image: 'a:1', resources: { cpu: { request: Cpu.millis(2), limit: Cpu.millis(1) } } },
        ],
      },
    },
    {},
    { given: 'container proxy: resources.cpu.request was 2m', fix: 'raise' },
  ),
  {
    name: 'a request of the stack above a limit of the microservice',
    path: 'other/cart',
    bad: (stack) =>
      cart(
        new ApplicationStack(stack.node.root, 'other', {
          defaults: { resources: { memory: { request: Size.gibibytes(1) } } },
        }),
        { resources: { memory: { limit: Size.mebibytes(1) } } },
      ),
    good: (stack) => cart(stack),
    given: 'resources.memory.request was 1Gi (stack other)',
    fix: 'raise',
  },
]);

describeCode('MS1008', [
  props(
    'a negative amount',
    { resources: { cpu: { request: Cpu.millis(-1) } } },
    { resources: { cpu: { request: Cpu.millis(1) } } },
    { given: 'resources.cpu.request was -1m', allowed: '1m and more', fix: 'state a greater amount' },
  ),
  props(
    'not a number',
    { resources: { memory: { limit: Size.mebibytes(NaN) } } },
    {},
    { given: 'resources.memory.limit was NaNMi', fix: 'state' },
  ),
  props(
    'a fraction of the smallest part',
    { resources: { cpu: { limit: Cpu.millis(0.5) } } },
    { resources: { cpu: { limit: Cpu.units(1.001) } } },
    { given: '0.5m', allowed: 'whole thousandths', fix: 'coarser' },
  ),
  props(
    'nothing at all',
    { resources: { memory: { request: Size.mebibytes(0) } } },
    {},
    { given: 'resources.memory.request was 0', allowed: '1 byte and more', fix: 'greater' },
  ),
  props(
    'a volume without room',
    { pod: { mounts: [Volume.emptyDir('data', { sizeLimit: Size.mebibytes(0) }).at('/data')] } },
    { pod: { mounts: [Volume.emptyDir('data', { sizeLimit: Size.pebibyte(9) }).at('/data')] } },
    { given: 'sizeLimit 0Mi', allowed: '1 byte', fix: 'greater' },
  ),
]);

describeCode('MS1009', [
  props(
    'in env and envValues',
    { env: { MODE: 'a' }, pod: { envValues: { MODE: EnvValue.fromValue('b') } } },
    { env: { MODE: 'a' } },
    { given: "MODE='a' and MODE='b'", fix: 'remove one' },
  ),
  {
    name: 'in env and as the address of a callee',
    bad: (stack) => cart(stack, { env: { STOCK_ADDR: 'stock' } }).calls(service(stack, 'stock')),
    good: (stack) =>
      cart(stack, { env: { STOCK_ADDR: 'stock' } }).calls(service(stack, 'stock'), { addressEnv: 'STOCK' }),
    given: "STOCK_ADDR='stock' and STOCK_ADDR='stock:8080'",
    fix: 'addressEnv',
  },
]);

describeCode('MS1010', [
  props('a digit first', { env: { '1ST': 'a' } }, { env: { FIRST: 'a' } }, { given: "'1ST'", fix: 'correct the name' }),
  props('nothing', { env: { '': 'a' } }, { env: { _: 'a' } }, { given: "''", fix: 'correct the name' }),
  props(
    'an equals sign',
    { env: { 'A=B': 'a' } },
    { env: { 'a.b-c': 'a' } },
    { given: "'A=B'", allowed: 'letters, digits', fix: 'correct the name' },
  ),
  props('a single dot', { env: { '.': 'a' } }, { env: { '.a': 'a' } }, { given: "'.'", fix: 'correct the name' }),
  props(
    'two dots first',
    { env: { '..a': 'a' } },
    { env: { 'a..': 'a' } },
    { given: "'..a'", allowed: 'no two dots first', fix: 'correct the name' },
  ),
  {
    name: 'the address of a callee',
    bad: (stack) => cart(stack).calls(service(stack, 'stock'), { addressEnv: 'STOCK ADDR' }),
    good: (stack) => cart(stack).calls(service(stack, 'stock')),
    given: "'STOCK ADDR'",
    fix: 'correct the name',
  },
]);

describeCode('MS1011', [
  props(
    'two',
    { env: { A: '$(B)', B: '$(A)' } },
    { env: { A: '$(B)', B: '$$(A)' } },
    { given: 'A -> B -> A', allowed: 'do not lead back', fix: 'write one of the values out' },
  ),
  props(
    'itself',
    { env: { PATH: '$(PATH):/x' } },
    { env: { PATH: '/x' } },
    { given: 'PATH -> PATH', fix: 'write one of the values out' },
  ),
]);

const data = Volume.emptyDir('data');

describeCode('MS1012', [
  props(
    'as it stands',
    { pod: { mounts: [data.at('/a'), Volume.emptyDir('more').at('/a')] } },
    { pod: { mounts: [data.at('/a'), data.at('/b')] } },
    { given: 'data and more', allowed: 'one volume', fix: 'move one' },
  ),
  props(
    'with another slash',
    { pod: { mounts: [data.at('/a'), data.at('//a/')] } },
    { pod: { mounts: [data.at('/a')] } },
    { given: 'data and data', fix: 'move one' },
  ),
]);

describeCode('MS1013', [
  props(
    'a relative path',
    { pod: { mounts: [data.at('a')] } },
    { pod: { mounts: [data.at('/a')] } },
    { given: "'a'", allowed: 'absolute', fix: 'from /' },
  ),
  props(
    'no path',
    { pod: { mounts: [data.at('')] } },
    { pod: { mounts: [data.at('/a')] } },
    { given: "''", fix: 'from /' },
  ),
  props(
    'a colon',
    { pod: { mounts: [data.at('/a:b')] } },
    { pod: { mounts: [data.at('/a')] } },
    { given: "'/a:b'", allowed: 'without a colon', fix: 'state' },
  ),
  props(
    'out of the volume',
    { pod: { mounts: [data.at('/a', { subPath: '../b' })] } },
    { pod: { mounts: [data.at('/a', { subPath: 'b' })] } },
    { given: "'../b'", allowed: 'without ..', fix: 'from the root of the volume' },
  ),
]);

describeCode('MS1014', [
  props(
    'two volumes',
    { pod: { mounts: [data.at('/a'), Volume.secretNamed('data', 'x').at('/b')] } },
    { pod: { mounts: [data.at('/a'), Volume.emptyDir('data').at('/b')] } },
    { given: "'data'", fix: 'rename' },
  ),
  props(
    "the library's own",
    { pod: { mounts: [Volume.secretNamed('tmp', 'x').at('/b')] } },
    { pod: { mounts: [Volume.secretNamed('tmp', 'x').at('/tmp')] } },
    { given: 'the library makes tmp', fix: 'rename' },
  ),
]);

describeCode('MS1015', [
  props(
    'its name',
    { pod: { mounts: [Volume.emptyDir('Data').at('/a')] } },
    { pod: { mounts: [data.at('/a')] } },
    { given: "'Data'", fix: "'data'" },
  ),
  props(
    'the name of its Secret',
    { pod: { mounts: [Volume.secretNamed('a', 'no_name').at('/a')] } },
    { pod: { mounts: [Volume.secretNamed('a', 'n'.repeat(253)).at('/a')] } },
    { given: "'no_name'", fix: 'the name of the object' },
  ),
  props(
    'the mode of its files',
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { defaultMode: 644 }).at('/a')] } },
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { defaultMode: 0o644 }).at('/a')] } },
    { given: '644', allowed: '0o777', fix: 'octal' },
  ),
  props(
    'an absolute file',
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: '/x' } }).at('/a')] } },
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: 'x/y' } }).at('/a')] } },
    { given: "'/x'", fix: 'from the root' },
  ),
  props(
    'a file that begins with two dots',
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: '..x' } }).at('/a')] } },
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: '.x' } }).at('/a')] } },
    { given: "'..x'", fix: 'from the root' },
  ),
  props(
    'an empty key',
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { '': 'x' } }).at('/a')] } },
    {},
    { given: "the key ''", fix: 'state the key' },
  ),
  props(
    'two keys as one file',
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: 'x', l: 'x' } }).at('/a')] } },
    { pod: { mounts: [Volume.configMapNamed('a', 'a', { items: { k: 'x', l: 'y' } }).at('/a')] } },
    { given: "k and l as 'x'", fix: 'rename' },
  ),
]);

describeCode('MS1016', [
  ...[0, -1, 65536, 80.5, NaN, Infinity].map((port) =>
    props(
      `port ${port}`,
      { ports: [Port.http(port)] },
      { ports: [Port.http(65535)] },
      { given: `port of http was ${port}`, allowed: 'from 1 to 65535', fix: 'the container listens on' },
    ),
  ),
  props(
    'a port of the Service',
    { ports: [Port.http(80800, { targetPort: 8080 })] },
    { ports: [Port.http(8080)] },
    { given: 'port of http was 80800', allowed: 'from 1 to 65535', fix: 'the Service listens on' },
  ),
  props(
    'a target port',
    { ports: [Port.http(80, { targetPort: 0 })] },
    { ports: [Port.http(80, { targetPort: 8080 })] },
    { given: 'targetPort of http was 0', fix: 'the container listens on' },
  ),
]);

describeCode('MS1017', [
  props(
    'one number twice',
    { ports: [Port.http(80), Port.grpc(80)] },
    { ports: [Port.tcp(53), Port.udp(53)] },
    { given: 'http and grpc', allowed: 'each number once', fix: 'change its number' },
  ),
]);

describeCode('MS1018', [
  props(
    'two of a protocol',
    { ports: [Port.http(80), Port.http(81)] },
    { ports: [Port.http(80), Port.http(81, { name: 'admin' })] },
    { given: "'http' stands for ports 80 and 81", fix: 'Port.http(…, { name:' },
  ),
  props(
    '16 characters',
    { ports: [Port.grpc(80, { name: 'elevenchars' })] },
    { ports: [Port.grpc(80, { name: 'tenletters' })] },
    { given: "'grpc-elevenchars' (16 characters)", allowed: 'at most 15', fix: 'shorter' },
  ),
  props(
    'capitals',
    { ports: [Port.http(80, { name: 'Admin' })] },
    { ports: [Port.http(80, { name: 'http' })] },
    { given: "'http-Admin'", fix: 'plainer' },
  ),
  props(
    'an empty name',
    { ports: [Port.http(80, { name: '' })] },
    { ports: [Port.http(80)] },
    { given: "'http-'", fix: 'plainer' },
  ),
]);

describeCode('MS1019', [
  props(
    'a worker',
    { ports: [], pod: { headless: true } },
    { ports: [] },
    { given: 'headless was true, ports were none', fix: 'leave headless out' },
  ),
]);

describeCode('MS1020', [
  props(
    'half a second',
    { lifecycle: { longestRequest: Duration.millis(500) } },
    { lifecycle: { longestRequest: Duration.seconds(1) } },
    {
      given: 'lifecycle.longestRequest was 0.5 s (microservice cart)',
      allowed: 'whole seconds from 1 s',
      fix: 'whole seconds',
    },
  ),
  props(
    'half a millisecond',
    { lifecycle: { minReady: Duration.millis(0.5) } },
    { lifecycle: { minReady: Duration.seconds(0) } },
    { given: 'lifecycle.minReady was 0.0005 s', fix: 'whole seconds' },
  ),
  props(
    'not a number',
    { lifecycle: { startupTime: Duration.seconds(NaN) } },
    { lifecycle: { startupTime: Duration.minutes(5) } },
    { given: 'lifecycle.startupTime was NaN s', fix: 'whole seconds' },
  ),
  props(
    'no time',
    { lifecycle: { startupTime: Duration.seconds(0) } },
    { lifecycle: { endpointPropagation: Duration.seconds(0) } },
    { given: 'lifecycle.startupTime was 0 s', fix: 'whole seconds' },
  ),
  props(
    'longer than 32 bits hold',
    { lifecycle: { startupTime: Duration.days(10_000) } },
    { lifecycle: { startupTime: Duration.days(1) } },
    { given: 'lifecycle.startupTime was 864000000 s', fix: 'whole seconds' },
  ),
]);

describeCode('MS1021', [
  props(
    'min above max',
    { scaling: Scaling.onCpu({ min: 5, max: 3 }) },
    { scaling: Scaling.onCpu({ min: 3, max: 3 }) },
    { given: 'min was 5, max was 3', allowed: 'min up to max', fix: 'raise max or lower min' },
  ),
  props(
    'a default min and a max of none',
    { scaling: Scaling.onCpu({ max: 0 }) },
    { scaling: Scaling.onCpu({ max: 1 }) },
    { given: 'min was 2, max was 0', fix: 'state the number of replicas' },
  ),
  props(
    'an autoscaler without replicas',
    { scaling: Scaling.onMemory({ min: 0, max: 3 }) },
    { scaling: Scaling.fixed(0) },
    { given: 'min was 0', allowed: 'from 1', fix: 'state the number of replicas' },
  ),
  props(
    'a negative number',
    { scaling: Scaling.fixed(-1) },
    { scaling: Scaling.fixed(1) },
    { given: 'Scaling.fixed was given -1', allowed: 'from 0', fix: 'state the number of replicas' },
  ),
  props(
    'more than 32 bits hold',
    { scaling: Scaling.fixed(2 ** 31) },
    { scaling: Scaling.fixed(5000) },
    { given: '2147483648', fix: 'state the number of replicas' },
  ),
  props(
    'no utilization',
    { scaling: Scaling.onCpu({ max: 3, utilization: 0 }) },
    { scaling: Scaling.onCpu({ max: 3, utilization: 150 }) },
    { given: 'it was 0', allowed: 'from 1', fix: 'such as 70' },
  ),
]);

const probed = (liveness: Probe): Partial<MicroserviceProps> => ({ probes: { liveness } });
describeCode('MS1023', [
  props(
    'no port',
    { ports: [], probes: { liveness: Probe.tcp() } },
    { ports: [], probes: { liveness: Probe.tcp({ port: 80 }) } },
    { given: 'container cart: it stated none', fix: 'state port' },
  ),
  props(
    'UDP alone',
    { ports: [Port.udp(53)], probes: { readiness: Probe.grpc() } },
    { ports: [Port.udp(53)] },
    { given: 'there is no TCP port', fix: 'state port' },
  ),
  props('port out of range', probed(Probe.tcp({ port: 0 })), probed(Probe.tcp({ port: 1 })), {
    given: 'port was 0',
    allowed: '65535',
    fix: 'listens on',
  }),
  props('a path that is none', probed(Probe.http('healthz')), probed(Probe.http('/healthz')), {
    given: "'healthz'",
    fix: "'/healthz'",
  }),
  props('a path of two lines', probed(Probe.http('/x\r\ny')), probed(Probe.http('/x?a=b%0D%0A')), {
    given: '"/x\\r\\ny"',
    allowed: 'one line',
    fix: 'leave them out',
  }),
  props('a path with NUL', probed(Probe.http('/x\0')), probed(Probe.http('/café')), {
    given: '"/x\\u0000"',
    fix: 'leave them out',
  }),
  props(
    'a header that is none',
    probed(Probe.http('/', { headers: { 'A B': 'c' } })),
    probed(Probe.http('/', { headers: { 'X-A': 'c' } })),
    { given: "'A B'", fix: 'write the name with these' },
  ),
  props('no command', probed(Probe.command([])), probed(Probe.command(['true'])), {
    given: 'the command was empty',
    fix: 'state the command',
  }),
  props(
    'a period below a second',
    probed(Probe.tcp({ period: Duration.millis(1) })),
    probed(Probe.tcp({ period: Duration.seconds(1) })),
    { given: 'period was 0.001', allowed: 'whole seconds from 1', fix: 'round it up' },
  ),
  props('no failures', probed(Probe.tcp({ failureThreshold: 0 })), probed(Probe.tcp({ failureThreshold: 1 })), {
    given: 'failureThreshold was 0',
    allowed: 'whole numbers from 1',
    fix: 'round it up',
  }),
  props(
    'two successes to be alive',
    probed(Probe.tcp({ successThreshold: 2 })),
    { probes: { readiness: Probe.tcp({ successThreshold: 2 }) } },
    { given: 'successThreshold was 2', allowed: '1', fix: 'leave successThreshold out' },
  ),
]);

describeCode('MS1024', [
  props(
    'the key of a label',
    { metadata: { labels: { 'a b': 'c' } } },
    { metadata: { labels: { 'example.com/a': 'c' } } },
    { given: 'a b=c (microservice cart)', fix: 'correct the key' },
  ),
  props(
    'the value of a label',
    { metadata: { labels: { team: 'shop & co' } } },
    { metadata: { labels: { team: '' } } },
    { given: 'team=shop & co', allowed: 'at most 63', fix: 'annotation' },
  ),
  props(
    'a name of JavaScript',
    { metadata: { labels: { ['__proto__']: 'a' } } },
    {},
    { given: '__proto__=a', fix: 'correct the key' },
  ),
  props('a NUL', { metadata: { labels: { 'a\u0000b': 'c' } } }, {}, { given: 'a\\u0000b=c', fix: 'correct the key' }),
  props(
    '64 characters',
    { metadata: { labels: { team: 'a'.repeat(64) } } },
    { metadata: { labels: { team: 'a'.repeat(63) } } },
    { given: 'aaaa', fix: 'correct the value' },
  ),
  props(
    'an annotation',
    { metadata: { annotations: { '/a': 'b' } } },
    { metadata: { annotations: { a: 'b c' } } },
    { given: "'/a'", fix: 'correct the key' },
  ),
  props(
    'an annotation of the pods',
    { metadata: { podAnnotations: { 'a/b/c': 'b' } } },
    { metadata: { podAnnotations: { 'a/b': 'b' } } },
    { given: "'a/b/c'", fix: 'correct the key' },
  ),
  props(
    'more annotations than an object has room for',
    { metadata: { annotations: { a: 'x'.repeat(2 ** 18) } } },
    { metadata: { annotations: { a: 'x'.repeat(2 ** 17) } } },
    { given: '262145 bytes', fix: 'ConfigMap' },
  ),
  props(
    'the label of a node',
    { pod: { placement: { nodeSelector: { disk: 'ssd!' } } } },
    { pod: { placement: { nodeSelector: { disk: 'ssd' } } } },
    { given: 'disk=ssd!', fix: 'correct the value' },
  ),
  props(
    'the component',
    { metadata: { component: 'data base' } },
    { metadata: { component: 'database' } },
    { given: "'data base'", fix: 'one word' },
  ),
  props('an empty component', { metadata: { component: '' } }, {}, { given: "''", fix: 'one word' }),
]);

describeCode('MS1025', [
  props(
    'a selector',
    { metadata: { labels: { 'app.kubernetes.io/name': 'basket' } } },
    { metadata: { labels: { 'app.kubernetes.io/owner': 'basket' } } },
    { given: 'app.kubernetes.io/name=basket', fix: 'another key' },
  ),
  props(
    'the component',
    { metadata: { labels: { 'app.kubernetes.io/component': 'database' } } },
    { metadata: { component: 'database' } },
    { given: 'database', fix: 'state component' },
  ),
]);

describeCode('MS1026', [
  props(
    'root',
    { security: { runAsNonRoot: false } },
    { security: { runAsNonRoot: true } },
    { given: 'runAsNonRoot was false', allowed: 'restricted', fix: 'lower podSecurity' },
  ),
  props(
    'privileges',
    { security: { allowPrivilegeEscalation: true } },
    {},
    { given: 'allowPrivilegeEscalation was true', fix: 'keep the default' },
  ),
  props(
    'system calls',
    { security: { seccompProfile: SeccompProfile.NODE_DEFAULT } },
    {},
    { given: 'seccompProfile was NodeDefault', fix: 'keep the default' },
  ),
  props(
    'a capability',
    { security: { addCapabilities: ['NET_ADMIN'] } },
    { security: { addCapabilities: ['NET_BIND_SERVICE'] } },
    { given: 'NET_ADMIN', allowed: 'baseline', fix: 'lower podSecurity' },
  ),
  {
    name: 'a stack that allows more',
    path: 'open/cart',
    bad: (stack) =>
      cart(new ApplicationStack(stack.node.root, 'open', { podSecurity: PodSecurityLevel.BASELINE }), {
        security: { addCapabilities: ['SYS_ADMIN'] },
      }),
    good: (stack) =>
      cart(new ApplicationStack(stack.node.root, 'open', { podSecurity: PodSecurityLevel.BASELINE }), {
        security: { addCapabilities: ['CHOWN'], runAsNonRoot: false },
      }),
    given: 'SYS_ADMIN',
    fix: 'lower podSecurity',
  },
]);

describeCode('MS1028', [
  props(
    'a negative id',
    { security: { runAsUser: -1 } },
    { security: { runAsUser: 1000 } },
    { given: 'runAsUser was -1', allowed: '2147483647', fix: 'state the id' },
  ),
  props(
    'a fraction',
    { security: { fsGroup: 1.5 } },
    { security: { fsGroup: 0 } },
    { given: 'fsGroup was 1.5', fix: 'state the id' },
  ),
  props(
    'root that must not be',
    { security: { runAsUser: 0 } },
    { security: { runAsGroup: 0 } },
    { given: 'runAsUser was 0 (root)', fix: 'state the user' },
  ),
  props(
    'a prefix',
    { security: { addCapabilities: ['CAP_NET_BIND_SERVICE'] } },
    { security: { addCapabilities: ['NET_BIND_SERVICE'] } },
    { given: "'CAP_NET_BIND_SERVICE'", fix: "'NET_BIND_SERVICE'" },
  ),
]);

describeCode('MS1029', [
  props(
    'a skew of nothing',
    { pod: { placement: { topologySpread: [TopologySpread.overZones({ maxSkew: 0 })] } } },
    { pod: { placement: { topologySpread: [TopologySpread.overZones({ maxSkew: 1 })] } } },
    { given: 'was 0', allowed: 'from 1', fix: 'state 1' },
  ),
  props(
    'twice over one place',
    {
      pod: {
        placement: { topologySpread: [TopologySpread.overZones(), TopologySpread.overZones({ required: true })] },
      },
    },
    { pod: { placement: { topologySpread: [] } } },
    { given: 'topology.kubernetes.io/zone twice', fix: 'remove' },
  ),
  props(
    'no label',
    { pod: { placement: { topologySpread: [TopologySpread.over('')] } } },
    { pod: { placement: { topologySpread: [TopologySpread.over('rack')] } } },
    { given: "''", fix: 'correct the key' },
  ),
  props(
    'the key of a toleration',
    { pod: { placement: { tolerations: [{ key: 'a b' }] } } },
    { pod: { placement: { tolerations: [{ key: 'a' }] } } },
    { given: "'a b'", fix: 'correct the key' },
  ),
  props(
    'the value of a toleration',
    { pod: { placement: { tolerations: [{ key: 'a', value: 'b c' }] } } },
    { pod: { placement: { tolerations: [{ key: 'a', value: '' }] } } },
    { given: "a was 'b c'", fix: 'leave it out for any' },
  ),
  props(
    'a pull secret',
    { pod: { imagePullSecrets: ['A'] } },
    { pod: { imagePullSecrets: ['a'.repeat(100)] } },
    { given: "'A'", fix: 'name of the Secret' },
  ),
  props(
    'a priority class',
    { pod: { placement: { priorityClassName: '' } } },
    { pod: { placement: { priorityClassName: 'high' } } },
    { given: "''", fix: 'name of the PriorityClass' },
  ),
]);

describeCode('MS1032', [
  props(
    'a variable of the program that is not set',
    { env: { KEY: undefined as unknown as string } },
    { env: { KEY: '' } },
    { given: 'KEY=undefined', allowed: 'may be empty', fix: 'where the value comes from' },
  ),
  props(
    'a number',
    { env: { PORT: 80 as unknown as string } },
    { env: { PORT: '80' } },
    { given: 'PORT=80', fix: 'numbers as texts' },
  ),
  {
    name: 'a key',
    bad: (stack) => cart(stack, { pod: { envValues: { A: EnvValue.fromConfigMap(source(stack, 'config'), 'a b') } } }),
    good: (stack) => cart(stack, { pod: { envValues: { A: EnvValue.fromConfigMap(source(stack, 'config'), 'a.b') } } }),
    given: "key 'a b'",
    fix: 'key of the ConfigMap',
  },
  {
    name: 'the name of a Secret',
    bad: (stack) =>
      cart(stack, {
        pod: {
          envValues: {
            A: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(stack, 's', 'My_Secret'), key: 'k' }),
          },
        },
      }),
    good: (stack) =>
      cart(stack, {
        pod: {
          envValues: {
            A: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(stack, 's', 'my-secret'), key: 'k' }),
          },
        },
      }),
    given: "'My_Secret'",
    fix: 'name of the Secret',
  },
  {
    name: 'the name of a whole object',
    bad: (stack) => cart(stack, { pod: { envFrom: [new EnvFrom(source(stack, 'Config'))] } }),
    good: (stack) => cart(stack, { pod: { envFrom: [new EnvFrom(source(stack, 'config'))] } }),
    given: "'Config'",
    fix: 'name of the ConfigMap',
  },
  {
    name: 'a prefix',
    bad: (stack) => cart(stack, { pod: { envFrom: [new EnvFrom(source(stack, 'config'), '1_')] } }),
    good: (stack) => cart(stack, { pod: { envFrom: [new EnvFrom(source(stack, 'config'), 'A_')] } }),
    given: "'1_'",
    fix: 'correct the prefix',
  },
]);

describeCode('MS1033', [
  props(
    'another target port',
    { ports: [Port.http(80, { targetPort: 8080 })], pod: { headless: true } },
    { ports: [Port.http(80, { targetPort: 80 })], pod: { headless: true } },
    { given: 'port 80 led to 8080', allowed: 'container listens on', fix: 'state port 8080' },
  ),
]);

/** A case in which `cart`, of the stack `far`, does not fit the zones of its cluster. */
function inZones(
  name: string,
  zones: string[],
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
  required: MicroserviceSettings = {},
): Case {
  const program =
    (stated: Partial<MicroserviceProps>) =>
    ({ node }: ApplicationStack) =>
      cart(
        new ApplicationStack(node.root, 'far', {
          platform: new Platform({ cluster: new ClusterFacts({ name: 'west', zones }), required }),
        }),
        stated,
      );
  return { name, bad: program(bad), good: program(good), path: 'far/cart', ...expected };
}

const ZONE = 'topology.kubernetes.io/zone';

describeCode('MS1034', [
  inZones(
    'a zone of another cluster',
    ['a', 'b'],
    { pod: { placement: { nodeSelector: { [ZONE]: 'c' } } } },
    { pod: { placement: { nodeSelector: { [ZONE]: 'b', disk: 'ssd' } } } },
    { given: `${ZONE}=c (microservice cart)`, allowed: 'a, b', fix: 'name a zone of the cluster' },
  ),
  inZones(
    'a zone where none is known',
    ['a'],
    { pod: { placement: { nodeSelector: { [ZONE]: 'c' } } } },
    {},
    {
      given: '=c',
      allowed: 'a',
      fix: 'in its facts',
      good: (stack) => cart(stack, { pod: { placement: { nodeSelector: { [ZONE]: 'c' } } } }),
    },
  ),
]);

describeCode('MS1035', [
  inZones(
    'one zone',
    ['a'],
    {
      pod: {
        placement: { topologySpread: [TopologySpread.overZones({ required: true }), TopologySpread.overNodes()] },
      },
    },
    {
      pod: {
        placement: { topologySpread: [TopologySpread.overZones(), TopologySpread.overNodes({ required: true })] },
      },
    },
    {
      given: 'was required (microservice cart), the pods may run only in a',
      allowed: 'two zones',
      fix: 'leave required out',
    },
  ),
  inZones(
    'one zone of several',
    ['a', 'b'],
    { pod: { placement: { nodeSelector: { [ZONE]: 'b' } } } },
    {},
    { given: 'was required (platform (required)), the pods may run only in b', fix: 'where there are several zones' },
    { pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } } },
  ),
  inZones(
    'zones that are not known',
    ['a'],
    { pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } } },
    {},
    {
      given: 'only in a',
      fix: 'leave required out',
      good: (stack) =>
        cart(stack, { pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } } }),
    },
  ),
]);

describeCode('MS1036', [
  props(
    'none',
    { lifecycle: { concurrency: 0 } },
    { lifecycle: { concurrency: 1 } },
    {
      given: 'lifecycle.concurrency was 0 (microservice cart)',
      allowed: 'whole numbers from 1',
      fix: 'one replica serves at once',
    },
  ),
  props(
    'a fraction',
    { lifecycle: { concurrency: 1.5 } },
    { lifecycle: { concurrency: 2 } },
    { given: 'lifecycle.concurrency was 1.5', fix: 'one replica' },
  ),
  props(
    'not a number',
    { lifecycle: { concurrency: NaN } },
    {},
    { given: 'lifecycle.concurrency was NaN', fix: 'one replica' },
  ),
  props(
    'more than all replicas together can be told of',
    { lifecycle: { concurrency: 2 ** 30 }, scaling: Scaling.fixed(2) },
    { lifecycle: { concurrency: 2 ** 30 }, scaling: Scaling.fixed(1) },
    { given: `lifecycle.concurrency was ${2 ** 30}`, allowed: `to ${2 ** 30 - 1}`, fix: 'one replica' },
  ),
  {
    name: 'of a stack',
    path: 'other/cart',
    given: 'lifecycle.concurrency was -1 (stack other)',
    fix: 'one replica',
    bad: ({ node }) => cart(new ApplicationStack(node.root, 'other', { defaults: { lifecycle: { concurrency: -1 } } })),
    good: ({ node }) => cart(new ApplicationStack(node.root, 'other', { defaults: { lifecycle: { concurrency: 1 } } })),
  },
]);
