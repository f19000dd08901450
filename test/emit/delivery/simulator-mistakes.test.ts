import { Duration } from 'cdk8s';
import { ArgoRollouts, CanaryStep, Flagger, Port, Rollout } from '../../../lib';
import { IstioProgram } from '../mesh/istio/program';
import { stagesOf } from '../../support/canary';
import { faultsOf } from '../../support/canary/judge';
import { probesOf } from '../../support/canary/probes';
import type { Stage } from '../../support/canary/stage';
import { ManifestObject } from '../../support/manifests';
import { boutiqueBy, Synthesized } from './boutique';

const NAMESPACE = 'online-boutique';
const canary = Rollout.canary({ steps: [CanaryStep.header('x-version', 'next'), CanaryStep.weight(20)] });
const walked = boutiqueBy(new ArgoRollouts(), { frontend: Rollout.rolling(), checkout: canary });
const flagger = boutiqueBy(new Flagger(), { frontend: Rollout.rolling(), checkout: Rollout.canary() }, ['MS6112']);

/** What concerns the microservices that mistakes are made of. */
const concerned = ({ probes }: Synthesized) =>
  probes.filter(({ from, to }) =>
    ['checkoutservice', 'shippingservice'].some((name) => [from.name, to.name].includes(name)),
  );

/** The objects with a mistake in the content of one. */
function spoiled(
  manifests: readonly ManifestObject[],
  kind: string,
  name: string,
  spoil: (spec: any) => void,
): ManifestObject[] {
  const copy = structuredClone([...manifests]);
  const found = copy.filter(
    (each) => each.kind === kind && each.metadata.name === name && each.metadata.namespace === NAMESPACE,
  );
  expect(found).toHaveLength(1);
  spoil(found[0]!['spec']);
  return copy;
}

function faults(synthesized: Synthesized, manifests: readonly ManifestObject[]): string[] {
  return stagesOf(manifests).flatMap((stage) => faultsOf(stage, concerned(synthesized)));
}

/** What is found in the stage of the weight 20, with a mistake that the controller could have made. */
function faultsAtWeight(kind: string, name: string, spoil: (spec: any) => void): string[] {
  const stage = stagesOf(walked.manifests).find(({ weight }) => weight === 20) as Stage;
  return faultsOf({ ...stage, objects: spoiled(stage.objects, kind, name, spoil) }, concerned(walked));
}

test('without a mistake, nothing is found', () => {
  expect([
    ...faults(walked, walked.manifests),
    ...faults(flagger, flagger.manifests),
    ...faultsAtWeight('Service', 'checkoutservice', () => undefined),
  ]).toEqual([]);
});

test.each<[string, string, string, (spec: any) => void, string]>([
  [
    'a Service of the canary that selects other pods',
    'Service',
    'checkoutservice-canary',
    (spec) => {
      spec.selector['app.kubernetes.io/name'] = 'cartservice';
    },
    'leads to checkoutservice-canary.online-boutique.svc.cluster.local, which has no pods',
  ],
  [
    'a policy that selects the old version alone',
    'AuthorizationPolicy',
    'checkoutservice',
    (spec) => {
      spec.selector.matchLabels['rollouts-pod-template-hash'] = '6f7c9d';
    },
    'frontend to checkoutservice:5050 POST /any.Service/Other is refused: authorization',
  ],
  [
    'a network policy that selects the old version alone',
    'NetworkPolicy',
    'checkoutservice',
    (spec) => {
      spec.podSelector.matchLabels['rollouts-pod-template-hash'] = '6f7c9d';
    },
    'NetworkPolicy checkoutservice does not select the pods of checkoutservice-5b8d4c',
  ],
  [
    'a network policy of a callee that lets the old version alone in',
    'NetworkPolicy',
    'paymentservice',
    (spec) => {
      for (const { from } of spec.ingress)
        for (const { podSelector } of from)
          if (podSelector?.matchLabels?.['app.kubernetes.io/name'] === 'checkoutservice')
            podSelector.matchLabels['rollouts-pod-template-hash'] = '6f7c9d';
    },
    'checkoutservice to paymentservice:50051 POST /any.Service/Other is refused: ingressNetworkPolicy',
  ],
  [
    'a scope of the old version alone',
    'Sidecar',
    'checkoutservice',
    (spec) => {
      spec.workloadSelector.labels['rollouts-pod-template-hash'] = '6f7c9d';
    },
    'Sidecar checkoutservice does not select the pods of checkoutservice-5b8d4c',
  ],
  [
    'a disruption budget of others',
    'PodDisruptionBudget',
    'checkoutservice',
    (spec) => {
      spec.selector.matchLabels = { 'app.kubernetes.io/part-of': 'online-boutique' };
    },
    'PodDisruptionBudget checkoutservice selects pods of',
  ],
  [
    'a policy that lets anything in',
    'AuthorizationPolicy',
    'shippingservice',
    (spec) => {
      spec.rules = [{}];
    },
    'frontend to shippingservice:50051 POST /any.Service/Other gets in by shippingservice, undeclared',
  ],
  [
    'a route that is not moved',
    'Rollout',
    'checkoutservice',
    (spec) => {
      spec.strategy.canary.trafficRouting.istio.virtualServices = [];
    },
    'sends 0% to the new version, not 20%',
  ],
  [
    'a route for callers who are not',
    'VirtualService',
    'checkoutservice',
    (spec) => {
      spec.http[0].match = [{ sourceLabels: { 'app.kubernetes.io/name': 'nobody' } }];
    },
    'sends 100% to pods of both versions, some of it to the new version, not 20%',
  ],
  [
    'pods that are spread by no label of theirs',
    'Rollout',
    'checkoutservice',
    (spec) => {
      spec.template.spec.topologySpreadConstraints[0].matchLabelKeys = ['pod-template-hash'];
    },
    'spreads by pod-template-hash, which its pods do not have',
  ],
])('finds %s', (_, kind, name, spoil, found) => {
  expect(faults(walked, spoiled(walked.manifests, kind, name, spoil))).toContainEqual(expect.stringContaining(found));
});

test.each<[string, string, string, (spec: any) => void, string]>([
  [
    'weights of 90',
    'VirtualService',
    'checkoutservice-versions',
    (spec) => {
      spec.http[0].route[0].weight = 70;
    },
    'has weights of 90',
  ],
  [
    'another weight than is stated',
    'VirtualService',
    'checkoutservice-versions',
    (spec) => {
      [spec.http[0].route[0].weight, spec.http[0].route[1].weight] = [70, 30];
    },
    'sends 30% to the new version, not 20%',
  ],
  [
    'a header that still leads to the new version',
    'VirtualService',
    'checkoutservice-versions',
    (spec) => {
      spec.http.unshift({
        name: 'old',
        match: [{ headers: { 'x-version': { exact: 'next' } } }],
        route: [{ destination: { host: 'checkoutservice-canary' } }],
      });
    },
    'is for a header that no step states',
  ],
  [
    'copies that nobody asked for',
    'VirtualService',
    'checkoutservice-versions',
    (spec) => {
      spec.http[0].mirror = { host: 'checkoutservice-canary' };
    },
    'has 100 copied, not none',
  ],
  [
    'a Service of the canary that leads to both',
    'Service',
    'checkoutservice-canary',
    (spec) => {
      delete spec.selector['rollouts-pod-template-hash'];
    },
    'which has pods of both versions',
  ],
])('finds %s, at a weight', (_, kind, name, spoil, found) => {
  expect(faultsAtWeight(kind, name, spoil)).toContainEqual(expect.stringContaining(found));
});

test.each<[string, CanaryStep, (route: any) => any, string]>([
  [
    'by a header',
    CanaryStep.header('x-version', 'next'),
    (route) => route.route[0].destination,
    'with the header arrives at port 8080, not 8081',
  ],
  ['as a copy', CanaryStep.mirror(10), (route) => route.mirror, 'its copy arrives at port 8080, not 8081'],
])('finds requests %s that end at another port', (_, step, destinationOf, found) => {
  const program = new IstioProgram({}, {}, undefined, { delivery: new ArgoRollouts() });
  const cart = program.serve('cart', {
    ports: [Port.http(80, { targetPort: 8080 }), Port.http(81, { targetPort: 8081, name: 'admin' })],
    lifecycle: { rollout: Rollout.canary({ analysis: false, steps: [step, CanaryStep.weight(20)] }) },
  });
  for (const port of [80, 81])
    program.serve(`web-${port}`).calls(cart, { port, timeout: Duration.seconds(1), idempotent: true });
  program.shop.acknowledge('MS6112', 'What is lost is not the matter here.');
  const http = (number: number) => ({ protocol: 'http', number });
  const probes = probesOf({
    namespace: 'shop',
    ports: new Map([
      ['cart', [http(80), http(81)]],
      ['web-80', [http(80)]],
      ['web-81', [http(80)]],
    ]),
    calls: [80, 81].map((port) => ({ caller: `web-${port}`, callee: 'cart', port })),
  });
  const stage = stagesOf(program.written()).find(({ header, copied }) => header !== undefined || copied !== undefined)!;
  expect(faultsOf(stage, probes)).toEqual([]);
  const objects = structuredClone([...stage.objects]);
  destinationOf(
    (objects.find(({ kind, metadata }) => kind === 'VirtualService' && metadata.name === 'cart-versions-81') as any)
      .spec.http[0],
  ).port = { number: 80 };
  expect(faultsOf({ ...stage, objects }, probes)).toContainEqual(expect.stringContaining(found));
});

test('a route that the controller is told of and that is missing is refused, as the controller does', () => {
  expect(() =>
    stagesOf(
      spoiled(walked.manifests, 'VirtualService', 'checkoutservice-versions', (spec) => {
        spec.http[0].name = 'other';
      }),
    ),
  ).toThrow("HTTP Route 'default' is not found in VirtualService online-boutique/checkoutservice-versions");
  expect(() =>
    stagesOf(
      spoiled(walked.manifests, 'VirtualService', 'checkoutservice-versions', (spec) => {
        spec.http[0].route.pop();
      }),
    ),
  ).toThrow('checkoutservice-canary is not among the destinations of route default');
  expect(() =>
    stagesOf(
      spoiled(walked.manifests, 'Rollout', 'checkoutservice', (spec) => {
        delete spec.strategy.canary.trafficRouting.managedRoutes;
      }),
    ),
  ).toThrow('is not among the managedRoutes');
});

test.each<[string, string, string, (spec: any) => void, string]>([
  [
    'a policy by the label that Flagger rewrites',
    'AuthorizationPolicy',
    'checkoutservice',
    (spec) => {
      spec.selector.matchLabels['app.kubernetes.io/name'] = 'checkoutservice';
    },
    'AuthorizationPolicy checkoutservice does not select the pods of checkoutservice-primary',
  ],
  [
    'a port that is said to speak bytes',
    'Canary',
    'checkoutservice',
    (spec) => {
      spec.service.appProtocol = 'tcp';
    },
    'sends 0% to the new version',
  ],
])('finds %s, under Flagger', (_, kind, name, spoil, found) => {
  expect(faults(flagger, spoiled(flagger.manifests, kind, name, spoil))).toContainEqual(expect.stringContaining(found));
});

test('what Flagger makes must not be there', () => {
  const service: ManifestObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'checkoutservice', namespace: NAMESPACE },
    spec: {},
  };
  expect(() => stagesOf([...flagger.manifests, service])).toThrow(
    'Service online-boutique/checkoutservice is there already',
  );
});
