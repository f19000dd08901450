import { AnyManifest, bounded, every, everyManifest, podsOf, Problems, repeated, Rule } from './rule';
import { checkSelector, isEmpty, LabelSelector, matches } from './selector';

const RUN_FOREVER = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);
const RUN_TO_END = new Set(['Job', 'CronJob']);
const COUNTS = [
  'replicas',
  'minReadySeconds',
  'revisionHistoryLimit',
  'parallelism',
  'completions',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
];
const DEFAULT_PROGRESS_DEADLINE = 600;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Fields of a schedule and their bounds; names of months and days are allowed beside the numbers. */
const SCHEDULE: readonly Bounds[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12 },
  { least: 0, most: 6 },
];

export const WORKLOAD_RULES: readonly Rule[] = [
  everyManifest("a workload's selector is not empty and matches its pods", function* (manifest) {
    if (!RUN_FOREVER.has(manifest.kind)) return;
    const { selector = {} } = manifest.spec as { selector?: LabelSelector };
    const labels = podsOf(manifest)[0]?.metadata?.labels ?? {};
    yield* checkSelector(selector, '/spec/selector');
    if (isEmpty(selector)) yield { path: '/spec/selector', message: 'must not be empty' };
    if (!matches(selector, labels))
      yield { path: '/spec/template/metadata/labels', message: 'must match spec.selector' };
  }),

  everyManifest('pods of a workload restart always, those of a job never or on failure', function* (manifest) {
    const [pod] = podsOf(manifest);
    const restartPolicy = pod?.spec.restartPolicy ?? 'Always';
    if (RUN_FOREVER.has(manifest.kind) && restartPolicy !== 'Always')
      yield { path: `${pod!.at}/spec/restartPolicy`, message: 'must be Always' };
    if (RUN_TO_END.has(manifest.kind) && restartPolicy === 'Always')
      yield { path: `${pod!.at}/spec/restartPolicy`, message: 'must be Never or OnFailure' };
  }),

  everyManifest('counts of a workload are not negative', function* (manifest) {
    if (!RUN_FOREVER.has(manifest.kind) && !RUN_TO_END.has(manifest.kind)) return;
    for (const [path, spec] of specsOf(manifest)) {
      for (const field of COUNTS) yield* bounded(spec[field] as number | undefined, 0, Infinity, `${path}/${field}`);
    }
  }),

  every('Deployment', 'a rolling update makes progress', function* ({ spec }) {
    const { type = 'RollingUpdate', rollingUpdate } = spec?.strategy ?? {};
    if (type === 'Recreate' && rollingUpdate !== undefined)
      yield { path: '/spec/strategy/rollingUpdate', message: 'must not be set with Recreate' };
    const { maxSurge = '25%', maxUnavailable = '25%' } = rollingUpdate ?? {};
    yield* checkShare(maxSurge, '/spec/strategy/rollingUpdate/maxSurge', Infinity);
    yield* checkShare(maxUnavailable, '/spec/strategy/rollingUpdate/maxUnavailable', 100);
    if (amountOf(maxSurge) === 0 && amountOf(maxUnavailable) === 0)
      yield { path: '/spec/strategy/rollingUpdate', message: 'maxSurge and maxUnavailable must not both be 0' };
  }),

  every('Deployment', 'its progress deadline is above minReadySeconds', function* ({ spec }) {
    const { progressDeadlineSeconds = DEFAULT_PROGRESS_DEADLINE, minReadySeconds = 0 } = spec ?? {};
    if (progressDeadlineSeconds <= minReadySeconds)
      yield {
        path: '/spec/progressDeadlineSeconds',
        message: `${progressDeadlineSeconds} must be above minReadySeconds`,
      };
  }),

  every('StatefulSet', 'its claims have names of their own and ask for storage', function* ({ spec }) {
    const claims = spec?.volumeClaimTemplates ?? [];
    yield* repeated(claims, '/spec/volumeClaimTemplates', ({ metadata }) => metadata?.name, 'claim');
    for (const [index, { spec: claim }] of claims.entries()) {
      const at = `/spec/volumeClaimTemplates/${index}/spec`;
      if ((claim?.accessModes ?? []).length === 0) yield { path: `${at}/accessModes`, message: 'must not be empty' };
      const { storage } = (claim?.resources?.requests ?? {}) as { storage?: string | number };
      if (storage === undefined || amountOf(storage) <= 0)
        yield { path: `${at}/resources/requests/storage`, message: 'must be above 0' };
    }
  }),

  every('StatefulSet', 'its update makes progress', function* ({ spec }) {
    const { partition, maxUnavailable = 1 } = spec?.updateStrategy?.rollingUpdate ?? {};
    yield* bounded(partition, 0, Infinity, '/spec/updateStrategy/rollingUpdate/partition');
    if (amountOf(maxUnavailable) <= 0)
      yield { path: '/spec/updateStrategy/rollingUpdate/maxUnavailable', message: 'must be above 0' };
  }),

  every('CronJob', 'its schedule has five fields in range', function* ({ spec }) {
    const schedule = spec?.schedule ?? '';
    if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every \S+)$/.test(schedule)) return;
    const fields = schedule.trim().split(/\s+/);
    const inRange =
      fields.length === SCHEDULE.length && fields.every((field, index) => isScheduleField(field, SCHEDULE[index]!));
    if (!inRange)
      yield { path: '/spec/schedule', message: 'must be minute, hour, day of the month, month and day of the week' };
  }),
];

/** Tells if a share of pods is a whole number or a percentage. */
export function* checkShare(share: number | string, path: string, mostPercent: number): Problems {
  const fits = typeof share === 'number' ? share >= 0 : /^\d+%$/.test(share) && amountOf(share) <= mostPercent;
  if (!fits) yield { path, message: 'must be 0 or more pods, or a percentage' };
}

function amountOf(share: number | string): number {
  return Number.parseInt(String(share), 10);
}

/** The spec of a workload, and that of the job that a CronJob makes. */
function specsOf({ spec }: AnyManifest): [string, Record<string, unknown>][] {
  const own = spec as Record<string, unknown> & { jobTemplate?: { spec?: Record<string, unknown> } };
  const job = own.jobTemplate?.spec;
  return [
    ['/spec', own],
    ...(job === undefined ? [] : [['/spec/jobTemplate/spec', job] as [string, Record<string, unknown>]]),
  ];
}

function isScheduleField(field: string, { least, most }: Bounds): boolean {
  return field.split(',').every((part) => {
    const [, from, to, step] = /^(\*|\?|\d+|[A-Za-z]{3})(?:-(\d+|[A-Za-z]{3}))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return false;
    const numbers = [from, to].filter((bound) => bound !== undefined && /^\d+$/.test(bound)).map(Number);
    return numbers.every((number) => number >= least && number <= most) && Number(step ?? 1) > 0;
  });
}
