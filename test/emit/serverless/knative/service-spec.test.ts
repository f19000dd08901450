import { Duration } from 'cdk8s';
import { KnativeFeature, Scaling, ScalingMetric, TaintEffect, TopologySpread } from '../../../../lib';
import { revisionOf, serviceOf, shop, thumbnail } from '../program';

test('the newest version takes all requests', () => {
  expect(serviceOf(thumbnail()).spec.traffic).toEqual([{ latestRevision: true, percent: 100 }]);
});

test('a new version takes over at once, or in the time that is stated', () => {
  expect(serviceOf(thumbnail()).metadata.annotations).toBeUndefined();
  expect(serviceOf(thumbnail({ lifecycle: { rolloutDuration: Duration.minutes(10) } })).metadata.annotations).toEqual({
    'serving.knative.dev/rollout-duration': '600s',
  });
});

test('requests last as long as stated, and the first as long as a start takes beside', () => {
  expect(revisionOf(thumbnail())).toMatchObject({
    timeoutSeconds: 90,
    responseStartTimeoutSeconds: 90,
    containerConcurrency: 100,
  });
  expect(
    revisionOf(
      thumbnail({
        lifecycle: { longestRequest: Duration.seconds(500), startupTime: Duration.seconds(5), concurrency: 1 },
      }),
    ),
  ).toMatchObject({ timeoutSeconds: 505, responseStartTimeoutSeconds: 505, containerConcurrency: 1 });
});

test('where a replica always runs, nobody waits for a start', () => {
  expect(
    revisionOf(thumbnail({ scaling: Scaling.on([ScalingMetric.concurrency(9)], { min: 1, max: 2 }) })),
  ).toMatchObject({ timeoutSeconds: 30 });
});

test('it has an account of its own whose token is not mounted, and no variables of Services', () => {
  expect(revisionOf(thumbnail())).toMatchObject({
    serviceAccountName: 'thumbnail',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
  });
});

test('a long start has as long before the version counts as failed', () => {
  const annotations = (seconds: number) =>
    serviceOf(thumbnail({ lifecycle: { startupTime: Duration.seconds(seconds) } })).spec.template.metadata.annotations;
  expect(annotations(280)).not.toHaveProperty(['serving.knative.dev/progress-deadline']);
  // Its liveness is first asked after 350 s, and restarts it after 6 failures.
  expect(annotations(400)).toMatchObject({ 'serving.knative.dev/progress-deadline': `${2 * (350 + 6 * 10 + 5)}s` });
});

test('pods carry the labels by which policies select them, and what is stated', () => {
  const { labels, annotations } = serviceOf(
    thumbnail({
      metadata: { labels: { team: 'images' }, podAnnotations: { 'acme.example/a': 'b' }, component: 'images' },
    }),
  ).spec.template.metadata;
  expect(labels).toEqual({
    'app.kubernetes.io/name': 'thumbnail',
    'app.kubernetes.io/instance': 'thumbnail',
    'app.kubernetes.io/version': '1.2.0',
    'app.kubernetes.io/part-of': 'shop',
    'app.kubernetes.io/managed-by': 'cdk8s-microservice',
    'app.kubernetes.io/component': 'images',
    team: 'images',
  });
  expect(annotations).toMatchObject({ 'acme.example/a': 'b' });
});

test('where pods run is said once Knative takes it', () => {
  const placement = {
    nodeSelector: { disk: 'fast' },
    tolerations: [{ key: 'gpu', effect: TaintEffect.NO_SCHEDULE }],
    topologySpread: [TopologySpread.overZones()],
    priorityClassName: 'low',
  };
  const features = [
    KnativeFeature.NODE_SELECTOR,
    KnativeFeature.TOLERATIONS,
    KnativeFeature.TOPOLOGY_SPREAD,
    KnativeFeature.PRIORITY_CLASS_NAME,
    KnativeFeature.SECURITY_CONTEXT,
  ];
  const revision = revisionOf(
    thumbnail(
      { security: { fsGroup: 3000 }, pod: { imagePullSecrets: ['pull'] } },
      shop({ features }, { defaults: { pod: { placement } } }),
    ),
  );
  expect(revision).toMatchObject({
    nodeSelector: { disk: 'fast' },
    priorityClassName: 'low',
    securityContext: { fsGroup: 3000 },
    imagePullSecrets: [{ name: 'pull' }],
    tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }],
  });
  expect(revision.topologySpreadConstraints).toEqual([
    {
      topologyKey: 'topology.kubernetes.io/zone',
      maxSkew: 1,
      whenUnsatisfiable: 'ScheduleAnyway',
      matchLabelKeys: ['serving.knative.dev/revision'],
      labelSelector: {
        matchLabels: { 'app.kubernetes.io/name': 'thumbnail', 'app.kubernetes.io/instance': 'thumbnail' },
      },
    },
  ]);
});
