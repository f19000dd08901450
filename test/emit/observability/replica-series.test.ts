import { ApplicationStack, ArgoRollouts, Microservice, PlatformProps, Port, Rollout } from '../../../lib';
import { isRollout, replicaNumbers, rolloutMax } from '../../../lib/emit/observability/replica-series';
import { namesOf, PLATFORM, rulesOf } from './alerts/program';
import { promqlProblems, queriedSeries } from '../../support/promql';
import { CLUSTER, unknownIn } from '../../support/series/catalogue';
import { shopOn } from './program';

const ON_ROLLOUTS: PlatformProps = { ...PLATFORM, delivery: new ArgoRollouts() };

function web(rollout: Rollout, stack: ApplicationStack = shopOn(ON_ROLLOUTS)): Microservice {
  return new Microservice(stack, 'web', { image: 'acme/web:1', ports: [Port.http(80)], lifecycle: { rollout } });
}

const canary = () => web(Rollout.canary({ analysis: false }));

test('numbers of replicas are those of what runs the pods', () => {
  const metrics = (microservice: Microservice) =>
    Object.values(replicaNumbers(microservice._facts)).map((query) =>
      [...new Set(queriedSeries(query).map(({ metric }) => metric))].join(),
    );
  expect(metrics(web(Rollout.rolling()))).toEqual([
    'kube_deployment_spec_replicas',
    'kube_deployment_status_replicas_available',
    'kube_deployment_status_replicas_updated',
  ]);
  expect(metrics(canary())).toEqual([
    'rollout_info_replicas_desired',
    'rollout_info_replicas_available',
    'rollout_info_replicas_updated',
  ]);
  expect([web(Rollout.rolling()), canary(), web(Rollout.blueGreen())].map(({ _facts }) => isRollout(_facts))).toEqual([
    false,
    true,
    true,
  ]);
});

test('a Rollout is found by its own namespace, whether Prometheus honors that label or renames it', () => {
  expect(rolloutMax('rollout_info', { namespace: 'shop', name: 'web' })).toBe(
    'max(rollout_info{namespace="shop",name="web",exported_namespace=""} or ' +
      'rollout_info{exported_namespace="shop",name="web"})',
  );
});

test('the same alerts stand, and ask for nothing of a Deployment', () => {
  expect(namesOf(canary())).toEqual(namesOf(web(Rollout.rolling())));
  for (const { expr } of rulesOf(canary())) {
    expect([promqlProblems(expr), expr.includes('kube_deployment')]).toEqual([[], false]);
    if (expr.includes('rollout_info')) expect(unknownIn(expr, CLUSTER)).toEqual([]);
  }
});

test('a rollout that was taken back, or that cannot go on, is told of', () => {
  const { expr, annotations } = rulesOf(canary()).find(({ alert }) => alert === 'MicroserviceRolloutStuck')!;
  expect(expr).toContain('phase=~"Abort|Error|InvalidSpec|Timeout"');
  expect(annotations.description).toContain('kubectl argo rollouts get rollout');
});
