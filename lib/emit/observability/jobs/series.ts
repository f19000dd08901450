import { type JobWorkload, selector, series } from '../../../program';
import { type Matcher, re2Literal } from '../../../values';

type JobFacts = Pick<JobWorkload, 'namespace' | 'name' | 'schedule'>;

// A CronJob appends the minutes since 1970 to its name, which have eight digits until the year 2160.
const RUN = '-[0-9]{8}';

/** Series of kube-state-metrics about the Jobs of a workload: itself, or the runs of its schedule. */
export function ofRuns(
  metric: string,
  { namespace, name, schedule }: JobFacts,
  matchers: readonly Matcher[] = [],
): string {
  const runs: Matcher =
    schedule === undefined
      ? { label: 'job_name', operator: '=', value: name }
      : { label: 'job_name', operator: '=~', value: `${re2Literal(name)}${RUN}` };
  return selector({ metric, matchers: [{ label: 'namespace', operator: '=', value: namespace }, runs, ...matchers] });
}

/** Series of kube-state-metrics about the CronJob of a workload. */
export function ofSchedule(metric: string, { namespace, name }: JobFacts): string {
  return selector(series(metric, { namespace, cronjob: name }));
}
