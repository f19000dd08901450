import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { isReady } from './readiness';

function deployment(status: object, replicas = 3): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', generation: 2 },
    spec: { replicas },
    status: { observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3, ...status },
  };
}

test.each([
  ['all pods are available', deployment({}), true],
  ['its controller has not seen it', deployment({ observedGeneration: 1 }), false],
  ['a pod is of the version before', deployment({ replicas: 4 }), false],
  ['a pod is to be replaced', deployment({ updatedReplicas: 2 }), false],
  ['no pod is available', deployment({ availableReplicas: undefined }), false],
  ['none is wanted', { ...deployment({}, 0), status: { observedGeneration: 2 } }, true],
])('a Deployment of which %s', (_, live, ready) => {
  expect(isReady(live)).toBe(ready);
});

test.each([
  ['all behind its partition are of the new version', 2, true],
  ['one behind its partition is of the version before', 1, false],
])('a StatefulSet of which %s', (_, updatedReplicas, ready) => {
  const live = deployment({ updatedReplicas });
  const spec = { ...live.spec, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } };
  expect(isReady({ ...live, kind: 'StatefulSet', spec })).toBe(ready);
});

test('an autoscaled Deployment waits for its minimum', () => {
  expect(isReady(deployment({}), 3)).toBe(true);
  expect(isReady(deployment({}), 4)).toBe(false);
});

test('a Job is ready when it is complete, a DaemonSet when it is available everywhere', () => {
  expect(
    isReady({ ...deployment({}), kind: 'Job', status: { conditions: [{ type: 'Complete', status: 'True' }] } }),
  ).toBe(true);
  expect(isReady({ ...deployment({}), kind: 'Job', status: undefined })).toBe(false);
  expect(
    isReady({
      ...deployment({ desiredNumberScheduled: 6, updatedNumberScheduled: 6, numberAvailable: 5 }),
      kind: 'DaemonSet',
    }),
  ).toBe(false);
  expect(
    isReady({
      ...deployment({ desiredNumberScheduled: 6, updatedNumberScheduled: 6, numberAvailable: 6 }),
      kind: 'DaemonSet',
    }),
  ).toBe(true);
});
