import { Duration } from 'cdk8s';
import { ExternalServiceProps, ExternalTls, Port, Retries } from '../../../../lib';
import { all, find, ManifestObject, only } from '../../../support/manifests';
import { IstioProgram, labelsOf } from './program';

/** What is written where one microservice calls one external service. */
function calling(props: Partial<ExternalServiceProps> = {}): ManifestObject[] {
  const program = new IstioProgram();
  program.serve('web').calls(program.external('pay', props));
  return program.written();
}

const kindsOf = (manifests: readonly ManifestObject[]) =>
  manifests
    .filter(({ metadata }) => metadata.name === 'pay')
    .map(({ kind }) => kind)
    .sort();

describe('the objects of an external service', () => {
  test('are there when it is called, and not before', () => {
    const program = new IstioProgram();
    const [web, pay] = [program.serve('web'), program.external('pay', { ports: [Port.http(80)] })];
    expect(kindsOf(program.written())).toEqual([]);
    web.calls(pay);
    expect(kindsOf(program.written())).toEqual(['DestinationRule', 'ServiceEntry', 'VirtualService']);
  });

  test.each([
    ['TLS', Port.tls(443)],
    ['TCP', Port.tcp(5432)],
  ])('are without routes for %s', (_, port) => {
    expect(kindsOf(calling({ ports: [port] }))).toEqual(['DestinationRule', 'ServiceEntry']);
  });

  test('have routes from the first call of requests on: without any, istiod would refuse them', () => {
    const program = new IstioProgram();
    const [web, api] = [program.serve('web'), program.external('pay', { ports: [Port.http(80), Port.tls(443)] })];
    web.calls(api, { port: 443, addressEnv: 'A' });
    expect(kindsOf(program.written())).toEqual(['DestinationRule', 'ServiceEntry']);
    web.calls(api, { port: 80, addressEnv: 'B' });
    expect(kindsOf(program.written())).toEqual(['DestinationRule', 'ServiceEntry', 'VirtualService']);
  });

  test('are as many for many callers', () => {
    const program = new IstioProgram();
    const pay = program.external('pay', { ports: [Port.http(80)] });
    for (let at = 0; at < 5; at++) program.serve(`caller-${at}`).calls(pay, { timeout: Duration.seconds(1 + at) });
    expect(kindsOf(program.written())).toHaveLength(3);
  });

  test('are seen by the namespaces of its callers, and by no others', () => {
    const program = new IstioProgram();
    const pay = program.external('pay', { ports: [Port.http(80)] });
    for (const id of ['depot', 'bank']) program.serve('web', {}, program.stack(id)).calls(pay);
    const exported = () =>
      program
        .written()
        .filter(({ metadata }) => metadata.name === 'pay')
        .map(({ spec }) => (spec as { exportTo: string[] }).exportTo);
    expect(exported()).toEqual([
      ['bank', 'depot'],
      ['bank', 'depot'],
      ['bank', 'depot'],
    ]);
    program.serve('web').calls(pay);
    expect(exported()[0]).toEqual(['bank', 'depot', '.']);
  });
});

describe('the entry', () => {
  test('of a name is resolved by DNS', () => {
    expect(only(calling(), 'ServiceEntry').spec).toEqual({
      hosts: ['pay.example.com'],
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
      location: 'MESH_EXTERNAL',
      resolution: 'DNS',
      exportTo: ['.'],
    });
  });

  // Ranges around it, which network policies keep to, are none that callers name.
  test.each<[string, string[]]>([
    ['203.0.113.9', []],
    ['203.0.113.9', ['203.0.113.0/24']],
    ['2001:db8::9', []],
  ])('of the address %s, with the ranges %j, has a host that stands for it', (host, addresses) => {
    expect(only(calling({ host, addresses }), 'ServiceEntry').spec).toEqual({
      hosts: ['pay.shop.external'],
      addresses: [host],
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
      location: 'MESH_EXTERNAL',
      resolution: 'STATIC',
      endpoints: [{ address: host }],
      exportTo: ['.'],
    });
  });

  test('of an address has another host in each namespace: one host is one cluster of the proxy', () => {
    const program = new IstioProgram();
    const web = program.serve('web');
    web.calls(program.external('ledger', { host: '203.0.113.1' }), { addressEnv: 'A' });
    web.calls(program.external('ledger', { host: '203.0.113.2' }, program.stack('bank')), { addressEnv: 'B' });
    expect(
      all(program.written(), 'ServiceEntry')
        .flatMap(({ spec }) => spec.hosts)
        .sort(),
    ).toEqual(['ledger.bank.external', 'ledger.shop.external']);
  });

  test('names the addresses of bytes, and of nothing that carries a name', () => {
    // With ranges, the API server refuses resolution by DNS.
    expect(
      only(calling({ ports: [Port.tcp(5432)], addresses: ['203.0.113.0/24'] }), 'ServiceEntry').spec,
    ).toMatchObject({ resolution: 'NONE', addresses: ['203.0.113.0/24'] });
    expect(only(calling({ addresses: ['203.0.113.0/24'] }), 'ServiceEntry').spec).not.toHaveProperty('addresses');
  });

  test('has the ports that carry connections', () => {
    const program = new IstioProgram();
    const pay = program.external('pay', { ports: [Port.grpc(7070), Port.http2(80), Port.udp(443)] });
    program.serve('web').calls(pay, { port: 80 });
    expect(
      only(program.written(), 'ServiceEntry').spec.ports.map(({ number, protocol }) => [number, protocol]),
    ).toEqual([
      [7070, 'GRPC'],
      [80, 'HTTP2'],
    ]);
  });
});

describe('TLS by the proxy', () => {
  const byProxy = (props: Partial<ExternalServiceProps> = {}) =>
    calling({ ports: [Port.http(80, { targetPort: 443 })], tls: ExternalTls.byProxy(), ...props });
  const tlsOf = (manifests: readonly ManifestObject[]) =>
    find(manifests, 'DestinationRule', 'pay').spec.trafficPolicy.tls;

  test('goes to the target port, with the name and its check', () => {
    expect(find(byProxy(), 'ServiceEntry', 'pay').spec.ports).toEqual([
      { number: 80, name: 'http', protocol: 'HTTP', targetPort: 443 },
    ]);
    expect(tlsOf(byProxy())).toEqual({ mode: 'SIMPLE', sni: 'pay.example.com', subjectAltNames: ['pay.example.com'] });
  });

  test('checks against a file, never against a Secret, without which proxies would send plain text', () => {
    const tls = tlsOf(byProxy({ tls: ExternalTls.byProxy({ caCertificates: '/etc/pay/ca.pem' }) }));
    expect(tls.caCertificates).toBe('/etc/pay/ca.pem');
    expect(tls).not.toHaveProperty('credentialName');
  });

  test('names no server where the host is an address', () => {
    expect(tlsOf(byProxy({ host: '203.0.113.9' }))).toEqual({ mode: 'SIMPLE', subjectAltNames: ['203.0.113.9'] });
  });

  test('opens the target port to the caller', () => {
    const egress = find(byProxy({ addresses: ['203.0.113.0/24'] }), 'NetworkPolicy', 'web').spec.egress;
    expect(
      egress.filter(({ to }) => to.some(({ ipBlock }) => ipBlock?.cidr === '203.0.113.0/24')).map(({ ports }) => ports),
    ).toEqual([[{ port: 443, protocol: 'TCP' }]]);
  });

  test('is none where the application begins it', () => {
    const manifests = calling();
    expect(find(manifests, 'DestinationRule', 'pay').spec.trafficPolicy).not.toHaveProperty('tls');
    expect(find(manifests, 'ServiceEntry', 'pay').spec.ports[0]).not.toHaveProperty('targetPort');
  });
});

test('each caller has its timeout and retries', () => {
  const program = new IstioProgram();
  const pay = program.external('pay', { ports: [Port.http(80)] });
  program.serve('web').calls(pay, { timeout: Duration.seconds(2) });
  program.serve('ads').calls(pay, { timeout: Duration.seconds(1), idempotent: true, retries: Retries.upTo(1) });
  const { hosts, http } = find(program.written(), 'VirtualService', 'pay').spec;
  expect(hosts).toEqual(['pay.example.com']);
  const routes = new Map(
    http.map(({ match, timeout, retries }) => [
      (match ?? [])[0]?.sourceLabels['app.kubernetes.io/name'],
      [timeout, retries.attempts],
    ]),
  );
  expect(Object.fromEntries(routes)).toEqual({ web: ['2s', 0], ads: ['1s', 1], undefined: ['30s', 0] });
  expect(http.find(({ timeout }) => timeout === '2s')!.match).toEqual([
    { sourceLabels: labelsOf('web'), sourceNamespace: 'shop' },
  ]);
  expect(find(program.written(), 'DestinationRule', 'pay').spec.trafficPolicy.retryBudget).toEqual({
    percent: 20,
    minRetryConcurrency: 3,
  });
});

test('requests under way are bounded as Envoy does, and nothing is ejected of what has no replicas', () => {
  const { trafficPolicy } = only(calling(), 'DestinationRule').spec;
  expect(trafficPolicy.connectionPool.http).toMatchObject({ http1MaxPendingRequests: 1024, http2MaxRequests: 1024 });
  expect(trafficPolicy.outlierDetection).toEqual({ consecutive5xxErrors: 0, consecutiveGatewayErrors: 0 });
  expect(all(calling(), 'DestinationRule')).toHaveLength(1);
});
