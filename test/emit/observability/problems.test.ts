import { MetricsAccess } from '../../../lib';
import {
  accessProblems,
  routingProblems,
  scrapeProblems,
  selectorProblems,
} from '../../../lib/emit/observability/problems';
import { ROUTING } from './monitored';

test('nothing is wrong with what is usual', () => {
  expect(scrapeProblems({ interval: 30, sampleLimit: 20_000 })).toEqual([]);
  expect(selectorProblems({ release: 'prometheus' })).toEqual([]);
  expect(routingProblems({ ...ROUTING, labels: { team: 'shop' }, runbookUrl: 'http://runbooks/' })).toEqual([]);
  expect(
    accessProblems(
      MetricsAccess.clientCertificate({
        namespace: 'monitoring',
        serviceAccount: 'prometheus-k8s',
        folder: '/etc/prom-certs',
      }),
    ),
  ).toEqual([]);
  expect([MetricsAccess.merged(), MetricsAccess.openPort()].flatMap(accessProblems)).toEqual([]);
});

test('four scrapes fit into the time of a rate', () => {
  expect([0, 1, 75, 76, 0.5, NaN].map((interval) => scrapeProblems({ interval, sampleLimit: 1 }).length)).toEqual([
    1, 0, 0, 1, 1, 1,
  ]);
});

test('everything that is wrong is said at once', () => {
  expect(scrapeProblems({ interval: 0, sampleLimit: 0 })).toHaveLength(2);
  expect(selectorProblems({ 'a b': 'x', c: 'd e' })).toHaveLength(2);
  expect(
    routingProblems({
      ...ROUTING,
      severities: { page: 'x', ticket: 'x' },
      labels: { '1': 'x', severity: 'y' },
      runbookUrl: 'ftp://x',
    }),
  ).toHaveLength(4);
  expect(
    accessProblems(MetricsAccess.clientCertificate({ namespace: '', serviceAccount: '', folder: '' })),
  ).toHaveLength(3);
});
