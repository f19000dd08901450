import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { strategyOf } from './strategy';

function deployment(replicas: number, maxUnavailable: number | string, maxSurge: number | string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart' },
    spec: { replicas, strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } } },
  };
}

test.each([
  { replicas: 3, maxUnavailable: 0, maxSurge: '25%', floor: 3, rounds: 3 },
  { replicas: 10, maxUnavailable: '25%', maxSurge: '25%', floor: 8, rounds: 2 },
  { replicas: 3, maxUnavailable: '25%', maxSurge: 0, floor: 2, rounds: 3 },
  { replicas: 3, maxUnavailable: '100%', maxSurge: 0, floor: 1, rounds: 1 },
  { replicas: 1, maxUnavailable: 1, maxSurge: 0, floor: 1, rounds: 1 },
  { replicas: 0, maxUnavailable: '25%', maxSurge: '25%', floor: 0, rounds: 0 },
])(
  '$replicas pods with maxUnavailable $maxUnavailable and maxSurge $maxSurge keep $floor, in $rounds rounds',
  ({ replicas, maxUnavailable, maxSurge, floor, rounds }) => {
    expect(strategyOf(deployment(replicas, maxUnavailable, maxSurge))).toMatchObject({ floor, rounds });
  },
);

test('a Deployment that is recreated keeps no pod', () => {
  const recreated = { ...deployment(3, 0, 1), spec: { replicas: 3, strategy: { type: 'Recreate' } } };
  expect(strategyOf(recreated)).toMatchObject({ floor: 0, stated: 'strategy Recreate' });
});

test('a StatefulSet replaces one pod after the other', () => {
  const statefulSet = {
    ...deployment(3, 0, 1),
    kind: 'StatefulSet',
    spec: { replicas: 3, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } },
  };
  expect(strategyOf(statefulSet)).toMatchObject({ floor: 2, rounds: 3 });
});

test.each([
  { maxUnavailable: 1, maxSurge: 0, floor: 5, rounds: 6 },
  { maxUnavailable: '20%', maxSurge: 0, floor: 4, rounds: 3 },
  { maxUnavailable: 0, maxSurge: 2, floor: 6, rounds: 3 },
])(
  'a DaemonSet on six nodes with maxUnavailable $maxUnavailable and maxSurge $maxSurge keeps $floor',
  ({ maxUnavailable, maxSurge, floor, rounds }) => {
    const daemonSet = {
      ...deployment(0, 0, 0),
      kind: 'DaemonSet',
      spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } } },
      status: { desiredNumberScheduled: 6 },
    };
    expect(strategyOf(daemonSet)).toMatchObject({ replicas: 6, floor, rounds });
  },
);
