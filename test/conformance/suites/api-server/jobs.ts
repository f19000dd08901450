import { Duration } from 'cdk8s';
import {
  Job,
  type JobRun,
  PodFailureAction,
  PodFailureRule,
  ScheduledJob,
  type ScheduledJobProps,
  SuccessRule,
} from '../../../../lib';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { Context } from '../../suite';
import { answersOf, type Statement, type Subject } from './statements';

const SUBJECT = 'jobs';
const OBJECT = 'CronJob jobs/report';
const JOBS: Subject = { stack: 'jobs', object: OBJECT };

const RUN = { activeDeadline: Duration.hours(1) };
const PROPS = { image: 'ghcr.io/acme/report:1.4.2', run: RUN };

const scheduled = (name: string, props: Partial<ScheduledJobProps>): Statement => ({
  name,
  state: (stack) => void new ScheduledJob(stack, 'report', { schedule: '0 3 * * *', ...PROPS, ...props }),
});
const schedule = (text: string) => scheduled(`the schedule '${text}'`, { schedule: text });
const zone = (timeZone: string) => scheduled(`the time zone '${timeZone}'`, { timeZone });
const run = (name: string, fields: JobRun): Statement => ({
  name,
  state: (stack) => void new Job(stack, 'report', { ...PROPS, run: { ...RUN, ...fields } }),
});
const indexed = (name: string, fields: JobRun) => run(name, { indexed: true, completions: 4, ...fields });
const failure = (name: string, rule: PodFailureRule) => run(name, { podFailurePolicy: [rule] });

const { FAIL_JOB, FAIL_INDEX, COUNT } = PodFailureAction;

/** Jobs without a finding. */
const TAKEN: readonly Statement[] = [
  ...['0 3 * * *', '*/5 8-18 * * mon-fri', '0 0 29 2 *', '0 0 30 2 MON', '1,,2 +3 * * *', '*-5 * * * *'].map(schedule),
  ...['5/10 ? * Jan-MAR/2 *', ' 0  3 * * * ', '@daily', '@yearly', '@every 1h30m', '@every -1.5h', '@every 0'].map(
    schedule,
  ),
  ...['UTC', 'Europe/Berlin', 'Etc/GMT+1', 'US/Eastern', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'].map(zone),
  run('a run of several pods', { completions: 4, parallelism: 4, backoffLimit: 0 }),
  run('a run in one pod', { restartInPlace: true }),
  indexed('indexes with tries of their own', { backoffLimitPerIndex: 0, maxFailedIndexes: 4 }),
  indexed('indexes that suffice', { successPolicy: [SuccessRule.indexes('0,2-3', 3), SuccessRule.count(0)] }),
  indexed('an index that fails', {
    backoffLimitPerIndex: 1,
    podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_INDEX, [43, 42], { container: 'report' })],
  }),
  failure('other exit codes', PodFailureRule.onExitCodes(COUNT, [0, 1], { except: true })),
  failure('a condition', PodFailureRule.onPodCondition(FAIL_JOB, 'example.com/ConfigIssue', 'Unknown')),
];

/** Jobs with an error, which the API server refuses. */
const REFUSED: readonly Statement[] = [
  ...['', '0 3 * *', '0 0 3 * * *', '60 * * * *', '0 24 * * *', '0 0 0 * *', '0 0 * 13 *', '0 0 * * 7'].map(schedule),
  ...['0 18-8 * * *', '*/0 * * * *', 'x * * * *', '-1 * * * *', '1-2-3 * * * *', '*/1/2 * * * *'].map(schedule),
  ...['@Daily', '@fortnightly', ' @daily', '@every', '@every soon', '@every 1d', '@every  1h'].map(schedule),
  ...['TZ=Europe/Berlin 0 3 * * *', 'CRON_TZ=UTC 0 3 * * *'].map(schedule),
  ...['', 'Local', 'Europe/Bonn', '../etc/localtime', '+02:00', 'CEST+'].map(zone),
  scheduled('a negative history', { scheduling: { failedJobsHistoryLimit: -1 } }),
  run('half a pod', { completions: 0.5 }),
  run('a part of a second', { activeDeadline: Duration.millis(90_500) }),
  run('tries of indexes without indexes', { completions: 2, backoffLimitPerIndex: 1 }),
  run('rules of success without indexes', { completions: 2, successPolicy: [SuccessRule.count(1)] }),
  run('rules of failure in one pod', {
    restartInPlace: true,
    podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_JOB, [3])],
  }),
  indexed('failed indexes without their tries', { maxFailedIndexes: 1 }),
  indexed('more failed indexes than there are', { backoffLimitPerIndex: 1, maxFailedIndexes: 5 }),
  ...['0,4', '2,1', '1-1'].map((text) =>
    indexed(`the indexes '${text}'`, { successPolicy: [SuccessRule.indexes(text)] }),
  ),
  indexed('more than the indexes', { successPolicy: [SuccessRule.indexes('0-1', 3)] }),
  failure('exit code 0', PodFailureRule.onExitCodes(FAIL_JOB, [0])),
  failure('no exit code', PodFailureRule.onExitCodes(FAIL_JOB, [])),
  failure('an exit code twice', PodFailureRule.onExitCodes(FAIL_JOB, [3, 3])),
  failure('another container', PodFailureRule.onExitCodes(FAIL_JOB, [3], { container: 'web' })),
  failure('a failed index of none', PodFailureRule.onExitCodes(FAIL_INDEX, [3])),
  failure('another status', PodFailureRule.onPodCondition(FAIL_JOB, 'ConfigIssue', 'Yes')),
];

/** Jobs with an error, which the API server takes: nobody else says that they do not do what is meant. */
const MISTAKEN: readonly Statement[] = [
  ...['0 0 30 2 *', '0 0 31 4,6,9,11 ?', ', * * * *'].map(schedule),
  run('more pods at once than are to succeed', { parallelism: 4, completions: 2 }),
  run('indexes without a count', { indexed: true }),
  indexed('no indexes that suffice', { successPolicy: [SuccessRule.indexes('')] }),
  run('no deadline', { activeDeadline: undefined }),
  scheduled('no time to start', { scheduling: { startingDeadline: Duration.seconds(5) } }),
];

/** Judges what findings say of jobs: the API server refuses what they report, and takes the others. */
export async function judgeJobs({ judge, findsPlanted }: Context, client: KubernetesClient): Promise<void> {
  await judge(SUBJECT, 'where nothing is found, the API server admits', () =>
    answersOf(client, JOBS, TAKEN, ({ problems, errors }) => [
      ...problems,
      ...errors.map((error) => `the program is told: ${error}`),
    ]),
  );
  await judge(SUBJECT, 'what the API server refuses is an error before', () =>
    answersOf(client, JOBS, REFUSED, ({ problems, errors }) => [
      ...(problems.length === 0 ? ['the API server takes it'] : []),
      ...(errors.length === 0 ? ['no finding says that it is refused'] : []),
    ]),
  );
  await judge(SUBJECT, 'what the API server takes and never does is an error', () =>
    answersOf(client, JOBS, MISTAKEN, ({ problems, errors }) => [
      ...problems,
      ...(errors.length === 0 ? ['nothing is found'] : []),
    ]),
  );
  await findsPlanted(
    { name: 'a schedule that the API server refuses', object: OBJECT, message: /'60 \* \* \* \*'.*spec\.schedule/s },
    () => answersOf(client, JOBS, [schedule('60 * * * *')], ({ problems }) => problems),
  );
}
