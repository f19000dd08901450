import { MetricsAccess } from '../../../../lib';
import { evaluateRules } from '../../../../lib/errors';
import { AlertRouting } from '../../../../lib/emit/observability';
import { ROUTING_RULES } from '../../../../lib/emit/observability/alerts';
import { MS5003_ACCESS, MS5003_SCRAPES } from '../../../../lib/emit/observability/metrics/rules/ms5003';
import { MS5003_SELECTOR } from '../../../../lib/emit/observability/rules';
import { ROUTING } from '../monitored';

const scrapes = (interval: number, sampleLimit: number) =>
  evaluateRules([MS5003_SCRAPES], { interval, sampleLimit, retentionDays: undefined });
const selector = (labels: Readonly<Record<string, string>>) => evaluateRules([MS5003_SELECTOR], { selector: labels });
const routing = (stated: AlertRouting) => evaluateRules(ROUTING_RULES, stated);
const access = (stated: MetricsAccess) => evaluateRules([MS5003_ACCESS], stated);

test('nothing is wrong with what is usual', () => {
  expect(scrapes(30, 20_000)).toEqual([]);
  expect(selector({ release: 'prometheus' })).toEqual([]);
  expect(routing({ ...ROUTING, labels: { team: 'shop' }, runbookUrl: 'http://runbooks/' })).toEqual([]);
  expect(
    access(
      MetricsAccess.clientCertificate({
        namespace: 'monitoring',
        serviceAccount: 'prometheus-k8s',
        folder: '/etc/prom-certs',
      }),
    ),
  ).toEqual([]);
  expect([MetricsAccess.merged(), MetricsAccess.openPort()].flatMap(access)).toEqual([]);
});

test('four scrapes fit into the time of a rate', () => {
  expect([0, 1, 75, 76, 0.5, NaN].map((interval) => scrapes(interval, 1).length)).toEqual([1, 0, 0, 1, 1, 1]);
});

test('everything that is wrong is said at once', () => {
  expect(scrapes(0, 0)).toHaveLength(2);
  expect(selector({ 'a b': 'x', c: 'd e' })).toHaveLength(2);
  expect(
    routing({
      ...ROUTING,
      severities: { page: 'x', ticket: 'x' },
      labels: { '1': 'x', severity: 'y' },
      runbookUrl: 'ftp://x',
    }),
  ).toHaveLength(4);
  expect(access(MetricsAccess.clientCertificate({ namespace: '', serviceAccount: '', folder: '' }))).toHaveLength(3);
});
