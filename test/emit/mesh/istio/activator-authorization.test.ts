import { CallOptions, IstioMeshProps, Keda, Microservice, Scaling, ScalingMetric } from '../../../../lib';
import { find } from '../../../support/manifests';
import { GATEWAY, IstioProgram, labelsOf } from './program';

const ZERO = { scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }) };
const REQUESTS = {
  hosts: ['cart.shop.svc.cluster.local', 'cart.shop.svc.cluster.local:*', '[cart.shop.svc.cluster.local]:*'],
  ports: ['8080'],
};
const INTERCEPTOR = { from: [{ source: { serviceAccounts: ['keda/keda-add-ons-http-interceptor'] } }] };

function written(state: (cart: Microservice, program: IstioProgram) => void, mesh: IstioMeshProps = {}) {
  const program = new IstioProgram({ ingressGateway: GATEWAY, ...mesh }, {}, undefined, {
    autoscaling: new Keda({ httpAddOn: {} }),
  });
  state(program.serve('cart', ZERO), program);
  return program.written();
}

const calledBy = (...calls: readonly (readonly [string, CallOptions])[]) =>
  written((cart, program) => {
    const callers = new Map([...new Set(calls.map(([name]) => name))].map((name) => [name, program.serve(name)]));
    calls.forEach(([name, options], at) => {
      callers.get(name)!.calls(cart, { addressEnv: `ADDRESS_${at}`, ...options });
    });
  });
const rulesAt = (manifests: ReturnType<typeof written>, name: string) =>
  find(manifests, 'AuthorizationPolicy', name).spec.rules;
/** What is refused to callers of whom only some requests are taken. */
const refused = (...calls: readonly (readonly [string, CallOptions])[]) =>
  rulesAt(calledBy(...calls), 'shop.cart')
    .slice(1)
    .map(({ from, to }) => [
      from[0]!.source.principals,
      to.map(({ operation }) => {
        const { hosts, ports, ...rest } = operation;
        expect({ hosts, ports }).toEqual(REQUESTS);
        return rest;
      }),
    ]);

test('pods take requests from what holds them alone, of the kinds that some caller may send', () => {
  expect(
    rulesAt(
      calledBy(
        ['web', { operation: { methods: ['GET'], paths: ['/a'] } }],
        ['ads', { operation: { methods: ['GET'], paths: ['/a'] } }],
      ),
      'cart',
    ),
  ).toEqual([{ ...INTERCEPTOR, to: [{ operation: { methods: ['GET'], paths: ['/a'], ports: ['8080'] } }] }]);
  expect(rulesAt(calledBy(['web', {}], ['ads', {}]), 'cart')).toEqual([
    { ...INTERCEPTOR, to: [{ operation: { ports: ['8080'] } }] },
  ]);
});

test('what holds them takes none for it but from its callers, and says nothing of others', () => {
  const { metadata, spec } = find(calledBy(['web', {}], ['ads', {}]), 'AuthorizationPolicy', 'shop.cart');
  expect(metadata).toMatchObject({ namespace: 'keda', labels: labelsOf('cart') });
  expect(spec).toEqual({
    selector: {
      matchLabels: {
        'app.kubernetes.io/component': 'interceptor',
        'app.kubernetes.io/name': 'http-add-on',
        'app.kubernetes.io/part-of': 'keda-add-ons-http',
      },
    },
    action: 'DENY',
    rules: [
      {
        from: [{ source: { notPrincipals: ['*/ns/shop/sa/ads', '*/ns/shop/sa/web'] } }],
        to: [{ operation: REQUESTS }],
      },
    ],
  });
});

test('the gateway is one of the callers, where it is exposed; pods know it by what holds requests too', () => {
  const manifests = written((cart) => {
    cart.expose({ host: 'shop.example.com', public: true });
  });
  expect(rulesAt(manifests, 'shop.cart')).toEqual([
    { from: [{ source: { notPrincipals: ['*/ns/istio-ingress/sa/istio-ingress'] } }], to: [{ operation: REQUESTS }] },
  ]);
  expect(rulesAt(manifests, 'cart')).toEqual([{ ...INTERCEPTOR, to: [{ operation: { ports: ['8080'] } }] }]);
});

test('of a stated trust domain', () => {
  const manifests = written(
    (cart, program) => {
      program.serve('web').calls(cart);
    },
    { trustDomain: 'td.example' },
  );
  expect(rulesAt(manifests, 'shop.cart')[0]!.from).toEqual([
    { source: { notPrincipals: ['td.example/ns/shop/sa/web'] } },
  ]);
});

describe('callers that may ask for some requests are refused all others', () => {
  const web = '*/ns/shop/sa/web';

  test('by method, by path, or by both', () => {
    expect(refused(['web', { operation: { methods: ['get', 'POST'] } }])).toEqual([
      [[web], [{ notMethods: ['GET', 'POST'] }]],
    ]);
    expect(refused(['web', { operation: { paths: ['/a', '/b/*'] } }])).toEqual([
      [[web], [{ notPaths: ['/a', '/b/*'] }]],
    ]);
    expect(refused(['web', { operation: { methods: ['GET'], paths: ['/a'] } }])).toEqual([
      [[web], [{ methods: ['GET'], notPaths: ['/a'] }, { notMethods: ['GET'] }]],
    ]);
  });

  test('of several calls, what is of none of them', () => {
    expect(
      refused(
        ['web', { operation: { methods: ['GET'], paths: ['/a'] } }],
        ['web', { operation: { methods: ['POST'], paths: ['/b'] } }],
      ),
    ).toEqual([
      [
        [web],
        [
          { methods: ['GET'], notPaths: ['/a'] },
          { methods: ['POST'], notPaths: ['/b'] },
          { notMethods: ['GET', 'POST'] },
        ],
      ],
    ]);
    // Methods of the same paths stand together, and one of any path is refused none.
    expect(
      refused(
        ['web', { operation: { methods: ['GET', 'POST'], paths: ['/b'] } }],
        ['web', { operation: { methods: ['PUT'], paths: ['/b'] } }],
        ['web', { operation: { methods: ['HEAD'] } }],
        ['web', { operation: { methods: ['GET', 'POST'], paths: ['/a'] } }],
      ),
    ).toEqual([
      [
        [web],
        [
          { methods: ['GET', 'POST'], notPaths: ['/a', '/b'] },
          { methods: ['PUT'], notPaths: ['/b'] },
          { notMethods: ['GET', 'HEAD', 'POST', 'PUT'] },
        ],
      ],
    ]);
    // What may be asked for by any method may be by those that are named, too.
    expect(
      refused(['web', { operation: { paths: ['/a'] } }], ['web', { operation: { methods: ['GET'], paths: ['/b'] } }]),
    ).toEqual([
      [
        [web],
        [
          { methods: ['GET'], notPaths: ['/a', '/b'] },
          { notMethods: ['GET'], notPaths: ['/a'] },
        ],
      ],
    ]);
  });

  test('in no more words than there are methods', () => {
    const calls = Array.from({ length: 20 }, (_, at): [string, CallOptions] => [
      'web',
      { operation: { methods: [`M${at}`], paths: [`/${at}`] } },
    ]);
    expect(refused(...calls)[0]![1]).toHaveLength(21);
  });

  test('unless one of their calls is of any request', () => {
    expect(refused(['web', { operation: { methods: ['GET'] } }], ['web', {}], ['ads', {}])).toEqual([]);
  });

  test('each for itself, those of the same limits together', () => {
    expect(
      refused(
        ['web', { operation: { methods: ['GET'] } }],
        ['ads', { operation: { methods: ['GET'] } }],
        ['pay', { operation: { paths: ['/a'] } }],
      ),
    ).toEqual([
      [['*/ns/shop/sa/ads', web], [{ notMethods: ['GET'] }]],
      [['*/ns/shop/sa/pay'], [{ notPaths: ['/a'] }]],
    ]);
  });
});

test('what nobody calls, nobody starts', () => {
  expect(
    rulesAt(
      written((cart) => cart.acknowledge('MS6002', 'callers come with the next release')),
      'shop.cart',
    ),
  ).toEqual([{ to: [{ operation: REQUESTS }] }]);
});

test('policies of two microservices are two, wherever the dashes of their names are', () => {
  const program = new IstioProgram({}, {}, undefined, { autoscaling: new Keda({ httpAddOn: {} }) });
  const web = program.serve('web');
  web.calls(program.serve('c', ZERO, program.stack('a-b')));
  web.calls(program.serve('b-c', ZERO, program.stack('a')));
  const names = program
    .written()
    .filter(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.namespace === 'keda')
    .map(({ metadata }) => metadata.name);
  expect(names.sort()).toEqual(['a-b.c', 'a.b-c']);
});
