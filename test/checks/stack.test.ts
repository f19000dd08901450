import { App as PlainApp } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ApplicationStack,
  ApplicationStackProps,
  ClusterDns,
  ClusterFacts,
  ClusterFactsProps,
  KubernetesVersion,
  Logging,
  NetworkPeer,
  Platform,
  PlatformProps,
  PodSecurityLevel,
} from '../../lib';
import { Case, cart, describeCode, findingsOf } from './cases';

/** A case in which a second stack, `other`, is wrong. */
function stack(
  name: string,
  bad: ApplicationStackProps,
  good: ApplicationStackProps,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  const program =
    (props: ApplicationStackProps) =>
    ({ node }: ApplicationStack) => {
      new ApplicationStack(node.root, 'other', props);
    };
  return { name, bad: program(bad), good: program(good), path: 'other', ...expected };
}

function platform(
  name: string,
  bad: PlatformProps,
  good: PlatformProps,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  return stack(name, { platform: new Platform(bad) }, { platform: new Platform(good) }, expected);
}

function facts(
  name: string,
  bad: ClusterFactsProps,
  good: ClusterFactsProps,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  return platform(name, { cluster: new ClusterFacts(bad) }, { cluster: new ClusterFacts(good) }, expected);
}

const required = (props: PlatformProps['required']) => new Platform({ required: props });

describeCode('MS1027', [
  {
    name: 'at a microservice',
    path: 'other/cart',
    given: 'networkPolicy was false',
    allowed: 'true',
    fix: 'leave it out',
    bad: ({ node }) =>
      cart(new ApplicationStack(node.root, 'other', { platform: required({ security: { networkPolicy: true } }) }), {
        security: { networkPolicy: false },
      }),
    good: ({ node }) =>
      cart(new ApplicationStack(node.root, 'other', { platform: required({ security: { networkPolicy: true } }) }), {
        security: { networkPolicy: true },
      }),
  },
  {
    name: 'at an exposure',
    path: 'other/cart',
    given: 'the exposure had team=b',
    allowed: 'a',
    fix: 'leave it out',
    bad: ({ node }) =>
      cart(
        new ApplicationStack(node.root, 'other', { platform: required({ metadata: { annotations: { team: 'a' } } }) }),
      ).expose({
        public: true,
        annotations: { team: 'b' },
      }),
    good: ({ node }) =>
      cart(
        new ApplicationStack(node.root, 'other', {
          platform: new Platform({
            required: { metadata: { annotations: { team: 'a' } } },
            defaults: { metadata: { annotations: { tier: 'a' } } },
          }),
        }),
      ).expose({ public: true, annotations: { team: 'a', tier: 'b' } }),
  },
  stack(
    'at a stack',
    { platform: required({ security: { runAsNonRoot: true } }), defaults: { security: { runAsNonRoot: false } } },
    { platform: required({ security: { runAsNonRoot: true } }), defaults: { security: { runAsUser: 1 } } },
    { given: 'security.runAsNonRoot was false', allowed: 'true', fix: 'leave it out' },
  ),
]);

describeCode('MS1024', [
  stack(
    'a label of a stack',
    { defaults: { metadata: { labels: { team: 'a b' } } } },
    { defaults: { metadata: { labels: { team: 'a' } } } },
    { given: 'team=a b', fix: 'correct the value' },
  ),
  stack(
    'a label of the platform, which the namespace has whatever the stack says',
    {
      platform: new Platform({ defaults: { metadata: { labels: { team: '/' } } } }),
      defaults: { metadata: { labels: { team: 'a' } } },
    },
    {
      platform: new Platform({ defaults: { metadata: { labels: { team: 'b' } } } }),
      defaults: { metadata: { labels: { team: 'a' } } },
    },
    { given: 'team=/', fix: 'correct the value' },
  ),
]);

describeCode('MS3001', [
  stack(
    'a namespace that is none',
    { namespace: 'The_Shop' },
    { namespace: 'the-shop' },
    { given: "'The_Shop'", allowed: 'at most 63', fix: "'the-shop'" },
  ),
  stack(
    'a namespace that is too long',
    { namespace: 'a'.repeat(64) },
    { namespace: 'a'.repeat(63) },
    { given: 'aaaa', allowed: 'at most 63', fix: 'name it' },
  ),
  stack('no namespace', { namespace: '' }, {}, { given: "''", fix: 'name it' }),
  {
    name: 'an id',
    path: 'The Shop',
    given: "'The Shop'",
    fix: "'the-shop'",
    bad: ({ node }) => new ApplicationStack(node.root, 'The Shop'),
    good: ({ node }) => new ApplicationStack(node.root, 'the-shop'),
  },
  {
    name: 'an id beside a namespace',
    path: 'The Shop',
    given: "'The Shop'",
    fix: "'the-shop'",
    bad: ({ node }) => new ApplicationStack(node.root, 'The Shop', { namespace: 'x' }),
    good: ({ node }) => new ApplicationStack(node.root, 'other', { namespace: 'x' }),
  },
]);

describeCode('MS3002', [
  stack(
    'levels',
    { namespace: 'shop', podSecurity: PodSecurityLevel.BASELINE },
    { namespace: 'shop' },
    {
      path: '00-namespace-shop',
      given: 'other: baseline on cluster, Kubernetes 1.30; shop: restricted on cluster, Kubernetes 1.30',
      allowed: 'one Pod Security level',
      fix: 'a namespace of its own',
    },
  ),
  stack(
    'clusters',
    { namespace: 'shop', platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }) }) },
    { namespace: 'shop', platform: new Platform() },
    { path: '00-namespace-shop', given: 'restricted on far', fix: 'an app for each cluster' },
  ),
  stack(
    'logs',
    {
      namespace: 'shop',
      platform: new Platform({ observability: { logging: new Logging({ podLabels: { a: 'b' } }) } }),
    },
    { namespace: 'shop', platform: new Platform() },
    { path: '00-namespace-shop', given: 'podLabels: {a: b}', allowed: 'one logging', fix: 'a namespace of its own' },
  ),
]);

describeCode('MS3003', [
  ...['1.26', '2.0', 'latest', ''].map((version) =>
    facts(
      `'${version}'`,
      { kubernetesVersion: KubernetesVersion.of(version) },
      { kubernetesVersion: KubernetesVersion.of('v1.27.3-gke.100') },
      { given: `'${version}'`, allowed: '1.27 and newer', fix: "KubernetesVersion.of('1.34')" },
    ),
  ),
]);

describeCode('MS3005', [
  facts(
    'a zone that is none',
    { zones: ['a', ''] },
    { zones: ['a', 'b'] },
    { given: "zones held ''", allowed: 'topology.kubernetes.io/zone', fix: 'as the nodes are labelled' },
  ),
  facts(
    'a zone twice',
    { zones: ['a', 'b', 'a'] },
    { zones: ['a', 'b'] },
    { given: 'zones held a twice', allowed: 'once', fix: 'remove' },
  ),
  facts(
    'a range that is none',
    { ingress: [NetworkPeer.cidr('10.0.0.0')] },
    { ingress: [NetworkPeer.cidr('10.0.0.0/8')] },
    { given: "ingress held '10.0.0.0'", allowed: 'CIDR', fix: '/32' },
  ),
  facts(
    'an exception outside of its range',
    { apiServer: [NetworkPeer.cidr('10.0.0.0/8', ['192.168.0.0/16'])] },
    { apiServer: [NetworkPeer.cidr('10.0.0.0/8', ['10.1.0.0/16'])] },
    { given: '10.0.0.0/8 but for 192.168.0.0/16', allowed: 'inside of 10.0.0.0/8', fix: 'leave the exception out' },
  ),
  facts(
    'an exception as great as its range',
    { apiServer: [NetworkPeer.cidr('fd00::/8', ['fd00::/8'])] },
    { apiServer: [NetworkPeer.cidr('fd00::/8', ['fd00:1::/32'])] },
    { given: 'fd00::/8 but for fd00::/8', fix: 'leave the exception out' },
  ),
  facts(
    'a port',
    { apiServerPorts: [0] },
    { apiServerPorts: [6443] },
    { given: 'apiServer had port 0', allowed: '65535', fix: 'the API server' },
  ),
  facts(
    'a port of DNS',
    { dns: ClusterDns.custom([NetworkPeer.cidr('10.0.0.10/32')], 70000) },
    { dns: ClusterDns.custom([NetworkPeer.cidr('10.0.0.10/32')], 53) },
    { given: 'dns had port 70000', fix: 'the name server' },
  ),
  facts(
    'the address of NodeLocal DNSCache',
    { dns: ClusterDns.nodeLocal('local') },
    { dns: ClusterDns.nodeLocal('fd00::10', ['fd00::a']) },
    { given: "dns held 'local/32'", fix: 'state the first address' },
  ),
  facts(
    'a namespace of pods',
    { scrapers: [NetworkPeer.pods({ namespace: 'Monitoring' })] },
    { scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] },
    { given: "scrapers held pods of 'Monitoring'", allowed: '63', fix: 'state the metadata.name of the Namespace' },
  ),
  facts(
    'a label of pods',
    { scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'a b' } })] },
    { scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'a' } })] },
    { given: 'app=a b', fix: 'as the pods carry it' },
  ),
]);

describeCode('MS3006', [
  platform(
    'no reference',
    { images: { cart: 'not an image' } },
    { images: { cart: 'cart:1' } },
    { given: "cart stood for 'not an image'", allowed: 'repository:tag', fix: 'whole references' },
  ),
  platform(
    'a variable of the pipeline that is not set',
    { images: { cart: undefined as unknown as string } },
    {},
    { given: "cart stood for 'undefined'", fix: 'pipeline' },
  ),
  platform(
    'a mirror with a slash at the end',
    { registryMirrors: { 'docker.io/': 'mirror.example' } },
    { registryMirrors: { 'docker.io': 'mirror.example' } },
    {
      given: "docker.io/ was moved to 'mirror.example'",
      allowed: 'without a slash at the end',
      fix: 'as they stand in references',
    },
  ),
]);

describeCode('MS3007', [
  {
    name: 'an id that is taken',
    path: 'other',
    given: '00-namespace-other',
    allowed: 'free',
    fix: 'rename',
    bad: ({ node }) => [new Construct(node.root, '00-namespace-other'), new ApplicationStack(node.root, 'other')],
    good: ({ node }) => [new Construct(node.root, '01-namespace-other'), new ApplicationStack(node.root, 'other')],
  },
]);

describe('MS1031: a microservice stands outside of an application stack', () => {
  test('in the app itself', () => {
    const app = new PlainApp();
    cart(app);
    expect(findingsOf(app)).toContainEqual(
      expect.objectContaining({
        code: 'MS1031',
        path: 'cart',
        given: 'its scope was the app',
        allowed: expect.stringContaining('ApplicationStack'),
        fix: expect.stringContaining('new ApplicationStack('),
      }),
    );
  });

  test('in a construct of a stack it is inside', () => {
    const app = new PlainApp();
    cart(new Construct(new ApplicationStack(app, 'shop'), 'team'));
    expect(findingsOf(app)).toEqual([]);
  });
});
