import { MetricsAccess, NetworkPeer, Port, PrometheusOperator, PrometheusOperatorProps } from '../../../../lib';
import { scrapedEndpoints } from '../../../../lib/emit/mesh/istio/metrics';
import { all, find } from '../../../support/manifests';
import { findingsOf, renderedAll } from '../../kubernetes/program';
import { IstioProgram, labelsOf, PROMETHEUS } from './program';

const METRICS = Port.http(9090, { name: 'metrics', targetPort: 9091, metricsPath: '/prom', servesMetrics: true });
const HTTP = Port.http(80, { targetPort: 8080 });
const AGENT = { port: 15020, path: '/stats/prometheus', mutualTls: false };
const certificate = MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' });

const operator = (access: MetricsAccess, props: Partial<PrometheusOperatorProps> = {}) => ({
  observability: { monitoring: new PrometheusOperator({ selector: {}, access, ...props }) },
});

/** `web` calls `cart`, which serves metrics on a port of its own. */
function scraped(
  access: MetricsAccess,
  { ports = [HTTP, METRICS], mesh = {}, scrapers = [PROMETHEUS], networkPolicy = true } = {},
) {
  const program = new IstioProgram(mesh, { scrapers }, undefined, operator(access));
  const [web, cart] = [program.serve('web'), program.serve('cart', { ports, security: { networkPolicy } })];
  web.calls(cart, { port: 80 });
  return program;
}

const policyOf = (program: IstioProgram) => find(program.written(), 'AuthorizationPolicy', 'cart').spec;
const authentications = (program: IstioProgram) =>
  all(program.written(), 'PeerAuthentication').map(({ metadata: { name }, spec }) => [name, spec]);
const callers = { from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['8080'] } }] };
const strict = ['default', { mtls: { mode: 'STRICT' } }];

describe('what scrapers ask for', () => {
  const facts = (access: MetricsAccess) => ({
    monitoring: operator(access).observability.monitoring._facts,
    ports: [HTTP, METRICS],
  });
  const own = { port: 9091, portName: METRICS.name, path: '/prom' };
  test.each([
    ['the agent alone, which hands out both', MetricsAccess.merged(), [AGENT]],
    ['the agent, and the port that is open', MetricsAccess.openPort(), [AGENT, { ...own, mutualTls: false }]],
    ['the agent, and the port by a certificate', certificate, [AGENT, { ...own, mutualTls: true }]],
  ])('%s', (_, access, expected) => {
    expect(scrapedEndpoints(facts(access))).toEqual(expected);
  });
});

describe('merged', () => {
  test('no port of the application takes plain text, and nobody but callers is let in', () => {
    const program = scraped(MetricsAccess.merged());
    expect(authentications(program)).toEqual([strict]);
    expect(policyOf(program).rules).toEqual([callers]);
  });

  test('the agent is told where the metrics are', () => {
    const annotationsOf = (name: string) =>
      find(scraped(MetricsAccess.merged()).written(), 'Deployment', name).spec.template.metadata.annotations;
    expect(annotationsOf('cart')).toEqual(
      expect.objectContaining({
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': '9091',
        'prometheus.io/path': '/prom',
      }),
    );
    expect(Object.keys(annotationsOf('web')).filter((key) => key.startsWith('prometheus.io/'))).toEqual([]);
  });

  test('metrics on a port that callers use need no other one', () => {
    const program = scraped(MetricsAccess.merged(), {
      ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })],
    });
    expect(authentications(program)).toEqual([strict]);
    expect(policyOf(program).rules).toEqual([callers]);
  });
});

describe('by an open port', () => {
  const anybody = { to: [{ operation: { ports: ['9091'], methods: ['GET'] } }] };

  test('that port alone takes plain text, and reads of it are let in', () => {
    const program = scraped(MetricsAccess.openPort());
    expect(authentications(program)).toEqual([
      [
        'cart',
        {
          selector: { matchLabels: labelsOf('cart') },
          mtls: { mode: 'STRICT' },
          portLevelMtls: { 9091: { mode: 'PERMISSIVE' } },
        },
      ],
      strict,
    ]);
    expect(policyOf(program).rules).toEqual([callers, anybody]);
  });

  test('the agent is told nothing', () => {
    expect(
      Object.keys(
        find(scraped(MetricsAccess.openPort()).written(), 'Deployment', 'cart').spec.template.metadata.annotations,
      ).filter((key) => key.startsWith('prometheus.io/')),
    ).toEqual([]);
  });

  test('which it is although the cluster knows no scraper, where no network policy needs to', () => {
    const program = scraped(MetricsAccess.openPort(), { scrapers: [], networkPolicy: false });
    // Only who has a network policy needs scrapers to be known.
    expect(findingsOf(program.shop).map(({ code, message }) => [code, message])).toEqual([
      ['MS5004', 'no scraper is let in to web'],
    ]);
    expect(
      renderedAll('AuthorizationPolicy', program.shop).find(({ metadata }) => metadata.name === 'cart')!.spec.rules,
    ).toEqual([callers, { from: [{ source: { notPrincipals: ['*'] } }], ...anybody }]);
    expect(renderedAll('PeerAuthentication', program.shop).map(({ metadata }) => metadata.name)).toContain('cart');
  });
});

describe('by open ports of HTTP and of TCP', () => {
  const ports = [HTTP, METRICS, Port.tcp(9100, { servesMetrics: true })];
  const reads = { to: [{ operation: { ports: ['9091'], methods: ['GET'] } }] };
  const bytes = { to: [{ operation: { ports: ['9100'] } }] };

  test('reads alone are let in to the one, bytes to the other', () => {
    expect(policyOf(scraped(MetricsAccess.openPort(), { ports })).rules).toEqual([callers, reads, bytes]);
  });

  test.each([
    ['pods', [PROMETHEUS], [{ source: { namespaces: ['monitoring'] } }, { source: { notPrincipals: ['*'] } }]],
    [
      'addresses',
      [NetworkPeer.cidr('192.0.2.0/24', ['192.0.2.128/25']), NetworkPeer.cidr('2001:db8::/64')],
      [
        { source: { ipBlocks: ['192.0.2.0/24'], notIpBlocks: ['192.0.2.128/25'] } },
        { source: { ipBlocks: ['2001:db8::/64'] } },
      ],
    ],
    [
      'pods and addresses',
      [PROMETHEUS, NetworkPeer.cidr('192.0.2.1/32')],
      [
        { source: { ipBlocks: ['192.0.2.1/32'] } },
        { source: { namespaces: ['monitoring'] } },
        { source: { notPrincipals: ['*'] } },
      ],
    ],
  ])('without a network policy, %s are named', (_, scrapers, from) => {
    const program = scraped(MetricsAccess.openPort(), { ports, scrapers, networkPolicy: false });
    expect(policyOf(program).rules).toEqual([callers, { from, ...reads }, { from, ...bytes }]);
  });
});

describe('by a certificate', () => {
  const scraper = {
    from: [{ source: { serviceAccounts: ['monitoring/prometheus'] } }],
    to: [{ operation: { ports: ['9091'], methods: ['GET'], paths: ['/prom'] } }],
  };

  test('no port takes plain text, and the scraper may read metrics, and nothing else', () => {
    const program = scraped(certificate);
    expect(authentications(program)).toEqual([strict]);
    expect(policyOf(program)).toEqual({
      selector: { matchLabels: labelsOf('cart') },
      action: 'ALLOW',
      rules: [callers, scraper],
    });
  });

  test('on a port that callers use too', () => {
    const program = scraped(certificate, { ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })] });
    expect(policyOf(program).rules).toEqual([
      callers,
      { ...scraper, to: [{ operation: { ports: ['8080'], methods: ['GET'], paths: ['/metrics'] } }] },
    ]);
  });

  test('of the trust domain that is stated', () => {
    expect(policyOf(scraped(certificate, { mesh: { trustDomain: 'td.example' } })).rules[1]!.from).toEqual([
      { source: { principals: ['td.example/ns/monitoring/sa/prometheus'] } },
    ]);
  });

  test('where nobody calls', () => {
    const program = new IstioProgram({}, { scrapers: [PROMETHEUS] }, undefined, operator(certificate));
    program.serve('cart', { ports: [METRICS] });
    expect(policyOf(program).rules).toEqual([scraper]);
  });

  test('on a port whose protocol has no requests, by its account alone', () => {
    const program = new IstioProgram({}, { scrapers: [PROMETHEUS] }, undefined, operator(certificate));
    program.serve('cart', { ports: [Port.tcp(9091, { servesMetrics: true })] });
    expect(policyOf(program).rules).toEqual([{ ...scraper, to: [{ operation: { ports: ['9091'] } }] }]);
  });
});

test('scrapers of the proxy need no account: it serves its metrics beside the traffic that policies are about', () => {
  const program = new IstioProgram({}, { scrapers: [PROMETHEUS] }, undefined, operator(certificate));
  program.serve('cart');
  expect(all(program.written(), 'AuthorizationPolicy').map(({ metadata: { name } }) => name)).toEqual(['deny-all']);
});
