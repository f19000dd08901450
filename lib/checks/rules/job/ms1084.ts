import { type Detail, type Rule, Severity } from '../../../errors';
import type { JobWorkload } from '../../../program';
import { isWhole } from '../../../values';

/** Largest count that Kubernetes takes. */
const MOST = 2 ** 31 - 1;

/** Bounds of an indexed job: https://kubernetes.io/docs/concepts/workloads/controllers/job/#indexed-completion-mode */
const MOST_PARALLEL_INDEXES = 100_000;
const MOST_WITH_INDEX_BACKOFF = 10_000;

/** Counts of a job fit together. */
export const MS1084: Rule<JobWorkload> = {
  code: 'MS1084',
  title: 'invalid count of a job',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Counts are whole numbers. No more pods run at the same time than are to succeed. Indexes have a count of ' +
    'completions; what is said about single indexes, and rules of success, are for indexed jobs.',
  reads: 'run and schedule of the job',

  evaluate: (facts) => {
    const invalid = numbers(facts);
    return invalid.length > 0 ? invalid : combinations(facts);
  },
};

function numbers({ name, run, schedule }: JobWorkload): Detail[] {
  const bounds: readonly [string, number | undefined, number][] = [
    ['run.backoffLimit', run.backoffLimit, 0],
    ['run.completions', run.completions, 1],
    ['run.parallelism', run.parallelism, 1],
    ['run.backoffLimitPerIndex', run.backoffLimitPerIndex, 0],
    ['run.maxFailedIndexes', run.maxFailedIndexes, 0],
    ['scheduling.successfulJobsHistoryLimit', schedule?.successfulJobsHistoryLimit, 0],
    ['scheduling.failedJobsHistoryLimit', schedule?.failedJobsHistoryLimit, 0],
  ];
  return bounds.flatMap(([field, value, least]) =>
    value === undefined || (isWhole(value, least) && value <= MOST)
      ? []
      : [
          {
            message: `${field} of ${name} is invalid`,
            given: `it was ${value}`,
            allowed: `whole numbers from ${least} to ${MOST}`,
            fix: `state such a number, as in ${field.split('.')[1]}: ${Math.max(1, least)}`,
          },
        ],
  );
}

function combinations({ name, run }: JobWorkload): Detail[] {
  const { completions, parallelism = 1, indexed, backoffLimitPerIndex, maxFailedIndexes, successPolicy } = run;
  const detail = (message: string, given: string, allowed: string, fix: string): Detail => ({
    message,
    given,
    allowed,
    fix,
  });
  const ofIndexes = [
    ...(backoffLimitPerIndex === undefined ? [] : ['backoffLimitPerIndex']),
    ...(maxFailedIndexes === undefined ? [] : ['maxFailedIndexes']),
    ...(successPolicy.length === 0 ? [] : ['successPolicy']),
  ];
  return [
    ...(parallelism <= (completions ?? 1)
      ? []
      : [
          detail(
            `more pods of ${name} run than are to succeed`,
            `run.parallelism was ${parallelism}, run.completions ${completions ?? 'not stated, which is 1'}`,
            'parallelism up to completions',
            `state completions: ${parallelism} or more, or less parallelism`,
          ),
        ]),
    ...(indexed && completions === undefined
      ? [
          detail(
            `${name} has indexes without a count`,
            'run.indexed was true, run.completions was not stated',
            'indexed jobs with completions',
            'state completions, the number of indexes',
          ),
        ]
      : []),
    ...(!indexed && ofIndexes.length > 0
      ? [
          detail(
            `${name} has no indexes`,
            `run.${ofIndexes.join(', run.')} ${ofIndexes.length > 1 ? 'were' : 'was'} stated, run.indexed was not true`,
            'jobs with indexed: true',
            `state indexed: true and completions, or leave ${ofIndexes.join(' and ')} out`,
          ),
        ]
      : []),
    ...(maxFailedIndexes !== undefined && (backoffLimitPerIndex === undefined || maxFailedIndexes > (completions ?? 1))
      ? [
          detail(
            `maxFailedIndexes of ${name} is out of place`,
            `it was ${maxFailedIndexes}, backoffLimitPerIndex ${backoffLimitPerIndex ?? 'not stated'}, ` +
              `completions ${completions ?? 'not stated'}`,
            'up to completions, beside backoffLimitPerIndex',
            'state backoffLimitPerIndex, and no more failed indexes than there are',
          ),
        ]
      : []),
    ...(indexed ? tooMany(name, run) : []),
  ];
}

function tooMany(name: string, run: JobWorkload['run']): Detail[] {
  const { completions = 1, parallelism = 1, backoffLimitPerIndex, maxFailedIndexes } = run;
  const many = completions > MOST_PARALLEL_INDEXES && backoffLimitPerIndex !== undefined;
  const most = many ? MOST_WITH_INDEX_BACKOFF : MOST_PARALLEL_INDEXES;
  const over = [
    ...(parallelism > most ? [`parallelism was ${parallelism}`] : []),
    ...((maxFailedIndexes ?? (many ? Infinity : 0)) > most
      ? [`maxFailedIndexes was ${maxFailedIndexes ?? 'not stated'}`]
      : []),
  ];
  return over.length === 0
    ? []
    : [
        {
          message: `Kubernetes cannot keep that many indexes of ${name}`,
          given: `completions were ${completions}, ${over.join(', ')}`,
          allowed: `parallelism and maxFailedIndexes up to ${most}`,
          fix: 'state less, or split the work over several jobs',
        },
      ];
}
