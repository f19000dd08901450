import { Duration } from 'cdk8s';
import {
  ExposeOptions,
  Keda,
  KedaHttpAddOnOptions,
  Microservice,
  MicroserviceProps,
  Port,
  Retries,
  Scaling,
  ScalingMetric,
} from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { GATEWAY, IstioProgram, labelsOf } from './program';

const HOST = 'cart.shop.svc.cluster.local';
const INTERCEPTOR = 'keda-add-ons-http-interceptor-proxy.keda.svc.cluster.local';
const ZERO: Partial<MicroserviceProps> = {
  scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }),
  lifecycle: { startupTime: Duration.seconds(10), longestRequest: Duration.seconds(20) },
};

function program(httpAddOn: KedaHttpAddOnOptions = {}) {
  return new IstioProgram({ ingressGateway: GATEWAY }, {}, undefined, { autoscaling: new Keda({ httpAddOn }) });
}

/** `cart`, which scales to zero, and the routes to it. */
function routed(
  state: (cart: Microservice, program: IstioProgram) => void,
  props: Partial<MicroserviceProps> = {},
  name = 'cart',
  httpAddOn: KedaHttpAddOnOptions = {},
) {
  const made = program(httpAddOn);
  state(made.serve('cart', { ...ZERO, ...props }), made);
  return find(made.written(), 'VirtualService', name).spec;
}

const fromActivator = {
  name: 'from-activator',
  match: [{ sourceNamespace: 'keda' }],
  route: [{ destination: { host: HOST, port: { number: 80 } } }],
  retries: { attempts: 10, retryOn: 'connect-failure' },
};
const held = { rewrite: { authority: HOST }, route: [{ destination: { host: INTERCEPTOR, port: { number: 8080 } } }] };

test('callers are led to what holds requests, and that is led to the pods', () => {
  expect(
    routed((cart, made) => {
      made.serve('web').calls(cart);
    }),
  ).toEqual({
    hosts: [HOST],
    exportTo: ['*'],
    http: [fromActivator, { name: 'default', ...held, timeout: '35s', retries: { attempts: 0 } }],
  });
});

test('each call keeps its timeout and its retries', () => {
  const { http } = routed((cart, made) => {
    made.serve('web').calls(cart, {
      operation: { methods: ['GET'] },
      idempotent: true,
      timeout: Duration.seconds(31),
      retries: Retries.upTo(1),
    });
    made.serve('ads').calls(cart);
  });
  expect(http.map(({ name }) => name)).toEqual(['from-activator', 'from-web', 'from-ads', 'default']);
  expect(http[1]).toMatchObject({
    ...held,
    match: [{ sourceLabels: labelsOf('web'), sourceNamespace: 'shop', method: { exact: 'GET' } }],
    timeout: '31s',
    retries: { attempts: 1, perTryTimeout: '15487ms' },
  });
});

test('ports are told apart where there are several', () => {
  const { http } = routed(
    (cart, made) => {
      made.serve('web').calls(cart, { port: 80 });
    },
    { ports: [Port.http(80, { targetPort: 8080 }), Port.http(9090, { servesMetrics: true, name: 'metrics' })] },
  );
  expect(http).toEqual([
    { ...fromActivator, name: 'from-activator-80', match: [{ sourceNamespace: 'keda', port: 80 }] },
    { name: 'default-80', match: [{ port: 80 }], ...held, timeout: '35s', retries: { attempts: 0 } },
  ]);
});

const expose: ExposeOptions = { host: 'shop.example.com', public: true };

test('the gateway leads to what holds requests, which is told under which host they came', () => {
  const forwarded = { headers: { request: { set: { 'x-forwarded-host': '%REQ(:AUTHORITY)%' } } } };
  expect(
    routed(
      (cart) => {
        cart.expose(expose);
      },
      {},
      'cart-external',
    ).http,
  ).toEqual([{ name: 'default', ...held, ...forwarded, timeout: '35s', retries: { attempts: 0 } }]);
  // Nobody calls it: only what holds requests is led anywhere.
  expect(
    routed((cart) => {
      cart.expose(expose);
    }).http,
  ).toEqual([fromActivator]);
});

test('it is where the platform says', () => {
  const { http } = routed(
    (cart, made) => {
      made.serve('web').calls(cart);
    },
    {},
    'cart',
    { namespace: 'scaling', interceptorService: 'proxy', interceptorPort: 8000 },
  );
  expect(http.map(({ match, route }) => [match, route[0]!.destination])).toEqual([
    [[{ sourceNamespace: 'scaling' }], { host: HOST, port: { number: 80 } }],
    [undefined, { host: 'proxy.scaling.svc.cluster.local', port: { number: 8000 } }],
  ]);
});

test('callers know both, and address the callee as ever', () => {
  const made = program();
  const web = made.serve('web');
  web.calls(made.serve('cart', ZERO));
  const manifests = made.written();
  expect(find(manifests, 'Sidecar', 'web').spec.egress).toEqual([{ hosts: [`./${HOST}`, `keda/${INTERCEPTOR}`] }]);
  expect(find(manifests, 'Deployment', 'web').spec.template.spec.containers[0]!.env).toContainEqual({
    name: 'CART_ADDR',
    value: 'cart:80',
  });
  expect(all(manifests, 'Service').map(({ metadata }) => metadata.name)).toEqual(['web', 'cart']);
});

test("connections go to the Service's address: proxies hear of a first pod too late", () => {
  const policyOf = (port: Port) => {
    const made = program();
    made.serve('web').calls(made.serve('cart', { ...ZERO, ports: [port] }));
    return find(made.written(), 'DestinationRule', 'cart').spec.trafficPolicy;
  };
  // Connections would stay with the pods that were there first.
  const http = { http1MaxPendingRequests: 900, http2MaxRequests: 900, maxRequestsPerConnection: 100 };
  const policy = {
    loadBalancer: { simple: 'PASSTHROUGH', localityLbSetting: { enabled: false } },
    connectionPool: { tcp: { maxConnections: 900, connectTimeout: '1s' }, http },
    outlierDetection: { consecutive5xxErrors: 0, consecutiveGatewayErrors: 0 },
    tls: { mode: 'ISTIO_MUTUAL' },
  };
  expect([policyOf(Port.http(80)), policyOf(Port.grpc(80))]).toEqual([policy, policy]);
});
