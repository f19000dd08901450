import { Size } from 'cdk8s';
import { Claim, Microservice, StatefulService, type StatefulServiceProps } from '../../../../lib';
import { microserviceDashboard } from '../../../../lib/emit/observability/dashboards/microservice';
import { promqlProblems, queriedSeries } from '../../../support/promql';
import { CLUSTER, ISTIO, unknownIn } from '../../../support/series/catalogue';
import { shopOn } from '../program';
import { namesOf, PLATFORM, rulesOf, web } from './program';

const DATA = Claim.of('data', { size: Size.gibibytes(1), path: '/data' });

const db = (props: Partial<StatefulServiceProps> = {}) =>
  new StatefulService(shopOn(PLATFORM), 'db', { image: 'ghcr.io/acme/db:16.4', claims: [DATA], ...props });

/** Alerts are asked for alike, whatever class runs the pods. */
const asked = (service: StatefulService) => service as unknown as Microservice;

const exprOf = (service: StatefulService, alert: string) =>
  rulesOf(asked(service)).find((rule) => rule.alert === alert)!.expr;

/** Values that every query of a metric takes for a label. */
const matched = (expr: string, label: string) => [
  ...new Set(
    queriedSeries(expr).flatMap(({ matchers }) =>
      matchers.filter((each) => each.label === label).map(({ value }) => value),
    ),
  ),
];

test('every alert of a stateful service is one that Prometheus accepts', () => {
  for (const { expr } of rulesOf(asked(db()))) expect([expr, promqlProblems(expr)]).toEqual([expr, []]);
});

test('pods end in an ordinal, and those of a Deployment of its name do not count', () => {
  const [pods] = matched(exprOf(db(), 'MicroserviceCrashLooping'), 'pod');
  const names = ['db-0', 'db-12', 'db-5d4f8c7b96-x7z2k', 'db-store-0', 'mydb-0'];
  expect(names.filter((name) => new RegExp(`^(?:${pods})$`).test(name))).toEqual(['db-0', 'db-12']);
});

test('replicas are those of the StatefulSet', () => {
  const alerts = ['MicroserviceNoReadyReplicas', 'MicroserviceRolloutStuck'];
  const metrics = alerts.flatMap((alert) => queriedSeries(exprOf(db(), alert)).map(({ metric }) => metric));
  expect([...new Set(metrics)].sort()).toEqual([
    'kube_statefulset_replicas',
    'kube_statefulset_status_replicas_ready',
    'kube_statefulset_status_replicas_updated',
  ]);
});

test('replicas before the partition of an update are not missed', () => {
  const partitioned = exprOf(db({ lifecycle: { order: { partition: 1 } } }), 'MicroserviceRolloutStuck');
  expect(partitioned).toBe(exprOf(db(), 'MicroserviceRolloutStuck').replace(' - max(kube', ' - 1 - max(kube'));
});

test('volumes are those of the claims of its replicas', () => {
  const [claims] = matched(exprOf(db(), 'MicroserviceVolumeFilling'), 'persistentvolumeclaim');
  const names = ['data-db-0', 'data-db-11', 'data-db', 'other-data-db-0', 'data-db-0-old', 'data-mydb-0'];
  expect(names.filter((name) => new RegExp(`^(?:${claims})$`).test(name))).toEqual(['data-db-0', 'data-db-11']);
});

test('no volume is watched where none is claimed', () => {
  expect(namesOf(asked(db({ claims: [] })))).not.toContain('MicroserviceVolumeFilling');
  expect(namesOf(web())).not.toContain('MicroserviceVolumeFilling');
});

test('its dashboard asks for series that exporters have, and shows its volumes', () => {
  const { rows } = microserviceDashboard(db()._facts);
  const panels = rows.flatMap((row) => row.panels.map(({ panel }) => panel));
  expect(panels.map(({ title }) => title)).toEqual(expect.arrayContaining(['Replicas', 'Volumes']));
  const queries = panels.flatMap((panel) => panel.queries.map(({ expr }) => expr));
  expect(queries.flatMap((query) => unknownIn(query, { ...CLUSTER, ...ISTIO }))).toEqual([]);
});
