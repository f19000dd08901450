import { Duration } from 'cdk8s';
import {
  ConcurrencyPolicy,
  Job,
  Platform,
  PodFailureAction,
  PodFailureRule,
  Rollout,
  ScheduledJob,
  SuccessRule,
} from '../../lib';
import type { JobProps, ScheduledJobProps } from '../../lib/api/workload/job-props';
import type { JobRun } from '../../lib/values';
import { cart, codesOf, findingsOf, shop, shopOn } from '../emit/kubernetes/program';

const IMAGE = 'ghcr.io/acme/report:1.4.2';
const activeDeadline = Duration.hours(1);

const of = (props: Partial<JobProps> = {}, stack = shopOn('1.34')) =>
  codesOf(new Job(stack, 'report', { image: IMAGE, run: { activeDeadline }, ...props }));

const ofRun = (run: JobRun) => of({ run: { activeDeadline, ...run } });

const scheduled = (props: Partial<ScheduledJobProps> = {}) =>
  findingsOf(
    new ScheduledJob(shopOn('1.34'), 'report', {
      image: IMAGE,
      run: { activeDeadline },
      schedule: '0 3 * * *',
      ...props,
    }),
  );

const ofSchedule = (props: Partial<ScheduledJobProps> = {}) => scheduled(props).map(({ code }) => code);

describe('MS1080: the schedule', () => {
  test.each([
    '0 3 * * *',
    '*/5 8-18 * * mon-fri',
    '@daily',
    '@every 1h30m',
    '0 0 29 2 *',
    '0 0 30 2 mon',
    '1,,2 * * * *',
  ])('%s fires', (schedule) => {
    expect(ofSchedule({ schedule })).toEqual([]);
  });

  test.each([
    ['', 'it has 0 fields'],
    ['0 3 * *', 'it has 4 fields'],
    ['0 0 3 * * *', 'it has 6 fields'],
    ['0 3 * * 7', "its day of the week is '7'"],
    ['@fortnightly', 'its word is not known'],
    ['@Daily', 'its word is not known'],
    ['@every soon', 'its duration is invalid'],
    ['TZ=Europe/Berlin 0 3 * * *', 'it names a time zone'],
    ['CRON_TZ=UTC 0 3 * * *', 'it names a time zone'],
  ])('%s is refused', (schedule, why) => {
    expect(scheduled({ schedule }).map(({ code, given }) => [code, given])).toEqual([
      ['MS1080', `schedule was '${schedule}': ${why}`],
    ]);
  });

  test.each(['0 0 30 2 *', '0 0 31 4,6,9,11 ?', ', * * * *'])('%s never fires', (schedule) => {
    expect(scheduled({ schedule }).map(({ code, message }) => [code, message])).toEqual([
      ['MS1080', 'the schedule of report never fires'],
    ]);
  });

  test('of a suspended job may never fire', () => {
    expect(ofSchedule({ schedule: '0 0 30 2 *', scheduling: { suspend: true } })).toEqual([]);
  });
});

describe('MS1081: the time zone', () => {
  test.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'Asia/Calcutta', 'US/Eastern'])('%s is known', (timeZone) => {
    expect(ofSchedule({ timeZone })).toEqual([]);
  });

  test.each(['', 'Local', 'Europe/Bonn', 'europe/berlin', '../etc/localtime', '+02:00'])('%s is not', (timeZone) => {
    expect(ofSchedule({ timeZone })).toEqual(['MS1081']);
  });
});

test('MS1082: a job without a deadline may never end, which can be accepted', () => {
  const stack = shop();
  const job = new Job(stack, 'report', { image: IMAGE });
  expect(codesOf(stack)).toEqual(['MS1082']);
  job.acknowledge('MS1082', 'it indexes for as long as it takes');
  expect(findingsOf(stack).filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
});

describe('MS1083: times', () => {
  test.each<[string, Partial<JobProps>]>([
    ['a deadline of 0', { run: { activeDeadline: Duration.seconds(0) } }],
    ['a part of a second', { run: { activeDeadline: Duration.millis(90_500) } }],
    ['a deadline of centuries', { run: { activeDeadline: Duration.days(50_000) } }],
    ['a deadline as short as a start', { run: { activeDeadline: Duration.seconds(60) } }],
    ['a lifetime in parts of a second', { run: { activeDeadline, ttlAfterFinished: Duration.millis(1) } }],
    ['a grace period in parts', { lifecycle: { terminationGracePeriod: Duration.millis(500) } }],
    [
      'a deadline shorter than start and init container',
      {
        run: { activeDeadline: Duration.seconds(90) },
        pod: { initContainers: [{ name: 'fetch', image: 'fetch:1.0.0' }] },
      },
    ],
  ])('%s is invalid', (_, props) => {
    expect(of(props)).toEqual(['MS1083']);
  });

  test('a short job states a short start', () => {
    const lifecycle = { startupTime: Duration.seconds(5) };
    expect(of({ run: { activeDeadline: Duration.seconds(30) }, lifecycle })).toEqual([]);
  });

  test.each([0, 9])('a run that has to start within %d s would be left out', (seconds) => {
    expect(ofSchedule({ scheduling: { startingDeadline: Duration.seconds(seconds) } })).toEqual(['MS1083']);
  });
});

describe('MS1084: counts', () => {
  test.each<[string, JobRun]>([
    ['NaN', { backoffLimit: NaN }],
    ['a negative number', { backoffLimit: -1 }],
    ['no completions', { completions: 0 }],
    ['half a pod', { parallelism: 0.5 }],
    ['more pods at once than completions', { parallelism: 3, completions: 2 }],
    ['pods at once without completions', { parallelism: 2 }],
    ['indexes without a count', { indexed: true }],
    ['tries of indexes without indexes', { completions: 2, backoffLimitPerIndex: 1 }],
    ['rules of success without indexes', { completions: 2, successPolicy: [SuccessRule.count(1)] }],
    ['failed indexes without their tries', { indexed: true, completions: 2, maxFailedIndexes: 1 }],
    [
      'more failed indexes than there are',
      { indexed: true, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 3 },
    ],
    ['too many indexes at once', { indexed: true, completions: 100_001, parallelism: 100_001 }],
    ['many indexes with tries without a bound', { indexed: true, completions: 100_001, backoffLimitPerIndex: 1 }],
  ])('%s is invalid', (_, run) => {
    expect(ofRun(run)).toEqual(['MS1084']);
  });

  test('all of them fit', () => {
    const counts = { completions: 4, parallelism: 4, backoffLimit: 0, backoffLimitPerIndex: 0, maxFailedIndexes: 4 };
    expect(ofRun({ ...counts, indexed: true })).toEqual([]);
  });

  test('of the history are whole', () => {
    const scheduling = { successfulJobsHistoryLimit: -1, failedJobsHistoryLimit: 1.5 };
    expect(ofSchedule({ scheduling })).toEqual(['MS1084', 'MS1084']);
  });
});

test.each<[string, string, JobRun]>([
  ['1.28', 'backoffLimitPerIndex', { indexed: true, completions: 2, backoffLimitPerIndex: 1 }],
  ['1.30', 'successPolicy', { indexed: true, completions: 2, successPolicy: [SuccessRule.count(1)] }],
])('MS1085: Kubernetes %s drops %s', (version, field, run) => {
  const stack = shopOn(version);
  const [finding, ...others] = findingsOf(new Job(stack, 'report', { image: IMAGE, run: { activeDeadline, ...run } }));
  expect([finding!.code, finding!.message, others]).toEqual([
    'MS1085',
    `the cluster does not know run.${field} of report`,
    [],
  ]);
});

describe('MS1086: concurrent runs', () => {
  const allowed = (schedule: string, deadline = activeDeadline) =>
    ofSchedule({
      schedule,
      run: { activeDeadline: deadline },
      scheduling: { concurrencyPolicy: ConcurrencyPolicy.ALLOW },
    });

  test.each(['*/15 * * * *', '@every 10m', '0,30 8 * * *', '59 23 1,2 * *'])('of %s pile up', (schedule) => {
    expect(allowed(schedule, Duration.hours(48))).toEqual(['MS1086']);
  });

  test.each(['@hourly', '@daily', '0 0 1 * *'])('of %s do not', (schedule) => {
    expect(allowed(schedule)).toEqual([]);
  });

  test('are counted by days that come', () => {
    expect(allowed('0 3 * * mon', Duration.days(7))).toEqual([]);
    expect(allowed('0 3 * * mon', Duration.days(8))).toEqual(['MS1086']);
    expect(allowed('0 3 29 2 *', Duration.days(1461))).toEqual([]);
  });

  test('are forbidden where nothing is stated', () => {
    expect(ofSchedule({ schedule: '* * * * *' })).toEqual([]);
  });
});

describe('MS1087: rules', () => {
  const { FAIL_JOB, FAIL_INDEX } = PodFailureAction;
  const many = Array.from({ length: 21 }, (_, at) => PodFailureRule.onExitCodes(FAIL_JOB, [at + 1]));

  test.each<[string, JobRun]>([
    ['exit code 0', { podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_JOB, [0])] }],
    ['no exit code', { podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_JOB, [])] }],
    ['an exit code twice', { podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_JOB, [3, 3])] }],
    ['another container', { podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_JOB, [3], { container: 'web' })] }],
    ['a failed index of none', { podFailurePolicy: [PodFailureRule.onExitCodes(FAIL_INDEX, [3])] }],
    ['a condition of two words', { podFailurePolicy: [PodFailureRule.onPodCondition(FAIL_JOB, 'two words')] }],
    ['another status', { podFailurePolicy: [PodFailureRule.onPodCondition(FAIL_JOB, 'ConfigIssue', 'Yes')] }],
    ['21 rules', { podFailurePolicy: many }],
    ['tries in the same pod', { podFailurePolicy: many.slice(0, 1), restartInPlace: true }],
    ['an index that is not there', indexed(SuccessRule.indexes('0,4'))],
    ['indexes that descend', indexed(SuccessRule.indexes('2,1'))],
    ['no indexes', indexed(SuccessRule.indexes(''))],
    ['more than the indexes', indexed(SuccessRule.indexes('0-1', 3))],
    ['more than all', indexed(SuccessRule.count(5))],
  ])('%s is invalid', (_, run) => {
    expect(ofRun(run)).toEqual(['MS1087']);
  });

  function indexed(rule: SuccessRule): JobRun {
    return { indexed: true, completions: 4, successPolicy: [rule] };
  }
});

test('MS1088: an ordinary container may end by itself, a sidecar before Kubernetes 1.29 may not', () => {
  const beside = (sidecar: boolean) => ({
    pod: { containers: [{ name: 'shipper', image: 'shipper:1.0.0', sidecar }] },
  });
  expect(of(beside(false), shopOn('1.28'))).toEqual([]);
  expect(of(beside(true), shopOn('1.28'))).toEqual(['MS1088']);
});

describe('rules of all workloads', () => {
  test('hold for jobs', () => {
    expect(of({ image: 'report:latest', env: { '2ND': 'b' } }).sort()).toEqual(['MS1005', 'MS1010']);
  });

  test('the name of a job has the length that Kubernetes gives its pods and runs', () => {
    const stack = shop();
    new Job(stack, 'r'.repeat(53), { image: IMAGE, run: { activeDeadline } });
    expect(codesOf(stack)).toEqual(['MS1002']);
  });

  test('nobody calls a job', () => {
    const stack = shop();
    const job = new Job(stack, 'report', { image: IMAGE, run: { activeDeadline } });
    cart({}, stack).calls(job);
    expect(codesOf(stack)).toEqual(['MS2003']);
  });

  test('a rollout that a platform states for all asks nothing of a job', () => {
    const stack = shop({ platform: new Platform({ defaults: { lifecycle: { rollout: Rollout.canary() } } }) });
    expect(of({}, stack)).toEqual([]);
  });
});
