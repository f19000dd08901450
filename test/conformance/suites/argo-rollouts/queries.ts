import * as fs from 'node:fs';
import * as path from 'node:path';
import { stringify } from 'yaml';
import { programPath } from '../../judges';
import type { LocatedObject } from '../../manifests';
import { run } from '../../processes';
import { Findings, problemWith } from '../../suite';

/** Requests of the frontend to the new version of checkout, as Istio counts them. */
const REQUESTS = {
  reporter: 'source',
  destination_service: 'checkoutservice-canary.online-boutique.svc.cluster.local',
  source_workload_namespace: 'online-boutique',
  source_canonical_service: 'frontend',
  response_code: '200',
  grpc_response_status: '0',
};

interface Case {
  readonly words: string;
  /** Samples of every half minute, by labels. */
  readonly series: readonly (readonly [Readonly<Record<string, string>>, string])[];
  readonly share: number;
}

/** Ten requests in half a minute: 100 in the five that count. */
const ANSWERED: Case['series'][number] = [{}, '0+10x40'];
const FAILED = { response_code: '503', grpc_response_status: '14' };

const CASES: readonly Case[] = [
  { words: 'nobody asks', series: [], share: 0 },
  { words: 'nothing fails', series: [ANSWERED], share: 0 },
  {
    words: 'six of 106 fail, in a series that was not there before',
    series: [ANSWERED, [FAILED, '_x14 6x26']],
    share: 6 / 106,
  },
  {
    words: 'six of 106 fail with a status of gRPC',
    series: [ANSWERED, [{ response_code: '200', grpc_response_status: '13' }, '_x14 6x26']],
    share: 6 / 106,
  },
  { words: 'four fail', series: [ANSWERED, [FAILED, '_x14 4x26']], share: 0 },
  { words: 'many failed long ago', series: [ANSWERED, [FAILED, '90x40']], share: 0 },
  { words: 'a caller began anew', series: [ANSWERED, [FAILED, '90x14 2x26']], share: 0 },
  {
    words: 'requests of a stranger fail',
    series: [ANSWERED, [{ ...FAILED, source_canonical_service: 'prober' }, '0+10x40']],
    share: 0,
  },
  {
    words: 'the old version fails',
    series: [
      ANSWERED,
      [{ ...FAILED, destination_service: REQUESTS.destination_service.replace('canary', 'stable') }, '0+10x40'],
    ],
    share: 0,
  },
];

/** Asks a real Prometheus engine what the query of an analysis makes of requests. */
export async function judgeQuery(template: LocatedObject, folder: string): Promise<Findings> {
  const [metric] = template.manifest.spec.metrics;
  const query: string = metric.provider.prometheus.query;
  fs.mkdirSync(folder, { recursive: true });
  const problems = await Promise.all(
    CASES.map(async ({ words, series, share }, at) => {
      const file = path.join(folder, `query-${at}.yaml`);
      const labels = (more: Readonly<Record<string, string>>) =>
        Object.entries({ ...REQUESTS, ...more })
          .map(([label, value]) => `${label}="${value}"`)
          .join(',');
      fs.writeFileSync(
        file,
        stringify({
          tests: [
            {
              interval: '30s',
              input_series: series.map(([more, values]) => ({
                series: `istio_requests_total{${labels(more)}}`,
                values,
              })),
              promql_expr_test: [
                {
                  expr: `round(${query}, 0.0001)`,
                  eval_time: '10m',
                  exp_samples: [{ labels: '{}', value: Math.round(share * 10_000) / 10_000 }],
                },
              ],
            },
          ],
        }),
      );
      const { status, stdout, stderr } = await run(programPath('promtool'), ['test', 'rules', file]);
      return status === 0 ? [] : [problemWith(template, `where ${words}: ${`${stdout}\n${stderr}`.trim()}`)];
    }),
  );
  return { judged: CASES.length, problems: problems.flat() };
}
