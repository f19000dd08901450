import { Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  Job,
  Microservice,
  Platform,
  PrometheusAnnotations,
  PrometheusOperator,
  ScheduledJob,
} from '../../../lib';
import type { JobProps, ScheduledJobProps } from '../../../lib/api/workload/job-props';
import { codesOf, renderedAll } from '../kubernetes/program';

const PROPS = { image: 'ghcr.io/acme/report:1.4.2', run: { activeDeadline: Duration.hours(1) } };
const selector = { release: 'prometheus' };

const shop = (observability: Platform['monitoring'] = new PrometheusOperator({ selector }), alerts = {}) =>
  new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ observability: { monitoring: observability }, defaults: { telemetry: { alerts } } }),
  });

const job = (props: Partial<JobProps> = {}, stack = shop()) => new Job(stack, 'report', { ...PROPS, ...props });
const scheduled = (props: Partial<ScheduledJobProps> = {}, stack = shop()) =>
  new ScheduledJob(stack, 'report', { ...PROPS, schedule: '0 3 * * *', ...props });

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
}

const rulesOf = (made: Job | ScheduledJob): Rule[] =>
  renderedAll('PrometheusRule', made).flatMap(({ spec }) =>
    (spec.groups ?? []).flatMap(({ rules }) => rules as unknown as Rule[]),
  );
const namesOf = (made: Job | ScheduledJob) => rulesOf(made).map(({ alert }) => alert);

test('a job has alerts for its failure and for a long run', () => {
  const made = job();
  expect(codesOf(made)).toEqual([]);
  expect(rulesOf(made).map(({ alert, expr }) => [alert, expr])).toEqual([
    ['JobFailed', 'max(kube_job_failed{namespace="shop",job_name="report",condition="true"} > 0)'],
    [
      'JobTooLong',
      'time() - min(kube_job_status_start_time{namespace="shop",job_name="report"} and on (job_name) ' +
        '(kube_job_status_active{namespace="shop",job_name="report"} > 0)) > 2880',
    ],
  ]);
});

test('a schedule has one more, and its failures end with the next success', () => {
  const [failed, , notScheduled, ...others] = rulesOf(scheduled());
  expect(failed!.expr).toBe(
    'max(kube_job_status_start_time{namespace="shop",job_name=~"report-[0-9]{8}"} and on (job_name) ' +
      '(kube_job_failed{namespace="shop",job_name=~"report-[0-9]{8}",condition="true"} > 0)) > ' +
      '(max(kube_cronjob_status_last_successful_time{namespace="shop",cronjob="report"}) or vector(0))',
  );
  expect([notScheduled!.alert, notScheduled!.expr]).toEqual([
    'JobNotScheduled',
    'time() - max(kube_cronjob_next_schedule_time{namespace="shop",cronjob="report"}) > 900',
  ]);
  expect(others).toEqual([]);
});

test('a late run has the time that its starting deadline gives it', () => {
  const [, , { expr }] = rulesOf(scheduled({ scheduling: { startingDeadline: Duration.hours(2) } })) as [
    Rule,
    Rule,
    Rule,
  ];
  expect(expr).toMatch(/ > 7200$/);
});

test('alerts that cannot fire are left out', () => {
  expect(namesOf(scheduled({ run: {}, scheduling: { suspend: true } }))).toEqual(['JobFailed']);
});

test('alerts are routed as those of microservices', () => {
  const [{ labels }] = rulesOf(job({ telemetry: { alerts: { labels: { team: 'billing' } } } })) as [Rule];
  expect(labels).toEqual({ team: 'billing', severity: 'warning', namespace: 'shop', microservice: 'report' });
});

test('alerts are switched off at a job, or for all of a platform', () => {
  expect(namesOf(job({ telemetry: { alerts: { tooLong: false } } }))).toEqual(['JobFailed']);
  const stack = shop(new PrometheusOperator({ selector }), { jobs: { failed: false }, crashLooping: true });
  const made = job({}, stack);
  expect(namesOf(made)).toEqual(['JobTooLong']);
  expect(codesOf(stack)).toEqual([]);
});

test('the ConfigMap of rules holds them too', () => {
  const made = job({}, shop(new PrometheusAnnotations({ ruleSelector: { role: 'rules' } })));
  const [rules] = renderedAll('ConfigMap', made);
  const { data, metadata } = rules!;
  expect(metadata).toMatchObject({ name: 'report-rules', labels: { role: 'rules' } });
  expect(data['shop-report.rules.yaml']).toContain('JobFailed');
});

test.each([
  ['without a schedule', () => job({ telemetry: { alerts: { notScheduled: true } } })],
  ['without a deadline that is stated', () => acknowledged({ tooLong: true })],
  ['without rules', () => job({ telemetry: { alerts: { failed: true } } }, shop(new PrometheusAnnotations()))],
  ['with labels of the library', () => job({ telemetry: { alerts: { labels: { severity: 'page' } } } })],
  ['at a microservice', atMicroservice],
])('a statement about alerts %s is reported', (_, make) => {
  expect(codesOf(make()).filter((code) => code !== 'MS1082')).toEqual([expect.stringMatching(/^MS510[13]$/)]);
});

function acknowledged(alerts: { tooLong: boolean }): Job {
  const made = job({ run: {}, telemetry: { alerts } });
  made.acknowledge('MS1082', 'it takes as long as it takes');
  return made;
}

function atMicroservice(): Microservice {
  return new Microservice(shop(), 'cart', { image: 'cart:1.4.2', telemetry: { alerts: { jobs: { failed: true } } } });
}
