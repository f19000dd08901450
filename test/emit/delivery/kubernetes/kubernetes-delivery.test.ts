import { Duration } from 'cdk8s';
import {
  CandidateProps,
  CanaryStep,
  Keda,
  KubernetesDelivery,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  PlatformProps,
  Port,
  PrometheusOperator,
  Rollout,
  Scaling,
} from '../../../../lib';
import { find, ManifestObject } from '../../../support/manifests';
import { GATEWAY, IstioProgram } from '../../mesh/istio/program';

const NEXT = 'acme/cart:2';

/** What is written for `cart`, which has a canary and is called by `web`. */
function written(
  candidate?: CandidateProps,
  props: Partial<MicroserviceProps> = {},
  platform: PlatformProps = {},
): ManifestObject[] {
  const program = new IstioProgram(
    { ingressGateway: GATEWAY },
    { scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] },
    undefined,
    {
      observability: { monitoring: new PrometheusOperator({ selector: { release: 'prometheus' } }) },
      delivery: new KubernetesDelivery(candidate === undefined ? {} : { candidates: { cart: candidate } }),
      ...platform,
    },
  );
  const cart = program.serve('cart', {
    ports: [Port.grpc(7070)],
    objectives: [Objective.availability(99.9)],
    scaling: Scaling.fixed(4),
    ...props,
    lifecycle: { rollout: Rollout.canary(), ...props.lifecycle },
  });
  program.serve('web').calls(cart, { timeout: Duration.seconds(2) });
  return program.written();
}

const deployment = (manifests: readonly ManifestObject[], name = 'cart-canary') => find(manifests, 'Deployment', name);
const labelsOf = (manifests: readonly ManifestObject[], name: string) =>
  deployment(manifests, name).spec.template.metadata.labels as Record<string, string>;
const weights = (manifests: readonly ManifestObject[]) =>
  find(manifests, 'VirtualService', 'cart').spec.http.map(({ route }) =>
    route.map(({ destination, weight }) => [destination.host.split('.')[0], weight]),
  );

test('without a candidate, all requests go to what the program states, and there is one Deployment', () => {
  const manifests = written();
  expect(weights(manifests)).toEqual([
    [
      ['cart-stable', 100],
      ['cart-canary', 0],
    ],
  ]);
  expect(
    manifests
      .filter(({ kind, metadata }) => kind === 'Deployment' && metadata.name.startsWith('cart'))
      .map(({ metadata }) => metadata.name),
  ).toEqual(['cart']);
});

test('a candidate gets its share of the requests, on every route', () => {
  expect(weights(written({ image: NEXT, weight: 25 }))).toEqual([
    [
      ['cart-stable', 75],
      ['cart-canary', 25],
    ],
  ]);
  expect(weights(written({ image: NEXT, weight: 100 }))).toEqual([
    [
      ['cart-stable', 0],
      ['cart-canary', 100],
    ],
  ]);
});

test('a candidate runs as what it replaces, but for its image, its instance and its replicas', () => {
  const manifests = written({ image: NEXT, weight: 25 });
  const [candidate, stable] = ['cart-canary', 'cart'].map((name) => deployment(manifests, name).spec.template.spec);
  const { image: next, ...others } = candidate!.containers[0]!;
  const { image: old, ...same } = stable!.containers[0]!;
  expect([next, old]).toEqual([NEXT, 'acme/cart:1']);
  expect(others).toEqual(same);
  const unlike = ({ containers, topologySpreadConstraints, ...rest }: typeof candidate & object) => rest;
  expect(unlike(candidate!)).toEqual(unlike(stable!));
  expect(labelsOf(manifests, 'cart-canary')).toEqual({
    ...labelsOf(manifests, 'cart'),
    'app.kubernetes.io/instance': 'cart-canary',
    'app.kubernetes.io/version': '2',
  });
});

test.each([
  [0, 1],
  [5, 1],
  [10, 1],
  [25, 2],
  [50, 4],
  [100, 4],
])('at %i percent of the requests, %i of 4 replicas run: those of the next step', (weight, replicas) => {
  expect(deployment(written({ image: NEXT, weight })).spec.replicas).toBe(replicas);
});

test('the next apply raises a weight: replicas for it are there', () => {
  const rollout = Rollout.canary({ steps: [10, 50, 90].map((percent) => CanaryStep.weight(percent)) });
  const replicas = (weight: number) =>
    deployment(written({ image: NEXT, weight }, { scaling: Scaling.fixed(20), lifecycle: { rollout } })).spec.replicas;
  expect([0, 10, 50, 90, 100].map(replicas)).toEqual([2, 10, 18, 20, 20]);
});

test.each([
  ['HorizontalPodAutoscaler', {}],
  ['ScaledObject', { autoscaling: new Keda() }],
] as const)('while a candidate takes requests, the %s of the other version removes no replica', (kind, platform) => {
  const behaviorAt = (weight?: number) => {
    const scaling = Scaling.onCpu({ min: 2, max: 12 });
    const { spec } = find(
      written(weight === undefined ? undefined : { image: NEXT, weight }, { scaling }, platform),
      kind,
      'cart',
    ) as any;
    return (spec.behavior ?? spec.advanced.horizontalPodAutoscalerConfig.behavior).scaleDown.selectPolicy;
  };
  expect([undefined, 0, 5, 50, 100].map(behaviorAt)).toEqual([
    undefined,
    undefined,
    'Disabled',
    'Disabled',
    'Disabled',
  ]);
});

test('a candidate of what is autoscaled is made for its next share of the most replicas', () => {
  const manifests = written({ image: NEXT, weight: 25 }, { scaling: Scaling.onCpu({ min: 2, max: 12 }) });
  expect(deployment(manifests).spec.replicas).toBe(6);
  expect(deployment(manifests, 'cart').spec).not.toHaveProperty('replicas');
});

test("images of candidates go through the platform's map", () => {
  const manifests = written(
    { image: 'cart-next', weight: 5 },
    {},
    {
      images: { 'cart-next': 'registry.example/cart:3' },
      delivery: new KubernetesDelivery({ candidates: { cart: { image: 'cart-next', weight: 5 } } }),
    },
  );
  expect(deployment(manifests).spec.template.spec.containers[0]!.image).toBe('registry.example/cart:3');
  expect(labelsOf(manifests, 'cart-canary')['app.kubernetes.io/version']).toBe('3');
});

test(
  "each Deployment selects the pods of one version, each Service of a version those, and the microservice's " +
    'covers both',
  () => {
    const manifests = written({ image: NEXT, weight: 25 });
    const selects = (selector: Record<string, string>) =>
      ['cart', 'cart-canary', 'web'].filter((name) =>
        Object.entries(selector).every(([key, value]) => labelsOf(manifests, name)[key] === value),
      );
    expect(
      ['cart', 'cart-canary'].map((name) => selects(deployment(manifests, name).spec.selector.matchLabels)),
    ).toEqual([['cart'], ['cart-canary']]);
    expect(
      ['cart', 'cart-stable', 'cart-canary'].map((name) => selects(find(manifests, 'Service', name).spec.selector)),
    ).toEqual([['cart', 'cart-canary'], ['cart'], ['cart-canary']]);
    expect(selects(find(manifests, 'PodDisruptionBudget', 'cart').spec.selector.matchLabels)).toEqual([
      'cart',
      'cart-canary',
    ]);
    expect(selects(find(manifests, 'NetworkPolicy', 'cart').spec.podSelector.matchLabels)).toEqual([
      'cart',
      'cart-canary',
    ]);
    expect(selects(find(manifests, 'AuthorizationPolicy', 'cart').spec.selector.matchLabels)).toEqual([
      'cart',
      'cart-canary',
    ]);
    expect(selects(find(manifests, 'PodMonitor', 'cart').spec.selector.matchLabels)).toEqual(['cart', 'cart-canary']);
    expect(
      deployment(manifests).spec.template.spec.topologySpreadConstraints.map(({ labelSelector }) =>
        selects(labelSelector.matchLabels),
      ),
    ).toEqual([['cart-canary'], ['cart-canary']]);
  },
);

test('a candidate comes and goes without a change of anything else than weights', () => {
  const text = (manifests: readonly ManifestObject[]) =>
    manifests
      .filter(
        ({ kind, metadata }) =>
          kind !== 'VirtualService' && !(kind === 'Deployment' && metadata.name === 'cart-canary'),
      )
      .map((manifest) => JSON.stringify(manifest));
  expect(text(written({ image: NEXT, weight: 25 }))).toEqual(text(written()));
});

test('selectors hold the name and the instance, and nothing else', () => {
  const KEYS = ['app.kubernetes.io/instance', 'app.kubernetes.io/name'];
  const manifests = written({ image: NEXT, weight: 25 });
  const selectors = manifests.flatMap(({ kind, spec }) => {
    const { selector, podSelector } = (spec ?? {}) as {
      selector?: Record<string, any>;
      podSelector?: Record<string, any>;
    };
    return ['Gateway', 'NetworkPolicy'].includes(kind)
      ? Object.keys(podSelector?.matchLabels ?? {})
      : Object.keys(selector?.matchLabels ?? selector ?? {});
  });
  expect([...new Set(selectors)].sort()).toEqual(KEYS);
});
