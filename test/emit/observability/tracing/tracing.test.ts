import { IstioMesh, Tracing } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { COLLECTOR, writtenOf } from '../program';

const tracing = new Tracing({ collector: { ...COLLECTOR, port: 5317 } });
const toCollector = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'telemetry' } },
      podSelector: { matchLabels: { app: 'collector' } },
    },
  ],
  ports: [{ port: 5317, protocol: 'TCP' }],
};

test('spans get to the pods of the collector, and to no others', () => {
  expect(find(writtenOf({ observability: { tracing } }), 'NetworkPolicy', 'web').spec.egress).toContainEqual(
    toCollector,
  );
  expect(
    find(writtenOf({ observability: { tracing }, mesh: new IstioMesh() }), 'NetworkPolicy', 'web').spec.egress,
  ).toContainEqual(toCollector);
  expect(JSON.stringify(writtenOf({}))).not.toContain('telemetry');
});

test('where there is no mesh, nothing is said to proxies', () => {
  expect(all(writtenOf({ observability: { tracing } }), 'Telemetry')).toEqual([]);
});
