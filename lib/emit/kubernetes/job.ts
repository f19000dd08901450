import type { ICronJobSpec } from 'kubernetes-models/batch/v1/CronJobSpec';
import type { IJobSpec } from 'kubernetes-models/batch/v1/JobSpec';
import type { JobDefinition, JobWorkload } from '../../program';
import type { JobRunFacts, JobScheduleFacts, PodFailureRule, SuccessRule } from '../../values';
import { workloadLabels } from './labels';
import { podTemplate } from './pod';

/** Object that runs the pods of a job. */
export function jobObject({ schedule }: Pick<JobDefinition, 'schedule'>): { apiVersion: string; kind: string } {
  return { apiVersion: 'batch/v1', kind: schedule === undefined ? 'Job' : 'CronJob' };
}

/** Spec of the object that runs the pods of a job. */
export function jobObjectSpec(facts: JobWorkload): IJobSpec | ICronJobSpec {
  return facts.schedule === undefined ? jobSpec(facts) : cronJobSpec(facts, facts.schedule);
}

/** A job that runs once. */
function jobSpec(facts: JobWorkload): IJobSpec {
  const { run } = facts;
  const { terminationGracePeriod } = run;
  const template = podTemplate(facts, { preStop: 0, terminationGracePeriod });
  return {
    ...bounds(run),
    ...(run.indexed && { completionMode: 'Indexed' }),
    ...(run.podFailurePolicy.length > 0 && { podFailurePolicy: { rules: run.podFailurePolicy.map(failureRule) } }),
    ...(run.successPolicy.length > 0 && { successPolicy: { rules: run.successPolicy.map(successRule) } }),
    ...(run.suspend && { suspend: true }),
    template: {
      ...template,
      // A new pod for each try keeps the logs of the one before.
      spec: { ...template.spec!, restartPolicy: run.restartInPlace ? 'OnFailure' : 'Never' },
    },
  };
}

function bounds(run: JobRunFacts): Partial<IJobSpec> {
  const {
    activeDeadline: activeDeadlineSeconds,
    ttlAfterFinished: ttlSecondsAfterFinished,
    backoffLimit,
    completions,
    parallelism,
    backoffLimitPerIndex,
    maxFailedIndexes,
  } = run;
  const all = {
    activeDeadlineSeconds,
    ttlSecondsAfterFinished,
    backoffLimit,
    completions,
    parallelism,
    backoffLimitPerIndex,
    maxFailedIndexes,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function failureRule({
  _action: action,
  _exitCodes: exit,
  _condition: condition,
}: PodFailureRule): NonNullable<IJobSpec['podFailurePolicy']>['rules'][number] {
  return {
    action,
    ...(exit && {
      onExitCodes: {
        operator: exit.except ? 'NotIn' : 'In',
        values: [...exit.codes],
        ...(exit.container !== undefined && { containerName: exit.container }),
      },
    }),
    ...(condition && { onPodConditions: [{ ...condition }] }),
  };
}

function successRule({ _indexes: indexes, _count: count }: SuccessRule) {
  return {
    ...(indexes !== undefined && { succeededIndexes: indexes }),
    ...(count !== undefined && { succeededCount: count }),
  };
}

/** A job that runs at the times of a schedule. */
function cronJobSpec(facts: JobWorkload, { startingDeadline, suspend, ...schedule }: JobScheduleFacts): ICronJobSpec {
  return {
    ...schedule,
    ...(startingDeadline !== undefined && { startingDeadlineSeconds: startingDeadline }),
    ...(suspend && { suspend: true }),
    jobTemplate: { metadata: { labels: workloadLabels(facts) }, spec: jobSpec(facts) },
  };
}
