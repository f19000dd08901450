import type { LocatedObject } from '../manifests';
import { stagesOf } from './apply';
import { complaintsOf, warningsOf } from './kubernetes-client';
import { podsOf } from './pods';

const located = (kind: string, fields: object = {}): LocatedObject => ({
  manifest: { apiVersion: 'v1', kind, metadata: { name: kind.toLowerCase(), namespace: 'shop' }, ...fields },
  file: 'shop.yaml',
  line: 1,
});

test('what others need is applied first', () => {
  const objects = ['Deployment', 'ServiceAccount', 'Namespace', 'Service', 'ConfigMap', 'CustomResourceDefinition'].map(
    (kind) => located(kind),
  );
  expect(stagesOf(objects).map((stage) => stage.map(({ manifest }) => manifest.kind))).toEqual([
    ['Namespace', 'CustomResourceDefinition'],
    ['ServiceAccount', 'ConfigMap'],
    ['Deployment', 'Service'],
  ]);
});

describe('the pods of workloads', () => {
  const template = {
    metadata: { labels: { app: 'cart' } },
    spec: { containers: [{ name: 'cart', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
  };

  test('carry the template, the name and the namespace', () => {
    const [pod] = podsOf([located('Deployment', { spec: { template } }), located('Service', { spec: { ports: [] } })]);
    expect(pod!.manifest).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { labels: { app: 'cart' }, name: 'deployment', namespace: 'shop' },
      spec: template.spec,
    });
  });

  test('of a CronJob are those of its jobs', () => {
    expect(podsOf([located('CronJob', { spec: { jobTemplate: { spec: { template } } } })])[0]!.manifest.spec).toEqual(
      template.spec,
    );
  });

  test('of a StatefulSet have its claims as volumes', () => {
    const [pod] = podsOf([
      located('StatefulSet', { spec: { template, volumeClaimTemplates: [{ metadata: { name: 'data' } }] } }),
    ]);
    expect(pod!.manifest.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
  });
});

test('warnings are read out of their header', () => {
  expect(warningsOf('299 - "unknown field \\"spec.x\\"", 299 - "would violate PodSecurity, restricted"')).toEqual([
    'unknown field "spec.x"',
    'would violate PodSecurity, restricted',
  ]);
  expect(warningsOf(undefined)).toEqual([]);
});

test('a refusal and its warnings are complaints', () => {
  expect(complaintsOf({ status: 201, body: {}, warnings: [] })).toEqual([]);
  expect(complaintsOf({ status: 422, body: { message: 'spec is needed' }, warnings: ['old version'] })).toEqual([
    'spec is needed',
    'warning: old version',
  ]);
  expect(complaintsOf({ status: 502, body: 'Bad Gateway', warnings: [] })).toEqual(['status 502']);
});
