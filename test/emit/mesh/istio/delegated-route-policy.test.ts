import { Duration } from 'cdk8s';
import {
  Flagger,
  KubernetesDelivery,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  PlatformProps,
  Port,
  PrometheusOperator,
  Retries,
  Rollout,
} from '../../../../lib';
import { GATEWAY, IstioProgram } from './program';

function policyFor(platform: PlatformProps, props: Partial<MicroserviceProps> = {}, isExposed = false) {
  const monitoring = new PrometheusOperator({
    selector: { release: 'prometheus' },
    address: 'http://prometheus.monitoring:9090',
  });
  const program = new IstioProgram(
    { ingressGateway: GATEWAY },
    { scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] },
    undefined,
    { observability: { monitoring }, ...platform },
  );
  const cart = program.serve('cart', {
    ports: [Port.grpc(7070)],
    objectives: [Objective.availability(99.9)],
    lifecycle: { rollout: Rollout.canary() },
    ...props,
  });
  program.serve('web').calls(cart, { timeout: Duration.seconds(3), idempotent: true, retries: Retries.upTo(1) });
  if (isExposed) cart.expose({ host: 'cart.example.com', public: true });
  return cart._facts.mesh.delegatedRoutePolicy;
}

const flagger = { delivery: new Flagger() };

test('nothing is handed to a delivery that makes no routes', () => {
  expect(policyFor({ delivery: new KubernetesDelivery() })).toBeUndefined();
  expect(policyFor(flagger, { lifecycle: { rollout: Rollout.rolling() } })).toBeUndefined();
});

test('a delivery is handed what callers ask for, and how destinations are treated', () => {
  expect(policyFor(flagger)).toMatchObject({
    provider: 'istio',
    gateways: [],
    hosts: [],
    fields: {
      timeout: '3s',
      retries: { attempts: 1, perTryTimeout: '1487ms', retryOn: expect.stringContaining('unavailable') },
    },
    trafficPolicy: { loadBalancer: { simple: 'LEAST_REQUEST' }, retryBudget: { percent: 20 } },
  });
});

test('what comes by the gateway is never sent again, so nothing is', () => {
  expect(policyFor(flagger, {}, true)).toMatchObject({
    gateways: ['mesh', 'shop/cart-external'],
    hosts: ['cart.example.com'],
    fields: { timeout: '30s', retries: { attempts: 0 } },
  });
});

test('retries of HTTP are not those of gRPC', () => {
  expect(policyFor(flagger, { ports: [Port.http(80)] })!.fields).toMatchObject({
    retries: { retryOn: 'connect-failure,refused-stream,gateway-error' },
  });
});
