import { isDeepStrictEqual } from 'node:util';
import { App, Testing } from 'cdk8s';
import { ApplicationStack } from '../../lib/api/application-stack';
import { ExternalService } from '../../lib/api/external-service';
import { Microservice } from '../../lib/api/workload/microservice';
import { MicroserviceReference } from '../../lib/api/reference/microservice-reference';
import { AddressFormat, CallOptions, ClusterFacts, ClusterFactsProps, Port, Protocol } from '../../lib/values';
import { Platform } from '../../lib/platform';
import { codesOf, containerOf, environmentOf, findingsOf, podOf, rendered } from '../emit/kubernetes/program';

const PUBLIC = [
  {
    ipBlock: {
      cidr: '0.0.0.0/0',
      except: [
        '0.0.0.0/8',
        '10.0.0.0/8',
        '100.64.0.0/10',
        '127.0.0.0/8',
        '169.254.0.0/16',
        '172.16.0.0/12',
        '192.0.0.0/24',
        '192.0.2.0/24',
        '192.88.99.0/24',
        '192.168.0.0/16',
        '198.18.0.0/15',
        '198.51.100.0/24',
        '203.0.113.0/24',
        '224.0.0.0/4',
        '240.0.0.0/4',
      ],
    },
  },
  {
    ipBlock: {
      cidr: '::/0',
      except: [
        '::/80',
        '64:ff9b:1::/48',
        '100::/64',
        '100:0:0:1::/64',
        '2001::/23',
        '2001:db8::/32',
        '2002::/16',
        '3fff::/20',
        '5f00::/16',
        'fc00::/7',
        'fe80::/10',
        'fec0::/10',
        'ff00::/8',
      ],
    },
  },
];
const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'TCP' },
    { port: 53, protocol: 'UDP' },
  ],
};

const tcp = (port: number) => ({ port, protocol: 'TCP' });
const pods = (name: string, namespace?: string) => ({
  ...(namespace !== undefined && { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }),
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name } },
});

const stackIn = (app: App, id: string, cluster: ClusterFactsProps = {}) =>
  new ApplicationStack(app, id, { platform: new Platform({ cluster: new ClusterFacts(cluster) }) });
const serving = (stack: ApplicationStack, name: string, ...ports: Port[]) =>
  new Microservice(stack, name, { image: `ghcr.io/acme/${name}:1`, ports });
const policyOf = (microservice: Microservice) => rendered('NetworkPolicy', microservice.networkPolicy).spec;
const ingressOf = (microservice: Microservice) => policyOf(microservice).ingress ?? [];
/** What may be reached beside name resolution. */
const egressOf = (microservice: Microservice) =>
  policyOf(microservice).egress.filter((rule) => !isDeepStrictEqual(rule, DNS));

function webAndCart(...ports: Port[]) {
  const stack = stackIn(Testing.app(), 'shop');
  return { stack, web: serving(stack, 'web', Port.http(80)), cart: serving(stack, 'cart', ...ports) };
}

describe('a call in one namespace', () => {
  test("opens the caller's egress and the callee's ingress at the container's port, and nothing else", () => {
    const { web, cart } = webAndCart(Port.http(80, { targetPort: 8080 }));
    web.calls(cart);
    expect(egressOf(web)).toEqual([{ to: [pods('cart')], ports: [tcp(8080)] }]);
    expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(8080)] }]);
    expect(ingressOf(web)).toEqual([]);
    expect(egressOf(cart)).toEqual([]);
    expect(codesOf(web)).toEqual([]);
  });

  test("tells the caller the address, by the Service's port", () => {
    const { web, cart } = webAndCart(Port.http(80, { targetPort: 8080 }));
    web.calls(cart);
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:80']]);
    expect(environmentOf(cart)).toEqual([]);
  });

  test.each<[CallOptions, [string, string][]]>([
    [{ addressEnv: 'CART_SERVICE_ADDR' }, [['CART_SERVICE_ADDR', 'cart:7070']]],
    [{ addresses: [{ format: AddressFormat.url(), name: 'CART_URL' }] }, [['CART_URL', 'dns:///cart:7070']]],
    [{ addresses: [{ format: AddressFormat.host() }] }, [['CART_ADDR', 'cart']]],
    [
      { addresses: [{ format: AddressFormat.template('http://{host}:{port}/v1') }] },
      [['CART_ADDR', 'http://cart:7070/v1']],
    ],
    [{ addresses: [] }, []],
  ])('%j gives %j', (options, environment) => {
    const { web, cart } = webAndCart(Port.grpc(7070));
    web.calls(cart, options);
    expect(environmentOf(web)).toEqual(environment);
  });

  test('other variables may refer to the address', () => {
    const stack = stackIn(Testing.app(), 'shop');
    const web = new Microservice(stack, 'web', { image: 'acme/web:1', env: { A_URL: 'http://$(CART_ADDR)/v1' } });
    web.calls(serving(stack, 'cart', Port.http(80)));
    expect(environmentOf(web).map(([name]) => name)).toEqual(['CART_ADDR', 'A_URL']);
  });

  test('every container of the caller knows the address', () => {
    const stack = stackIn(Testing.app(), 'shop');
    const web = new Microservice(stack, 'web', {
      image: 'acme/web:1',
      pod: {
        initContainers: [{ name: 'wait', image: 'acme/wait:1' }],
        containers: [{ name: 'proxy', image: 'acme/proxy:1' }],
      },
    });
    web.calls(serving(stack, 'cart', Port.http(80)));
    for (const name of ['web', 'wait', 'proxy']) expect(environmentOf(web, name)).toEqual([['CART_ADDR', 'cart:80']]);
  });
});

describe('a call between namespaces', () => {
  test('names the namespace on both sides and in the address', () => {
    const app = Testing.app();
    const [web, cart] = [
      serving(stackIn(app, 'front'), 'web', Port.http(80)),
      serving(stackIn(app, 'back'), 'cart', Port.grpc(7070)),
    ];
    web.calls(cart);
    expect(egressOf(web)).toEqual([{ to: [pods('cart', 'back')], ports: [tcp(7070)] }]);
    expect(ingressOf(cart)).toEqual([{ from: [pods('web', 'front')], ports: [tcp(7070)] }]);
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart.back.svc:7070']]);
  });

  test('between stacks that share a namespace is one in one namespace', () => {
    const app = Testing.app();
    const [a, b] = ['a', 'b'].map((id) => new ApplicationStack(app, id, { namespace: 'shop' }));
    const [web, cart] = [serving(a!, 'web', Port.http(80)), serving(b!, 'cart', Port.grpc(7070))];
    web.calls(cart);
    expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(7070)] }]);
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:7070']]);
  });
});

describe('several calls', () => {
  test('one rule a port at the callee, one rule a callee at the caller', () => {
    const { stack, web, cart } = webAndCart(Port.grpc(7070), Port.http(80, { targetPort: 8080 }));
    const admin = serving(stack, 'admin', Port.http(80));
    web.calls(cart, { port: 7070 });
    web.calls(cart, { port: 80, addressEnv: 'CART_HTTP' });
    admin.calls(cart, { port: 80 });
    expect(egressOf(web)).toEqual([{ to: [pods('cart')], ports: [tcp(7070), tcp(8080)] }]);
    expect(ingressOf(cart)).toEqual([
      { from: [pods('admin'), pods('web')], ports: [tcp(8080)] },
      { from: [pods('web')], ports: [tcp(7070)] },
    ]);
    expect(environmentOf(web)).toEqual([
      ['CART_ADDR', 'cart:7070'],
      ['CART_HTTP', 'cart:80'],
    ]);
  });

  test('calls that differ in methods or paths alone share rule and address', () => {
    const { web, cart } = webAndCart(Port.http(80));
    web.calls(cart, { operation: { methods: ['GET'] } });
    web.calls(cart, { operation: { methods: ['POST'], paths: ['/items'] } });
    expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(80)] }]);
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:80']]);
    // Which of its requests are meant, network policies cannot say.
    expect(findingsOf(web)).toMatchObject([{ code: 'MS4002', path: 'shop/web' }]);
  });

  test('TCP and UDP of one number are told apart by the protocol', () => {
    const { web, cart } = webAndCart(Port.tcp(53), Port.udp(53));
    web.calls(cart, { port: 53, protocol: Protocol.UDP });
    expect(egressOf(web)).toEqual([{ to: [pods('cart')], ports: [{ port: 53, protocol: 'UDP' }] }]);
    web.calls(cart, { port: 53, protocol: Protocol.TCP });
    expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(53), { port: 53, protocol: 'UDP' }] }]);
    expect(codesOf(web)).toEqual([]);
  });

  test('each half of a mutual call stands for itself', () => {
    const { web, cart } = webAndCart(Port.grpc(7070));
    web.calls(cart);
    cart.calls(web);
    expect(egressOf(cart)).toEqual([{ to: [pods('web')], ports: [tcp(80)] }]);
    expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(7070)] }]);
    expect(ingressOf(web)).toEqual([{ from: [pods('cart')], ports: [tcp(80)] }]);
    expect(codesOf(web)).toEqual([]);
  });

  test('a call to itself opens the way between its pods', () => {
    const { cart } = webAndCart(Port.tcp(7946));
    cart.calls(cart);
    expect(egressOf(cart)).toEqual([{ to: [pods('cart')], ports: [tcp(7946)] }]);
    expect(ingressOf(cart)).toEqual([{ from: [pods('cart')], ports: [tcp(7946)] }]);
  });
});

describe('an external service', () => {
  const called = (...addresses: string[]) => {
    const { stack, web } = webAndCart();
    const payments = new ExternalService(stack, 'payments', {
      host: 'api.payments.example',
      ports: [Port.tls(443)],
      ...(addresses.length > 0 && { addresses }),
    });
    web.calls(payments);
    return web;
  };

  test('is reached at its addresses', () => {
    const web = called('203.0.113.0/24', '198.51.100.7/32');
    expect(egressOf(web)).toEqual([
      { to: [{ ipBlock: { cidr: '198.51.100.7/32' } }, { ipBlock: { cidr: '203.0.113.0/24' } }], ports: [tcp(443)] },
    ]);
    expect(environmentOf(web)).toEqual([['PAYMENTS_ADDR', 'api.payments.example:443']]);
    expect(codesOf(web)).toEqual([]);
  });

  test('without addresses opens every public one, none of the cluster, and says so', () => {
    const web = called();
    expect(egressOf(web)).toEqual([{ to: PUBLIC, ports: [tcp(443)] }]);
    expect(findingsOf(web)).toMatchObject([{ code: 'MS2014', severity: 'warning', path: 'shop/payments' }]);
  });

  test.each([
    ['10.1.2.3', '10.1.2.3/32', '10.1.2.3:443', 'https://10.1.2.3:443'],
    ['fd00::7', 'fd00::7/128', '[fd00::7]:443', 'https://[fd00::7]:443'],
  ])('at the address %s is reached there alone', (host, cidr, address, url) => {
    const { stack, web } = webAndCart();
    const ledger = new ExternalService(stack, 'ledger', { host, ports: [Port.tls(443)] });
    web.calls(ledger);
    web.calls(ledger, {
      operation: { methods: [], paths: [] },
      addresses: [{ name: 'URL', format: AddressFormat.url() }],
    });
    expect(egressOf(web)).toEqual([{ to: [{ ipBlock: { cidr } }], ports: [tcp(443)] }]);
    expect(environmentOf(web)).toEqual([
      ['LEDGER_ADDR', address],
      ['URL', url],
    ]);
    expect(codesOf(web)).toEqual(['MS2005']);
  });

  test('at an address keeps the ranges that are stated', () => {
    const { stack, web } = webAndCart();
    web.calls(
      new ExternalService(stack, 'ledger', { host: '10.1.2.3', addresses: ['10.1.2.0/24'], ports: [Port.tls(443)] }),
    );
    expect(egressOf(web)).toEqual([{ to: [{ ipBlock: { cidr: '10.1.2.0/24' } }], ports: [tcp(443)] }]);
  });

  test('two statements of one host keep their own addresses', () => {
    const { stack, web } = webAndCart();
    const at = (id: string, port: number, address: string) =>
      new ExternalService(stack, id, { host: 'db.example', ports: [Port.tcp(port)], addresses: [address] });
    web.calls(at('primary', 5432, '10.1.0.0/24'));
    web.calls(at('replica', 5433, '10.2.0.0/24'));
    expect(egressOf(web)).toEqual([
      { to: [{ ipBlock: { cidr: '10.1.0.0/24' } }], ports: [tcp(5432)] },
      { to: [{ ipBlock: { cidr: '10.2.0.0/24' } }], ports: [tcp(5433)] },
    ]);
  });
});

test('networkPolicy false opens the microservice alone, although the namespace denies all', () => {
  const stack = stackIn(Testing.app(), 'shop');
  const web = new Microservice(stack, 'web', {
    image: 'acme/web:1',
    ports: [Port.http(80)],
    security: { networkPolicy: false },
  });
  const cart = serving(stack, 'cart', Port.grpc(7070));
  web.calls(cart);
  expect(policyOf(web)).toEqual({
    podSelector: pods('web').podSelector,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{}],
    egress: [{}],
  });
  expect(ingressOf(cart)).toEqual([{ from: [pods('web')], ports: [tcp(7070)] }]);
});

describe('another cluster', () => {
  const twoClusters = () => {
    const app = Testing.app();
    return {
      web: serving(stackIn(app, 'front', { name: 'east' }), 'web', Port.http(80)),
      cart: serving(stackIn(app, 'back', { name: 'west' }), 'cart', Port.http(80, { targetPort: 8080 })),
    };
  };

  test('is reached by the host under which the callee is exposed there', () => {
    const { web, cart } = twoClusters();
    web.calls(cart);
    cart.expose({ public: true, host: 'cart.west.example' });
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart.west.example:80']]);
    expect(egressOf(web)).toEqual([{ to: PUBLIC, ports: [tcp(80)] }]);
    // The pods of the caller are no peers here: what comes from outside does.
    expect(ingressOf(cart)).toEqual([{ ports: [tcp(8080)] }]);
    expect(codesOf(web)).toEqual(['MS2014']);
  });

  test('is reached at the addresses of its load balancer, where they are known', () => {
    const { web, cart } = twoClusters();
    web.calls(cart);
    cart.expose({ public: true, host: 'cart.west.example', addresses: ['10.7.0.0/24'] });
    expect(egressOf(web)).toEqual([{ to: [{ ipBlock: { cidr: '10.7.0.0/24' } }], ports: [tcp(80)] }]);
    expect(codesOf(web)).toEqual([]);
  });

  test.each([
    [undefined, 'it is not exposed'],
    [{ public: true }, 'it is exposed without a host'],
  ])('is not reached where the callee has no host: %j', (exposure, why) => {
    const { web, cart } = twoClusters();
    web.calls(cart);
    if (exposure !== undefined) cart.expose(exposure);
    expect(findingsOf(web)).toMatchObject([{ code: 'MS2010', path: 'front/web', given: expect.stringContaining(why) }]);
    expect(environmentOf(web)).toEqual([]);
  });

  test('of a reference too', () => {
    const { web } = twoClusters();
    const reference = new MicroserviceReference({
      name: 'pay',
      namespace: 'bank',
      ports: [Port.tls(443)],
      cluster: 'west',
      exposedHost: 'pay.west.example',
      exposedAddresses: ['10.8.0.0/24'],
    });
    web.calls(reference);
    expect(environmentOf(web)).toEqual([['PAY_ADDR', 'pay.west.example:443']]);
    expect(codesOf(web)).toEqual([]);
  });
});

describe('a call that is stated late', () => {
  test('after objects were rendered, is in the next rendering', () => {
    const { web, cart } = webAndCart(Port.grpc(7070));
    expect(egressOf(web)).toEqual([]);
    web.calls(cart);
    expect(egressOf(web)).toHaveLength(1);
    expect(ingressOf(cart)).toHaveLength(1);
    expect(environmentOf(web)).toHaveLength(1);
  });

  test("from a stack that is made later, is in the callee's chart", () => {
    const app = Testing.app();
    const back = stackIn(app, 'back');
    const cart = serving(back, 'cart', Port.grpc(7070));
    serving(stackIn(app, 'front'), 'web', Port.http(80)).calls(cart);
    const policy = Testing.synth(back).find(({ kind }: { kind: string }) => kind === 'NetworkPolicy');
    expect(policy.spec.ingress).toEqual([{ from: [pods('web', 'front')], ports: [tcp(7070)] }]);
  });
});

describe('the pods of a callee', () => {
  test('stay as they are, whoever calls, scrapes or is let in', () => {
    const { stack, web, cart } = webAndCart(Port.grpc(7070));
    const before = podOf(cart);
    web.calls(cart);
    cart.acceptsCallsFrom(new MicroserviceReference({ name: 'other', namespace: 'elsewhere' }), {});
    serving(stack, 'more', Port.http(80)).calls(cart, { operation: { methods: ['Get'] } });
    cart.expose({ public: true, host: 'cart.example', annotations: { a: '1' }, allowedSources: ['10.0.0.0/8'] });
    expect(podOf(cart)).toEqual(before);
  });

  test('stay as they are whatever policy a call states', () => {
    const { web, cart } = webAndCart(Port.http(80));
    web.calls(cart);
    const before = [podOf(web), podOf(cart)];
    const other = webAndCart(Port.http(80));
    other.web.calls(other.cart, {
      idempotent: true,
      soft: true,
      callsPerRequest: 3,
      operation: { methods: ['GET'], paths: ['/'] },
    });
    expect([podOf(other.web), podOf(other.cart)]).toEqual(before);
  });
});

describe('findings', () => {
  const found = (ports: Port[], options: CallOptions) => {
    const { web, cart } = webAndCart(...ports);
    web.calls(cart, options);
    return findingsOf(web).map(({ code, path }) => [code, path]);
  };
  const AT = 'shop/web';

  test.each<[string, Port[], CallOptions, string[][]]>([
    ['a port that is not there', [Port.grpc(7070)], { port: 7071 }, [['MS2001', AT]]],
    ['no port, where there are several', [Port.grpc(7070), Port.http(80)], {}, [['MS2002', AT]]],
    ['a number that stands for two ports', [Port.tcp(53), Port.udp(53)], { port: 53 }, [['MS2002', AT]]],
    ['a callee without ports', [], {}, [['MS2003', AT]]],
    ['another protocol', [Port.grpc(7070)], { protocol: Protocol.HTTP }, [['MS2004', AT]]],
    [
      'methods on a byte stream',
      [Port.tcp(5432)],
      { operation: { methods: ['GET'] } },
      [
        ['MS2006', AT],
        ['MS4002', AT],
      ],
    ],
    ['nothing wrong', [Port.grpc(7070)], { protocol: Protocol.GRPC }, []],
  ])('%s', (_, ports, options, expected) => {
    expect(found(ports, options)).toEqual(expected);
  });

  test('the same call twice', () => {
    const { web, cart } = webAndCart(Port.grpc(7070));
    web.calls(cart);
    web.calls(cart, { port: 7070 });
    expect(codesOf(web)).toEqual(['MS2005']);
  });

  test('two callees of one name need two variables', () => {
    const app = Testing.app();
    const web = serving(stackIn(app, 'front'), 'web', Port.http(80));
    for (const id of ['a', 'b']) web.calls(serving(stackIn(app, id), 'cart', Port.http(80)));
    expect(codesOf(web)).toEqual(['MS1009']);
  });

  test('an address beside a variable of that name', () => {
    const stack = stackIn(Testing.app(), 'shop');
    const web = new Microservice(stack, 'web', { image: 'acme/web:1', env: { CART_ADDR: 'x' } });
    web.calls(serving(stack, 'cart', Port.http(80)));
    expect(codesOf(web)).toEqual(['MS1009']);
    expect(containerOf(web).env).toHaveLength(1);
  });
});
