import { ClusterFacts, IstioMesh, NoMonitoring } from '../../../lib';
import { all } from '../../support/manifests';
import { METRICS, OBJECTIVES, PROMETHEUS } from './monitored';
import { templateOf, writtenOf } from './program';

const cluster = new ClusterFacts({ scrapers: [PROMETHEUS] });
const monitoring = new NoMonitoring();

test('is what a platform has where nothing is said', () => {
  expect(writtenOf({ observability: { monitoring } }, { ports: [METRICS] })).toEqual(
    writtenOf({}, { ports: [METRICS] }),
  );
});

test('writes nothing, whatever is stated', () => {
  const kinds = new Set(
    writtenOf(
      { observability: { monitoring }, mesh: new IstioMesh(), cluster },
      { ports: [METRICS], objectives: OBJECTIVES },
    ).map(({ kind }) => kind),
  );
  expect(
    [...kinds].filter((kind) =>
      ['PodMonitor', 'ServiceMonitor', 'PrometheusRule', 'ConfigMap', 'Telemetry'].includes(kind),
    ),
  ).toEqual([]);
});

test('metrics are served, and the scrapers of the cluster are let in, on the port that is open to them', () => {
  const manifests = writtenOf({ observability: { monitoring }, mesh: new IstioMesh(), cluster }, { ports: [METRICS] });
  expect(
    all(manifests, 'PeerAuthentication').find(({ metadata }) => metadata.name === 'web')!.spec.portLevelMtls,
  ).toEqual({ 9091: { mode: 'PERMISSIVE' } });
  expect(
    Object.keys(templateOf(manifests).metadata.annotations).filter((key) => key.startsWith('prometheus.io/')),
  ).toEqual([]);
});
