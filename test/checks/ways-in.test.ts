import {
  ApplicationStack,
  type ExposeOptions,
  GatewayApi,
  GatewayApiVersion,
  GatewayClass,
  IngressController,
  IstioMesh,
  LoadBalancer,
  type MicroserviceProps,
  NodePort,
  NoMesh,
  Platform,
  type PlatformProps,
  Port,
  type WayIn,
  type WayInOptions,
} from '../../lib';
import { type Case, describeCode, service } from './cases';

type Exposed = ExposeOptions & WayInOptions;

/** States a microservice `cart` behind a way in, in a stack `store`. */
const behind =
  (
    wayIn: WayIn,
    { hosts, nodePort, ...exposure }: Exposed,
    props: Partial<MicroserviceProps> = {},
    platform: PlatformProps = {},
  ) =>
  (shop: ApplicationStack): void => {
    const store = new ApplicationStack(shop.node.root, 'store', { platform: new Platform({ ...platform, wayIn }) });
    service(store, 'cart', props).expose(
      { public: exposure.allowedSources === undefined, ...exposure },
      { ...(hosts && { hosts }), ...(nodePort !== undefined && { nodePort }) },
    );
  };

const of = (version: string) => new GatewayApi({ version: GatewayApiVersion.of(version) });
const host = 'shop.example.com';
const NEWEST = of('1.7');
const path = 'store/cart';
const tcp = { ports: [Port.tcp(5432)] };
const grpc = { ports: [Port.grpc(7000)] };

const some = (
  name: string,
  bad: Case['bad'],
  good: Case['good'],
  said: Partial<Case> & Pick<Case, 'given' | 'fix'>,
) => ({
  ...{ name, bad, good, path },
  ...said,
});

describeCode('MS2050', [
  some('a TCPRoute before it is standard', behind(of('1.5'), {}, tcp), behind(NEWEST, {}, tcp), {
    given: 'TCPRoute',
    fix: 'choose another way in',
  }),
]);

describeCode('MS2051', [
  some('retries that cannot be switched off', behind(of('1.6'), { host }), behind(NEWEST, { host }), {
    given: 'sent once',
    fix: 'acknowledge this',
  }),
]);

const mesh = { mesh: new IstioMesh() };
const envoyGateway = new GatewayApi({
  version: GatewayApiVersion.of('1.7'),
  gatewayClass: GatewayClass.envoyGateway(),
});

describeCode('MS2052', [
  some(
    'a gateway outside of the mesh',
    behind(envoyGateway, { host }, {}, mesh),
    behind(envoyGateway, { host }, {}, { mesh: new NoMesh() }),
    { given: 'outside of', fix: 'serviceAccount' },
  ),
  some('node ports', behind(new NodePort(), {}, {}, mesh), behind(NEWEST, { host }, {}, mesh), {
    given: 'leads to port 8080',
    fix: 'use a gateway of the mesh',
  }),
  some('a load balancer', behind(new LoadBalancer(), {}, {}, mesh), behind(new LoadBalancer(), {}), {
    given: 'leads to port 8080',
    fix: 'use a gateway of the mesh',
  }),
]);

const named = (gatewayClass: GatewayClass) => new GatewayApi({ version: GatewayApiVersion.of('1.7'), gatewayClass });

describeCode('MS2053', [
  some('an unknown version', behind(of('1.0'), { host }), behind(NEWEST, { host }), {
    path: 'store',
    given: "'1.0'",
    fix: 'bundle-version',
  }),
  some(
    'a name that Kubernetes refuses',
    behind(named(GatewayClass.envoyGateway('Shared')), { host }),
    behind(NEWEST, { host }),
    { path: 'store', given: 'Shared', fix: 'as the installation has it' },
  ),
]);

describeCode('MS2054', [
  some('no host', behind(NEWEST, {}), behind(NEWEST, { host }), { given: 'port 8080 speaks http', fix: "host: '*'" }),
  some(
    'gRPC by ingress-nginx without a certificate',
    behind(IngressController.nginx(), { host }, grpc),
    behind(IngressController.nginx(), { host, tlsSecret: 'shop-example-com' }, grpc),
    { given: 'without a tlsSecret', fix: 'state tlsSecret' },
  ),
  some(
    'sources of every host',
    behind(NEWEST, { host: '*', allowedSources: ['203.0.113.0/24'] }, {}, mesh),
    behind(NEWEST, { host, allowedSources: ['203.0.113.0/24'] }, {}, mesh),
    { given: '203.0.113.0/24', fix: 'one by one' },
  ),
]);

describeCode('MS2056', [
  some(
    'a port outside of the range',
    behind(new NodePort(), { nodePort: 8080 }),
    behind(new NodePort(), { nodePort: 30080 }),
    {
      given: '8080',
      fix: 'one of the range',
    },
  ),
  {
    name: 'a port that two claim',
    bad: twice(30080, 30080),
    good: twice(30080, 30081),
    path: 'store',
    given: 'port 8080 of store/cart and port 8080 of store/stock',
    fix: 'state another one',
  },
]);

function twice(first: number, second: number): Case['bad'] {
  return (shop) => {
    const store = new ApplicationStack(shop.node.root, 'store', { platform: new Platform({ wayIn: new NodePort() }) });
    service(store, 'cart').expose({ public: true }, { nodePort: first });
    service(store, 'stock').expose({ public: true }, { nodePort: second });
  };
}

describeCode('MS2057', [
  some('ingress-nginx', behind(IngressController.nginx(), { host }), behind(IngressController.traefik(), { host }), {
    path: 'store',
    given: 'class nginx',
    fix: 'GatewayApi',
  }),
]);
