import {
  ApplicationStack,
  ClusterFacts,
  Delivery,
  Flagger,
  IstioMesh,
  ArgoRollouts,
  Keda,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  PrometheusOperator,
  Rollout,
  Scaling,
  ScalingMetric,
} from '../../lib';
import { describeCode, IMAGE } from './cases';

const address = 'http://prometheus.monitoring:9090';

/** `mesh/cart`, switched or walked to a new version, and called by `mesh/web`. */
function rolledOut(
  scaling: Scaling,
  rollout: Rollout = Rollout.blueGreen({ autoPromotion: true }),
  delivery: Delivery = new Flagger(),
) {
  return ({ node }: ApplicationStack) => {
    const stack = new ApplicationStack(node.root, 'mesh', {
      platform: new Platform({
        mesh: new IstioMesh(),
        cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
        observability: { monitoring: new PrometheusOperator({ selector: { release: 'prometheus' }, address }) },
        autoscaling: new Keda({ prometheus: { serverAddress: address } }),
        delivery,
      }),
    });
    const cart = new Microservice(stack, 'cart', {
      image: IMAGE,
      ports: [Port.http(8080)],
      scaling,
      lifecycle: { rollout },
    });
    new Microservice(stack, 'web', { image: IMAGE }).calls(cart);
  };
}

const cpu = Scaling.onCpu({ min: 2, max: 20 });

describeCode(
  'MS6150',
  [
    ['a fixed number', Scaling.fixed(12)],
    ['no room to scale', Scaling.onCpu({ min: 12, max: 12 })],
    [
      'the requests to both versions',
      Scaling.on([ScalingMetric.cpu(), ScalingMetric.requestsPerSecond(50)], { min: 2, max: 20 }),
    ],
    ['a load', Scaling.forLoad({ peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100 })],
    ['a canary', cpu, Rollout.canary({ analysis: false })],
    ['a controller that starts as many as there are', cpu, Rollout.blueGreen(), new ArgoRollouts()],
  ].map(([name, scaling, rollout, delivery]) => ({
    name: `beside ${name as string}`,
    path: 'mesh/cart',
    given: 'scaling was 2 to 20 on CPU use: a version without requests has the fewest',
    fix: 'Scaling.fixed()',
    bad: rolledOut(cpu),
    good: rolledOut(scaling as Scaling, rollout as Rollout | undefined, delivery as Delivery | undefined),
  })),
);
