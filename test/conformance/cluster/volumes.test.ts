import { claimsAmong } from './volumes';

test('a claim counts once, a template of a StatefulSet once for each replica', () => {
  const object = (kind: string, spec: object) => ({
    manifest: { apiVersion: 'v1', kind, metadata: { name: 'db' }, spec },
    file: 'db.yaml',
    line: 1,
  });
  const [small, large] = ['1Gi', '2Gi'].map((storage) => ({ resources: { requests: { storage } } }));
  const statefulSet = object('StatefulSet', {
    replicas: 2,
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: large }],
  });
  expect(
    claimsAmong([
      object('PersistentVolumeClaim', small!),
      statefulSet,
      object('StatefulSet', {}),
      object('Deployment', {}),
    ]),
  ).toEqual([small, large, large]);
});
