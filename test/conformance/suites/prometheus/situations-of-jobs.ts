import { queriedSeries } from '../../../support/promql';
import { labelsFor } from './labels';
import { type About, constant, numberAfter, type Situations, situation, SILENT_SECONDS } from './situation';
import { seriesName } from './unit-test';

/** Seconds after the epoch, at which tests begin, when the last run of a schedule started. */
const STARTED = 1000;

/** Series of a metric with the labels that a rule selects by. */
function seriesOf({ rule }: Pick<About, 'rule'>, metric: string): string {
  const queried = queriedSeries(rule.expr).find((each) => each.metric === metric);
  if (queried === undefined) throw new Error(`${rule.alert} does not read ${metric}`);
  return seriesName(metric, labelsFor(queried.matchers));
}

/** Situations of the alerts of jobs; metrics are those of kube-state-metrics. */
export const SITUATIONS_OF_JOBS: Readonly<Record<string, (about: About) => Situations>> = {
  JobFailed: (about) => {
    const failed = seriesOf(about, 'kube_job_failed');
    if (!about.rule.expr.includes('kube_cronjob')) {
      return {
        fires: [situation('it used up its tries', { [failed]: constant(1) })],
        silent: [situation('it has not failed', { [failed]: constant(0) })],
      };
    }
    const started = seriesOf(about, 'kube_job_status_start_time');
    const succeeded = seriesOf(about, 'kube_cronjob_status_last_successful_time');
    const run = (words: string, isFailed: number, success?: number) =>
      situation(words, {
        [started]: constant(STARTED),
        [failed]: constant(isFailed),
        ...(success !== undefined && { [succeeded]: constant(success) }),
      });
    return {
      fires: [run('the last run failed', 1, STARTED - 500), run('the first run of all failed', 1)],
      silent: [run('a later run succeeded', 1, STARTED + 500), run('the last run succeeded', 0, STARTED + 500)],
    };
  },
  JobTooLong: (about) => {
    const long = numberAfter('>', about.rule);
    const run = (words: string, start: number, active: number) =>
      situation(words, {
        [seriesOf(about, 'kube_job_status_start_time')]: constant(start),
        [seriesOf(about, 'kube_job_status_active')]: constant(active),
      });
    return {
      fires: [run('it has run for longer than is stated', -long - 1, 1)],
      silent: [run('it has not run as long yet', SILENT_SECONDS - long, 1), run('it has ended', -long - 1, 0)],
    };
  },
  JobNotScheduled: (about) => {
    const late = numberAfter('>', about.rule);
    const next = (words: string, time: number) =>
      situation(words, { [seriesOf(about, 'kube_cronjob_next_schedule_time')]: constant(time) });
    return {
      fires: [next('the time of the next run has passed', -late - 1)],
      silent: [next('it is late by less than is stated', SILENT_SECONDS - late)],
    };
  },
};
