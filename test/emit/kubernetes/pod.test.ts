import { Duration } from 'cdk8s';
import { Port, TaintEffect, TopologySpread } from '../../../lib/values';
import { cart, containerOf, podOf, shopOn } from './program';

const SELECTOR = { matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' } };

test('runs as an identity of its own, without its token and without the environment of all Services', () => {
  expect(podOf(cart())).toMatchObject({
    serviceAccountName: 'cart',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
  });
});

test('the token is mounted where the Kubernetes API is called', () => {
  const microservice = cart();
  microservice.callsKubernetesApi();
  expect(podOf(microservice).automountServiceAccountToken).toBe(true);
});

describe('topology spread', () => {
  const constraint = (topologyKey: string, more: object = {}) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: SELECTOR,
    matchLabelKeys: ['pod-template-hash'],
    ...more,
  });

  test('over zones and nodes, neither required', () => {
    expect(podOf(cart()).topologySpreadConstraints).toEqual([
      constraint('topology.kubernetes.io/zone'),
      constraint('kubernetes.io/hostname'),
    ]);
  });

  test('as stated, in that order', () => {
    const topologySpread = [
      TopologySpread.over('acme.io/rack', { maxSkew: 3 }),
      TopologySpread.overZones({ required: true }),
    ];
    expect(podOf(cart({ pod: { placement: { topologySpread } } })).topologySpreadConstraints).toEqual([
      constraint('acme.io/rack', { maxSkew: 3 }),
      constraint('topology.kubernetes.io/zone', { whenUnsatisfiable: 'DoNotSchedule' }),
    ]);
  });

  test('an empty list spreads nowhere', () => {
    expect(podOf(cart({ pod: { placement: { topologySpread: [] } } }))).not.toHaveProperty('topologySpreadConstraints');
  });
});

test('node selector, tolerations and priority class, none by default', () => {
  for (const field of ['nodeSelector', 'tolerations', 'priorityClassName', 'imagePullSecrets'])
    expect(podOf(cart())).not.toHaveProperty(field);
  const microservice = cart({
    pod: {
      placement: {
        nodeSelector: { 'kubernetes.io/arch': 'arm64' },
        tolerations: [{ key: 'spot' }, { key: 'dedicated', value: 'shop', effect: TaintEffect.NO_SCHEDULE }],
        priorityClassName: 'high',
      },
    },
  });
  expect(podOf(microservice)).toMatchObject({
    nodeSelector: { 'kubernetes.io/arch': 'arm64' },
    tolerations: [
      { key: 'spot', operator: 'Exists' },
      { key: 'dedicated', operator: 'Equal', value: 'shop', effect: 'NoSchedule' },
    ],
    priorityClassName: 'high',
  });
});

describe('stopping', () => {
  const ports = [Port.http(80)];

  test('a server serves on until callers know, then ends its requests', () => {
    const microservice = cart({ ports });
    expect(containerOf(microservice).lifecycle).toEqual({ preStop: { sleep: { seconds: 10 } } });
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(10 + 30 + 5);
  });

  test('is computed from what is stated', () => {
    const microservice = cart({
      ports,
      lifecycle: { longestRequest: Duration.minutes(2), endpointPropagation: Duration.seconds(20) },
    });
    expect(containerOf(microservice).lifecycle.preStop.sleep).toEqual({ seconds: 20 });
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(20 + 120 + 5);
  });

  test('a worker has nobody to wait for', () => {
    const microservice = cart({ lifecycle: { longestRequest: Duration.seconds(90) } });
    expect(containerOf(microservice)).not.toHaveProperty('lifecycle');
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(95);
  });

  test('no propagation, no wait', () => {
    const microservice = cart({ ports, lifecycle: { endpointPropagation: Duration.seconds(0) } });
    expect(containerOf(microservice)).not.toHaveProperty('lifecycle');
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(35);
  });

  test.each([
    ['1.27', { exec: { command: ['sleep', '10'] } }],
    ['1.29', { exec: { command: ['sleep', '10'] } }],
    ['1.30', { sleep: { seconds: 10 } }],
    ['1.36', { sleep: { seconds: 10 } }],
  ])('on %s by what the kubelet knows', (version, preStop) => {
    expect(containerOf(cart({ ports }, shopOn(version))).lifecycle).toEqual({ preStop });
  });
});

test('annotations of the pods are theirs alone', () => {
  const microservice = cart({
    metadata: { podAnnotations: { 'acme.io/scrape': 'yes' }, annotations: { 'acme.io/owner': 'a' } },
  });
  const { metadata, spec } = microservice.workload.toJson();
  expect(spec.template.metadata.annotations).toEqual({ 'acme.io/scrape': 'yes' });
  expect(metadata.annotations).toEqual({ 'acme.io/owner': 'a' });
  expect(cart().workload.toJson().spec.template.metadata).not.toHaveProperty('annotations');
});
