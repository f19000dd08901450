import { MicroserviceFacts, Objective, Series } from '../../model';
import { series } from '../promql';

/** Time over which rates are recorded, once for all longer times. */
export const RATE_WINDOW = '5m';

/** What is recorded of each objective: requests a second, those among them that were good or bad, and shares over longer times. */
export const RECORDED = {
  total: `objective:requests:rate${RATE_WINDOW}`,
  good: `objective:requests_good:rate${RATE_WINDOW}`,
  bad: `objective:requests_bad:rate${RATE_WINDOW}`,
  /** Share of requests that may be bad. */
  budget: 'objective:error_budget:ratio',
  /** Share of the error budget of the window that is left; below 0 when it is overspent. */
  budgetLeft: 'objective:error_budget_left:ratio',
} as const;

/** Share of bad requests over a time such as `1h`. */
export function errorRatio(window: string): string {
  return `objective:errors:ratio_rate${window}`;
}

/** A recorded series of one objective. */
export function recorded(metric: string, { namespace, name }: Pick<MicroserviceFacts, 'namespace' | 'name'>, objective: Pick<Objective, 'name'>): Series {
  return series(metric, { namespace, microservice: name, objective: objective.name });
}
