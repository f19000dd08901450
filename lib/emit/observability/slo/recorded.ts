import { DeploymentWorkload, series } from '../../../program';
import { Objective, Series } from '../../../values';

/** Time over which rates are recorded, once for all longer times: ten scrapes, of which some may fail. */
export const RATE_WINDOW = '5m';

/** Seconds between evaluations. A sum over recorded rates times this is a number of requests. */
export const INTERVAL_SECONDS = 30;

/** Names of the series that are recorded for each objective. */
export const RECORDED = {
  /** Requests a second. */
  total: `objective:requests:rate${RATE_WINDOW}`,
  /** Those among them that met the objective, and those that did not. */
  good: `objective:requests_good:rate${RATE_WINDOW}`,
  bad: `objective:requests_bad:rate${RATE_WINDOW}`,
  /** Requests of the last hour: tiles of which windows are made. */
  totalHour: 'objective:requests:increase1h',
  badHour: 'objective:requests_bad:increase1h',
  /** Share of requests that may be bad. */
  budget: 'objective:error_budget:ratio',
  /** Share of the error budget that is left in the window. Below 0 when it is overspent. */
  budgetLeft: 'objective:error_budget_left:ratio',
} as const;

/** Share of bad requests over a time such as `1h`. */
export function errorRatio(window: string): string {
  return `objective:errors:ratio_rate${window}`;
}

/** A recorded series of one objective. */
export function recorded(
  metric: string,
  { namespace, name }: Pick<DeploymentWorkload, 'namespace' | 'name'>,
  objective: Pick<Objective, 'name'>,
): Series {
  return series(metric, { namespace, microservice: name, objective: objective.name });
}
