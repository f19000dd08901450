import { ClusterDns, ClusterFactsProps, ExternalService, Microservice } from '../../lib';
import { MicroserviceReference, NetworkPeer, Port } from '../../lib';
import { ApplicationStack, ClusterFacts, Platform } from '../../lib';
import { cart, findings } from './cases';

/** Texts of ranges that Kubernetes refuses or warns of, with the text that it takes. */
const FAULTY: readonly (readonly [string, string])[] = [
  ['10.0.0.5/8', "'10.0.0.0/8' for the range, or '10.0.0.5/32' for the one address"],
  ['203.0.113.7/24', "'203.0.113.0/24' for the range, or '203.0.113.7/32' for the one address"],
  ['fd00::1/64', "'fd00::/64' for the range, or 'fd00::1/128' for the one address"],
  ['010.0.0.0/8', "'10.0.0.0/8'"],
  ['10.0.0.0/08', "'10.0.0.0/8'"],
  ['2001:DB8::/32', "'2001:db8::/32'"],
  ['2001:0db8::/32', "'2001:db8::/32'"],
  ['fd00:0:0:0:0:0:0:0/8', "'fd00::/8'"],
  ['::ffff:10.0.0.0/104', "'10.0.0.0/8'"],
  ['::ffff:a00:0/104', "'10.0.0.0/8'"],
];

/** Properties that take ranges, with the code that reports them. */
const PLACES: Readonly<Record<string, readonly [string, (stack: ApplicationStack, range: string) => void]>> = {
  'addresses of an external service': [
    'MS2013',
    (stack, range) =>
      cart(stack).calls(
        new ExternalService(stack, 'bank', { host: 'bank.example', ports: [Port.tls(443)], addresses: [range] }),
      ),
  ],
  'addresses of a reference to another cluster': [
    'MS2013',
    (stack, range) =>
      cart(stack).calls(
        new MicroserviceReference({
          name: 'stock',
          namespace: 'depot',
          cluster: 'far',
          exposedHost: 'stock.example',
          exposedAddresses: [range],
          ports: [Port.http(80)],
        }),
      ),
  ],
  'addresses of an exposure': [
    'MS2016',
    (stack, range) => cart(stack).expose({ public: true, host: 'shop.example', addresses: [range] }),
  ],
  'sources of an exposure': ['MS2016', (stack, range) => cart(stack).expose({ allowedSources: [range] })],
  'addresses of the API server': [
    'MS3005',
    (stack, range) => inCluster(stack, { apiServer: [NetworkPeer.cidr(range)] }),
  ],
  'addresses of the ingress': ['MS3005', (stack, range) => inCluster(stack, { ingress: [NetworkPeer.cidr(range)] })],
  'addresses of scrapers': ['MS3005', (stack, range) => inCluster(stack, { scrapers: [NetworkPeer.cidr(range)] })],
  'exceptions of a range': [
    'MS3005',
    (stack, range) =>
      inCluster(stack, {
        scrapers: [NetworkPeer.cidr(range.includes(':') ? '::/0' : '0.0.0.0/0', [range])],
      }),
  ],
  'addresses of resolvers': [
    'MS3005',
    (stack, range) => inCluster(stack, { dns: ClusterDns.custom([NetworkPeer.cidr(range)], 53) }),
  ],
};

function inCluster(stack: ApplicationStack, facts: ClusterFactsProps): void {
  cart(new ApplicationStack(stack.node.root, 'far', { platform: new Platform({ cluster: new ClusterFacts(facts) }) }));
}

describe.each(Object.entries(PLACES))('%s', (_, [code, program]) => {
  test.each(FAULTY)('%s is no range that Kubernetes takes silently', (range, meant) => {
    const found = findings((stack) => program(stack, range)).filter((finding) => finding.code === code);
    expect(found).toContainEqual(
      expect.objectContaining({ severity: 'error', given: expect.stringContaining(range), fix: `state ${meant}` }),
    );
  });

  test.each(['10.0.0.0/8', '203.0.113.7/32', '2001:db8::/32', 'fd00::1/128'])('%s is a range', (range) =>
    expect(findings((stack) => program(stack, range)).filter((finding) => finding.code === code)).toEqual([]),
  );
});

test.each([
  ['FD00::1', "state 'fd00::1'"],
  ['fd00:0::1', "state 'fd00::1'"],
])('the host %s of an external service is not canonical', (host, fix) => {
  const found = findings((stack) =>
    cart(stack).calls(new ExternalService(stack, 'bank', { host, ports: [Port.tls(443)] })),
  );
  expect(found).toContainEqual(expect.objectContaining({ code: 'MS2012', fix }));
});

test.each([['FD00::10'], ['010.96.0.10'], ['::ffff:10.96.0.10']])('the address %s of resolvers is refused', (address) =>
  expect(
    findings((stack) => inCluster(stack, { dns: ClusterDns.nodeLocal('169.254.20.10', [address]) })),
  ).toContainEqual(
    expect.objectContaining({ code: 'MS3005', given: `dns held '${address}/${address.includes(':') ? 128 : 32}'` }),
  ),
);

describe('ranges that hold most public addresses name nobody', () => {
  const FACTS: readonly (readonly [string, (peers: NetworkPeer[]) => ClusterFactsProps, string])[] = [
    ['scrapers', (scrapers) => ({ scrapers }), 'the metrics of cart stand open'],
    ['ingress', (ingress) => ({ ingress }), 'ports of cart stand open to more than their allowedSources'],
    ['dns', (peers) => ({ dns: ClusterDns.custom(peers, 53) }), 'cart may reach any address on port 53'],
  ];
  const codes = (program: (stack: ApplicationStack) => void) => findings(program).map(({ code }) => code);
  const inUse = (stack: ApplicationStack, facts: ClusterFactsProps) => {
    const platform = new Platform({ cluster: new ClusterFacts(facts) });
    const far = new ApplicationStack(stack.node.root, 'far', { platform });
    new Microservice(far, 'cart', {
      image: 'cart:1.4.2',
      ports: [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    }).expose({ port: 8080, allowedSources: ['203.0.113.0/24'] });
  };
  const WIDE = [['0.0.0.0/0'], ['::/0'], ['0.0.0.0/1', '128.0.0.0/1'], ['2000::/3', '203.0.113.0/24']];

  test.each(WIDE.map((ranges) => [ranges]))('%j as sources: anybody may come', (allowedSources) => {
    expect(findings((stack) => cart(stack).expose({ allowedSources }))).toContainEqual(
      expect.objectContaining({
        code: 'MS2021',
        given: expect.stringContaining(`clients of ${allowedSources[0]}`),
        fix: 'state public: true, or smaller ranges as allowedSources',
      }),
    );
    const said = findings((stack) => cart(stack).expose({ public: true, allowedSources }));
    expect(said.map(({ code }) => code)).not.toContain('MS2021');
  });

  test.each(WIDE.map((ranges) => [ranges]))('%j as addresses of an external service', (addresses) => {
    const program = (stack: ApplicationStack) =>
      cart(stack).calls(
        new ExternalService(stack, 'bank', { host: 'bank.example', ports: [Port.tls(443)], addresses }),
      );
    expect(findings(program)).toContainEqual(
      expect.objectContaining({ code: 'MS2014', given: expect.stringContaining('pods and nodes inside stand open') }),
    );
  });

  test.each(WIDE.map((ranges) => [ranges]))('%j as addresses of the API server', (ranges) => {
    const program = (stack: ApplicationStack) => {
      const cluster = new ClusterFacts({ apiServer: ranges.map((range) => NetworkPeer.cidr(range)) });
      const far = new ApplicationStack(stack.node.root, 'far', { platform: new Platform({ cluster }) });
      cart(far).callsKubernetesApi();
    };
    expect(findings(program)).toContainEqual(
      expect.objectContaining({ code: 'MS2015', given: expect.stringContaining(`opens ${ranges[0]}`) }),
    );
  });

  test.each(WIDE.flatMap((ranges) => FACTS.map((fact) => [ranges, ...fact] as const)))(
    '%j as %s of a cluster',
    (ranges, fact, facts, opened) => {
      const peers = ranges.map((range) => NetworkPeer.cidr(range));
      const found = findings((stack) => inUse(stack, facts(peers))).filter(({ code }) => code === 'MS2021');
      expect(found).toEqual([
        expect.objectContaining({ path: 'far', given: `${fact} held ${ranges.join(', ')}: ${opened}` }),
      ]);
      const narrow = [NetworkPeer.cidr('203.0.113.0/24'), NetworkPeer.pods({ namespace: 'infra' })];
      expect(codes((stack) => inUse(stack, facts(narrow)))).not.toContain('MS2021');
    },
  );

  test.each(FACTS)('%s that open nothing', (_, facts) => {
    const program = (stack: ApplicationStack) => {
      const cluster = new ClusterFacts(facts([NetworkPeer.cidr('0.0.0.0/0')]));
      new ApplicationStack(stack.node.root, 'far', { platform: new Platform({ cluster }) });
    };
    expect(codes(program)).not.toContain('MS2021');
  });

  test('an ingress of any address behind exposures that are public', () => {
    const program = (stack: ApplicationStack) => {
      const cluster = new ClusterFacts({ ingress: [NetworkPeer.cidr('0.0.0.0/0')] });
      const far = new ApplicationStack(stack.node.root, 'far', { platform: new Platform({ cluster }) });
      cart(far).expose({ public: true });
    };
    expect(codes(program)).not.toContain('MS2021');
  });
});
