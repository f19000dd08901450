import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ArgoRollouts,
  ArgoRolloutsProps,
  CanaryStep,
  ClusterFacts,
  IstioIngressGateway,
  IstioMesh,
  Mesh,
  Microservice,
  MicroserviceProps,
  NoMesh,
  Platform,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  Rollout,
} from '../../../../lib';
import { Case, describeCode } from '../../../checks/cases';

const ISTIO = new IstioMesh({ ingressGateway: new IstioIngressGateway() });

function stackOn({ node }: ApplicationStack, mesh: Mesh, controller: ArgoRolloutsProps = {}): ApplicationStack {
  return new ApplicationStack(node.root, 'rolled', {
    platform: new Platform({ cluster: new ClusterFacts(), mesh, delivery: new ArgoRollouts(controller) }),
  });
}

function cartOn(stack: ApplicationStack, mesh: Mesh, props: Partial<MicroserviceProps>): Microservice {
  return new Microservice(stackOn(stack, mesh), 'cart', { image: 'acme/cart:1', ports: [Port.http(80)], ...props });
}

function called(cart: Microservice): void {
  new Microservice(cart.node.scope as ApplicationStack, 'web', { image: 'acme/web:1' }).calls(cart, {
    port: 80,
    timeout: Duration.seconds(1),
    idempotent: true,
  });
}

function fromElsewhere(cart: Microservice, seconds: number, port = 80): void {
  called(cart);
  const others = new ApplicationStack(cart.node.root, 'others', {
    platform: new Platform({ cluster: new ClusterFacts(), mesh: ISTIO, delivery: new ArgoRollouts() }),
  });
  new Microservice(others, 'web', { image: 'acme/web:1' }).calls(cart, {
    port,
    timeout: Duration.seconds(seconds),
    idempotent: true,
  });
}

const header = Rollout.canary({
  steps: [CanaryStep.header('x-canary', 'yes'), CanaryStep.weight(50)],
  analysis: false,
});
const weights = Rollout.canary({ steps: [CanaryStep.weight(50)], analysis: false });
const blueGreen = Rollout.blueGreen();
const path = 'rolled/cart';

describeCode('MS6120', [
  {
    name: 'nobody calls it',
    path,
    given: 'steps by header, and no callers or exposures',
    fix: 'the calls',
    bad: (stack) => void cartOn(stack, ISTIO, { lifecycle: { rollout: header } }),
    good: (stack) => called(cartOn(stack, ISTIO, { lifecycle: { rollout: header } })),
  },
  {
    name: 'callers of one name in two namespaces that call in different ways',
    path,
    given: 'calls of web at port 80, in others and in rolled, that differ',
    allowed: 'stated alike',
    fix: 'rename',
    bad: (stack) => fromElsewhere(cartOn(stack, ISTIO, { lifecycle: { rollout: header } }), 2),
    good: (stack) => fromElsewhere(cartOn(stack, ISTIO, { lifecycle: { rollout: header } }), 1),
  },
  ...(
    [
      ['another port', Port.http(81, { name: 'http-admin' })],
      ['a port without requests', Port.tcp(81)],
    ] as const
  ).map(([name, second]): Case => {
    const program = (port: number) => (stack: ApplicationStack) =>
      fromElsewhere(cartOn(stack, ISTIO, { lifecycle: { rollout: header }, ports: [Port.http(80), second] }), 2, port);
    return {
      name: `callers of one name, but not where one of them calls ${name}`,
      path,
      given: 'at port 80',
      fix: 'rename',
      bad: program(80),
      good: program(81),
    };
  }),
  {
    name: 'no mesh splits requests',
    path,
    given: 'and no mesh',
    fix: 'steps by weight',
    bad: (stack) => called(cartOn(stack, new NoMesh(), { lifecycle: { rollout: header } })),
    good: (stack) => void cartOn(stack, ISTIO, { lifecycle: { rollout: weights } }),
  },
]);

describeCode('MS6121', [
  {
    name: 'it has no ports',
    path,
    given: 'no ports',
    fix: 'Rollout.rolling()',
    bad: (stack) => void cartOn(stack, ISTIO, { lifecycle: { rollout: blueGreen }, ports: [] }),
    good: (stack) => void cartOn(stack, ISTIO, { lifecycle: { rollout: blueGreen } }),
  },
  {
    name: 'a load balancer leads to both versions',
    path,
    given: 'a load balancer',
    fix: 'ingress gateway',
    bad: (stack) => cartOn(stack, new NoMesh(), { lifecycle: { rollout: blueGreen } }).expose({ public: true }),
    good: (stack) =>
      cartOn(stack, ISTIO, { lifecycle: { rollout: blueGreen } }).expose({
        host: 'shop.example.com',
        public: true,
        tlsSecret: 'shop',
      }),
  },
]);

const controller = (
  name: string,
  bad: ArgoRolloutsProps,
  good: ArgoRolloutsProps,
  given: string,
  fix: string,
): Case => ({
  name,
  path: 'rolled',
  given,
  fix,
  bad: (stack) => void stackOn(stack, ISTIO, bad),
  good: (stack) => void stackOn(stack, ISTIO, good),
});

describeCode('MS6122', [
  controller(
    'an instance that no label can name',
    { instanceId: 'a b' },
    { instanceId: 'a-b' },
    "instanceId was 'a b'",
    'started with',
  ),
  controller('an empty instance', { instanceId: '' }, {}, "instanceId was ''", 'started with'),
  controller(
    'looks without a pause',
    { analysisInterval: Duration.seconds(1) },
    { analysisInterval: Duration.seconds(5) },
    'analysisInterval was 1 s',
    'state 5 s or more',
  ),
  controller(
    'a part of a second',
    { analysisInterval: Duration.millis(7500) },
    { analysisInterval: Duration.seconds(8) },
    'analysisInterval was 7.5 s',
    'state 5 s or more',
  ),
]);

test.each([
  [new PrometheusOperator({ selector: { release: 'a' }, address: 'prometheus:9090' }), 1],
  [new PrometheusAnnotations({ address: 'http://' }), 1],
  [new PrometheusOperator({ selector: { release: 'a' }, address: 'https://prometheus.example.com/shop' }), 0],
  [new PrometheusAnnotations({ address: 'http://prometheus:9090' }), 0],
  [new PrometheusAnnotations(), 0],
])('an address that nobody can ask is refused (%#)', (monitoring, count) => {
  expect(
    monitoring._platformProblems().filter(({ message }) => message === 'the address of Prometheus is invalid'),
  ).toHaveLength(count);
});
