import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ExposeOptions,
  Flagger,
  IstioIngressGateway,
  IstioMesh,
  Microservice,
  NoMesh,
  Platform,
  PlatformProps,
  Port,
  Rollout,
} from '../../lib';
import { Case, cart, describeCode, findings } from './cases';

const PORTS = [Port.http(8080), Port.tcp(9090)];

function on(stack: ApplicationStack, props: PlatformProps): ApplicationStack {
  return new ApplicationStack(stack.node.root, 'edge', { platform: new Platform(props) });
}

const meshed = (stack: ApplicationStack, props: PlatformProps = {}) =>
  on(stack, { mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }), ...props });

function expose(microservice: Microservice, exposures: readonly ExposeOptions[]): void {
  for (const exposure of exposures)
    microservice.expose({ host: 'shop.example.com', port: 8080, public: true, ...exposure });
}

/** A case in which `edge/cart` is exposed through a gateway by statements that are wrong. */
function through(
  name: string,
  bad: readonly ExposeOptions[],
  good: readonly ExposeOptions[],
  said: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  const program = (exposures: readonly ExposeOptions[]) => (stack: ApplicationStack) =>
    expose(cart(meshed(stack), { ports: PORTS }), exposures);
  return { name, path: 'edge/cart', bad: program(bad), good: program(good), ...said };
}

const EVENTS = { operation: { paths: ['/events/*'] } };

describeCode('MS2006', [
  through('an exposure of bytes', [{ ...EVENTS, port: 9090 }], [EVENTS], {
    given: 'the exposure named /events/*',
    fix: 'leave them out',
  }),
]);

describeCode('MS2007', [
  through('the timeout of an exposure', [{ timeout: Duration.millis(0) }], [{ timeout: Duration.seconds(1) }], {
    given: 'timeout was 0 ms',
    fix: 'how long',
  }),
  through('a path of an exposure', [{ operation: { paths: ['events'] } }], [EVENTS], {
    given: "'events'",
    fix: "'/events'",
  }),
  through('a method of an exposure', [{ operation: { methods: ['G T'] } }], [{ operation: { methods: ['GET'] } }], {
    given: "'G T'",
    fix: 'state a method of HTTP',
  }),
  through('a header of an exposure', [{ headers: { set: { host: 'a' } } }], [{ headers: { set: { 'x-a': 'a' } } }], {
    given: "'host'",
    fix: 'name another header',
  }),
]);

describeCode('MS2008', [
  through('of an exposure', [{ timeout: Duration.seconds(31) }], [{ timeout: Duration.seconds(30) }], {
    given: 'timeout was 31 s',
    fix: 'lifecycle.longestRequest',
  }),
]);

describeCode('MS2023', [
  through('of an exposure', [{ streaming: true, timeout: Duration.seconds(5) }], [{ streaming: true }], {
    given: 'timeout was 5000 ms',
    fix: 'leave streaming out',
  }),
]);

test('they speak of the exposure, not of a call', () => {
  const found = findings((stack) => expose(cart(meshed(stack)), [{ timeout: Duration.millis(0) }]));
  expect(found.map(({ message }) => message)).toEqual(['the exposure of cart has an invalid timeout']);
});

describeCode('MS2016', [
  through('a wildcard in the middle', [{ host: 'a.*.com' }], [{ host: '*.a.com' }], {
    given: "host was 'a.*.com'",
    fix: "'shop.example.com'",
  }),
  through('the same host and path twice', [EVENTS, EVENTS], [EVENTS, {}], {
    given: 'called 2 times',
    fix: 'remove one',
  }),
  {
    name: 'a wildcard at a load balancer',
    path: 'edge/cart',
    given: "host was '*'",
    fix: 'a gateway on the platform',
    bad: (stack) => expose(cart(on(stack, { mesh: new NoMesh() })), [{ host: '*' }]),
    good: (stack) => expose(cart(meshed(stack)), [{ host: '*' }]),
  },
  {
    name: 'clients of two hosts of a load balancer',
    path: 'edge/cart',
    given: '203.0.113.0/24 and any address',
    fix: 'state the same',
    bad: (stack) =>
      expose(cart(on(stack, {})), [
        { host: 'a.example.com' },
        { host: 'b.example.com', allowedSources: ['203.0.113.0/24'] },
      ]),
    good: (stack) => expose(cart(on(stack, {})), [{ host: 'a.example.com' }, { host: 'b.example.com' }]),
  },
]);

describeCode('MS2024', [
  through('below its own wildcard', [{ host: '*.example.com' }, {}], [{ host: '*.example.org' }, {}], {
    given: 'cart is exposed under *.example.com too',
    fix: 'leave one of them out',
  }),
]);

describeCode('MS2040', [
  through('the certificate', [{ tlsSecret: 'a' }, EVENTS], [{ tlsSecret: 'a' }, { ...EVENTS, tlsSecret: 'a' }], {
    given: 'a and none',
    fix: 'state the same tlsSecret',
  }),
  through(
    'the redirect',
    [
      { tlsSecret: 'a', httpsRedirect: false },
      { ...EVENTS, tlsSecret: 'a' },
    ],
    [
      { tlsSecret: 'a', httpsRedirect: false },
      { ...EVENTS, tlsSecret: 'a', httpsRedirect: false },
    ],
    { given: 'false and true', fix: 'state the same httpsRedirect' },
  ),
  through(
    'the clients',
    [{ allowedSources: ['203.0.113.0/24'] }, EVENTS],
    [{ allowedSources: ['203.0.113.0/24'] }, { ...EVENTS, allowedSources: ['203.0.113.0/24'] }],
    { given: '203.0.113.0/24 and any address', fix: 'state the same allowedSources' },
  ),
  through('a redirect to nothing', [{ httpsRedirect: true }], [{ httpsRedirect: true, tlsSecret: 'a' }], {
    given: 'without a tlsSecret',
    fix: 'state tlsSecret',
  }),
]);

describeCode('MS4008', [
  through(
    'clients of every host',
    [{ host: '*.example.com', allowedSources: ['203.0.113.0/24'] }],
    [{ allowedSources: ['203.0.113.0/24'] }],
    { given: 'the host was *.example.com', fix: 'one by one' },
  ),
]);

const flagger = (acmeChallenges: boolean): PlatformProps => ({
  mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway({ acmeChallenges }) }),
  delivery: new Flagger(),
});

const canary = (stack: ApplicationStack) =>
  cart(stack, { lifecycle: { rollout: Rollout.canary({ analysis: false }) } });

describeCode('MS4020', [
  {
    name: 'a redirect beside challenges',
    path: 'edge/cart',
    given: 'shop.example.com has a tlsSecret, the gateway has acmeChallenges, and Flagger makes the routes',
    fix: 'httpsRedirect: false',
    bad: (stack) => expose(canary(on(stack, flagger(true))), [{ tlsSecret: 'a' }]),
    good: (stack) => expose(canary(on(stack, flagger(false))), [{ tlsSecret: 'a' }]),
  },
  {
    name: 'every host',
    path: 'edge/cart',
    given: 'the host was *',
    fix: 'state the host names',
    bad: (stack) => expose(canary(on(stack, flagger(false))), [{ host: '*' }]),
    good: (stack) => expose(canary(on(stack, flagger(false))), [{ host: '*.example.com' }]),
  },
]);

describe('no finding advises what another refuses', () => {
  const codes = (props: PlatformProps, exposure: ExposeOptions) =>
    findings((stack) => cart(on(stack, props)).expose({ host: 'shop.example.com', ...exposure })).map(
      ({ code }) => code,
    );

  test.each<[string, PlatformProps]>([
    ['a gateway', { mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }) }],
    ['a load balancer', {}],
  ])('MS2021 behind %s', (_, props) => {
    expect(codes(props, {})).toEqual(['MS2021']);
    expect(codes(props, { public: true })).toEqual([]);
    expect(codes(props, { allowedSources: ['203.0.113.0/24'] })).toEqual([]);
  });
});

test('without a mesh, what only a gateway could do is said to be lost', () => {
  const given = (exposure: ExposeOptions) =>
    findings((stack) => expose(cart(on(stack, {})), [exposure])).map(({ code, given: text }) => [
      code,
      text.split(':')[0],
    ]);
  expect(given({ timeout: Duration.seconds(5) })).toEqual([['MS4002', 'timeouts (shop.example.com)']]);
  expect(given(EVENTS)).toEqual([['MS4002', expect.stringContaining('(shop.example.com)')]]);
  expect(given({ streaming: true })).toEqual([]);
});
