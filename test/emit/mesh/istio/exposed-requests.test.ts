import { Duration } from 'cdk8s';
import { ExposeOptions, IstioIngressGateway, Microservice, MicroserviceProps, Port } from '../../../../lib';
import { all, find, ManifestObject } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from './program';

const HOST = 'llm.example.com';

/** What is written where `llm` is exposed. */
function exposing(
  exposures: readonly ExposeOptions[],
  props: Partial<MicroserviceProps> = {},
  gateway: IstioIngressGateway = GATEWAY,
): ManifestObject[] {
  const program = new IstioProgram({ ingressGateway: gateway });
  const llm = program.serve('llm', props);
  for (const exposure of exposures) llm.expose({ host: HOST, public: true, ...exposure });
  return program.written();
}

/** Matches and treatment of each route, in the order in which they are matched. */
function routesOf(manifests: readonly ManifestObject[]): unknown[] {
  return find(manifests, 'VirtualService', 'llm-external').spec.http.map(
    ({ name, match, timeout, retries, headers }) => ({
      name,
      ...(match !== undefined && { match }),
      timeout,
      attempts: retries.attempts,
      ...(headers !== undefined && { headers }),
    }),
  );
}

/** Operations that the gateway may carry out. */
function operationsOf(manifests: readonly ManifestObject[]): unknown[] {
  return find(manifests, 'AuthorizationPolicy', 'llm').spec.rules.flatMap(({ from, to }: any) =>
    JSON.stringify(from).includes('istio-ingress') ? to.map(({ operation }: any) => operation) : [],
  );
}

describe('an exposure states its requests as a call does', () => {
  test('a stream has no timeout', () => {
    expect(routesOf(exposing([{ streaming: true }]))).toEqual([{ name: 'default', timeout: undefined, attempts: 0 }]);
  });

  test.each([
    [Port.grpc(9090), 'gRPC'],
    [Port.http2(8080), 'HTTP/2'],
  ])('nor has one of %s', (port) => {
    expect(routesOf(exposing([{ streaming: true }], { ports: [port] }))).toEqual([
      { name: 'default', timeout: undefined, attempts: 0 },
    ]);
  });

  test('a timeout shortens the wait', () => {
    expect(routesOf(exposing([{ timeout: Duration.seconds(2) }]))).toEqual([
      { name: 'default', timeout: '2s', attempts: 0 },
    ]);
  });

  test('headers are set and removed', () => {
    expect(routesOf(exposing([{ headers: { set: { 'x-edge': '1' }, remove: ['x-user'] } }]))).toEqual([
      {
        name: 'default',
        timeout: '30s',
        attempts: 0,
        headers: { request: { set: { 'x-edge': '1' }, remove: ['x-user'] } },
      },
    ]);
  });

  test('nothing else than the stated operation is routed and allowed', () => {
    const manifests = exposing([{ operation: { methods: ['get'], paths: ['/v1/*', '/health'] } }]);
    expect(routesOf(manifests)).toEqual([
      {
        name: 'default',
        match: [
          { method: { exact: 'GET' }, uri: { exact: '/health' } },
          { method: { exact: 'GET' }, uri: { prefix: '/v1/' } },
        ],
        timeout: '30s',
        attempts: 0,
      },
    ]);
    expect(operationsOf(manifests)).toEqual([{ ports: ['8080'], methods: ['GET'], paths: ['/health', '/v1/*'] }]);
  });

  test('services of gRPC are paths', () => {
    const manifests = exposing([{ operation: { methods: ['Ask'], paths: ['/llm.Chat'] } }], {
      ports: [Port.grpc(9090)],
    });
    expect(operationsOf(manifests)).toEqual([{ ports: ['9090'], paths: ['/llm.Chat/Ask'] }]);
    expect(routesOf(manifests)).toMatchObject([{ match: [{ uri: { exact: '/llm.Chat/Ask' } }] }]);
  });

  test('several exposures of a host differ by path, the narrower first', () => {
    const manifests = exposing([{}, { streaming: true, operation: { paths: ['/events/*'] } }]);
    expect(routesOf(manifests)).toEqual([
      { name: 'default', match: [{ uri: { prefix: '/events/' } }], timeout: undefined, attempts: 0 },
      { name: 'default-2', timeout: '30s', attempts: 0 },
    ]);
    // The wider one allows all that the narrower does.
    expect(operationsOf(manifests)).toEqual([{ ports: ['8080'] }]);
  });

  test('paths of a host lead to different ports', () => {
    const manifests = exposing(
      [
        { port: 80, operation: { paths: ['/'] } },
        { port: 81, operation: { paths: ['/admin/*'] } },
      ],
      { ports: [Port.http(80), Port.http(81, { name: 'admin' })] },
    );
    expect(
      find(manifests, 'VirtualService', 'llm-external').spec.http.map(({ match, route }) => [
        match,
        route[0]!.destination.port.number,
      ]),
    ).toEqual([
      [[{ uri: { exact: '/' } }], 80],
      [[{ uri: { prefix: '/admin/' } }], 81],
    ]);
    expect(operationsOf(manifests)).toEqual([
      { ports: ['80'], paths: ['/'] },
      { ports: ['81'], paths: ['/admin/*'] },
    ]);
  });

  test('the order of statements has no effect', () => {
    const exposures: ExposeOptions[] = [
      { streaming: true, operation: { paths: ['/events/*'] } },
      { operation: { paths: ['/ask'] } },
      { host: 'other.example.com', timeout: Duration.seconds(1) },
    ];
    expect(exposing([...exposures].reverse())).toEqual(exposing(exposures));
  });
});

describe('hosts', () => {
  test('two stand for one port', () => {
    const manifests = exposing([{}, { host: 'chat.example.com' }]);
    const { hosts, http } = find(manifests, 'VirtualService', 'llm-external').spec;
    expect(hosts).toEqual(['chat.example.com', HOST]);
    expect(http).toHaveLength(1);
  });

  test('that are treated unlike are told apart', () => {
    const manifests = exposing([{ streaming: true }, { host: 'chat.example.com' }]);
    expect(routesOf(manifests)).toMatchObject([
      { name: 'chat.example.com', match: [{ authority: { regex: 'chat\\.example\\.com(:[0-9]+)?' } }], timeout: '30s' },
      { name: HOST, match: [{ authority: { regex: 'llm\\.example\\.com(:[0-9]+)?' } }], timeout: undefined },
    ]);
  });

  test.each([
    ['*', 'any'],
    ['*.example.com', 'any.example.com'],
  ])('%s is a host', (host, name) => {
    const manifests = exposing([{ host, tlsSecret: 'all' }]);
    const { servers } = find(manifests, 'Gateway', 'llm-external').spec;
    expect(servers.map(({ hosts, port }) => [hosts, port.name])).toEqual([
      [[`./${host}`], `http-${name}`],
      [[`./${host}`], `https-${name}`],
    ]);
    expect(find(manifests, 'VirtualService', 'llm-external').spec.hosts).toEqual([host]);
  });
});

describe('clients are filtered by their address where they arrive', () => {
  const allowedSources = ['203.0.113.0/24', '198.51.100.7/32'];

  test('at the gateway, for the host alone', () => {
    const manifests = exposing([{ public: false, allowedSources }, { host: 'chat.example.com' }]);
    const { metadata, spec } = find(manifests, 'AuthorizationPolicy', 'shop.llm-external');
    expect(metadata.namespace).toBe('istio-ingress');
    expect(spec).toEqual({
      selector: { matchLabels: { istio: 'ingress' } },
      action: 'DENY',
      rules: [
        {
          from: [{ source: { notRemoteIpBlocks: ['198.51.100.7/32', '203.0.113.0/24'] } }],
          to: [{ operation: { hosts: [HOST, `${HOST}:*`] } }],
        },
      ],
    });
  });

  test('not where any may come', () => {
    const policies = all(exposing([{}]), 'AuthorizationPolicy');
    expect(policies.map(({ metadata }) => metadata.namespace)).not.toContain('istio-ingress');
  });
});

describe('plain HTTP', () => {
  const tls: ExposeOptions = { tlsSecret: 'llm-tls' };
  const acme = new IstioIngressGateway({ acmeChallenges: true });
  const plainServer = (manifests: readonly ManifestObject[]) =>
    find(manifests, 'Gateway', 'llm-external').spec.servers.find(({ port }) => port.protocol === 'HTTP');

  test('is served too where that is chosen', () => {
    expect(plainServer(exposing([{ ...tls, httpsRedirect: false }]))).not.toHaveProperty('tls');
    expect(plainServer(exposing([tls]))!.tls).toEqual({ httpsRedirect: true });
  });

  test('is redirected by a route below those of challenges where certificates come by them', () => {
    const manifests = exposing([tls], {}, acme);
    expect(plainServer(manifests)).not.toHaveProperty('tls');
    expect(find(manifests, 'VirtualService', 'llm-external-redirect').spec).toEqual({
      hosts: [HOST],
      gateways: ['shop/llm-external'],
      // Istio puts a route that matches every path, whatever its port, after all others of a host.
      http: [{ name: 'https', match: [{ port: 80 }], redirect: { scheme: 'https', redirectCode: 301 } }],
      exportTo: ['*'],
    });
    expect(routesOf(manifests)).toMatchObject([{ name: 'default', match: [{ port: 443 }] }]);
  });

  test('of hosts without a certificate, or by choice, stays', () => {
    const manifests = exposing(
      [tls, { host: 'a.example.com' }, { host: 'b.example.com', tlsSecret: 'b', httpsRedirect: false }],
      {},
      acme,
    );
    expect(find(manifests, 'VirtualService', 'llm-external-redirect').spec.hosts).toEqual([HOST]);
    expect(routesOf(manifests)).toMatchObject([
      { name: 'a.example.com', match: [{ authority: { regex: 'a\\.example\\.com(:[0-9]+)?' } }] },
      { name: 'b.example.com', match: [{ authority: { regex: 'b\\.example\\.com(:[0-9]+)?' } }] },
      { name: HOST, match: [{ authority: { regex: 'llm\\.example\\.com(:[0-9]+)?' }, port: 443 }] },
    ]);
  });

  test('has no routes of its own where nothing is redirected', () => {
    expect(all(exposing([{}], {}, acme), 'VirtualService').map(({ metadata }) => metadata.name)).toEqual([
      'llm-external',
    ]);
  });
});

describe('hosts of one certificate', () => {
  const serversOf = (manifests: readonly ManifestObject[]) =>
    all(manifests, 'Gateway').flatMap(({ metadata, spec }) =>
      spec.servers
        .filter(({ port }) => port.protocol === 'HTTPS')
        .map(({ hosts, tls }) => [`${metadata.namespace}/${metadata.name}`, tls.credentialName, hosts]),
    );
  const exposed = (microservice: Microservice, host: string, tlsSecret = 'example-com') =>
    microservice.expose({ host, tlsSecret, public: true });

  test('have one server, since clients send requests for all of them over one connection', () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY });
    exposed(program.serve('web'), 'shop.example.com');
    exposed(program.serve('api'), 'api.example.com');
    exposed(program.serve('blog', {}, program.stack('depot')), 'blog.example.com');
    exposed(program.serve('docs'), 'docs.example.com', 'docs');
    const manifests = program.written();
    expect(serversOf(manifests).sort()).toEqual([
      ['depot/blog-external', 'example-com', ['shop/api.example.com', './blog.example.com', 'shop/shop.example.com']],
      ['shop/docs-external', 'docs', ['./docs.example.com']],
    ]);
    const gateways = (name: string) => find(manifests, 'VirtualService', `${name}-external`).spec.gateways;
    expect(['web', 'api', 'blog', 'docs'].map(gateways)).toEqual([
      ['shop/web-external', 'depot/blog-external'],
      ['shop/api-external', 'depot/blog-external'],
      ['depot/blog-external'],
      ['shop/docs-external'],
    ]);
    // Plain HTTP stays with each: its connections lead to one server anyway.
    for (const { spec } of all(manifests, 'Gateway')) expect(spec.servers[0]!.port.protocol).toBe('HTTP');
  });

  test('of one microservice too', () => {
    const program = new IstioProgram({ ingressGateway: GATEWAY });
    const web = program.serve('web');
    for (const host of ['b.example.com', 'a.example.com']) exposed(web, host);
    expect(serversOf(program.written())).toEqual([
      ['shop/web-external', 'example-com', ['./a.example.com', './b.example.com']],
    ]);
  });

  test('whichever is stated first', () => {
    const written = (names: string[]) => {
      const program = new IstioProgram({ ingressGateway: GATEWAY });
      for (const name of names) exposed(program.serve(name), `${name}.example.com`);
      return serversOf(program.written());
    };
    expect(written(['web', 'api'])).toEqual(written(['api', 'web']));
  });
});
