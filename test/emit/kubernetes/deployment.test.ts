import { Duration } from 'cdk8s';
import { Port, Scaling } from '../../../lib/values';
import { cart, deploymentOf } from './program';

test('two replicas, replaced one after the other without loss', () => {
  const { spec } = deploymentOf(cart());
  expect(spec).toMatchObject({
    replicas: 2,
    minReadySeconds: 5,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } },
  });
});

test('selects by two labels, which its pods carry', () => {
  const { spec } = deploymentOf(cart());
  expect(spec.selector).toEqual({
    matchLabels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' },
  });
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
});

test('as many replicas as are stated, none included', () => {
  expect(deploymentOf(cart({ scaling: Scaling.fixed(7) })).spec.replicas).toBe(7);
  expect(deploymentOf(cart({ scaling: Scaling.fixed(0) })).spec.replicas).toBe(0);
});

test('the autoscaler owns the number of replicas', () => {
  expect(deploymentOf(cart({ scaling: Scaling.onCpu({ max: 9 }) })).spec).not.toHaveProperty('replicas');
});

test('minReady as stated; nothing where it is nought', () => {
  expect(deploymentOf(cart({ lifecycle: { minReady: Duration.seconds(20) } })).spec.minReadySeconds).toBe(20);
  expect(deploymentOf(cart({ lifecycle: { minReady: Duration.seconds(0) } })).spec).not.toHaveProperty(
    'minReadySeconds',
  );
});

test('a start that takes longer than Kubernetes would wait moves its deadline', () => {
  expect(
    deploymentOf(cart({ ports: [Port.http(80)], lifecycle: { startupTime: Duration.minutes(10) } })).spec
      .progressDeadlineSeconds,
    // 301 failures each 2 s, one look of 5 s at whether it is ready, 5 s that it stays so.
  ).toBe(2 * (602 + 5 + 5));
});
