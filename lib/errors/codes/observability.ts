import { CodeEntry, error, refused } from './entry';

/** Findings about metrics and objectives (0), alerts (1), dashboards (2), tracing (3) and logging (4). */
export const OBSERVABILITY_CODES = {
  MS5001: refused('an objective is impossible',
    'An objective is a share of the requests above 0 and below 100 percent, holds for 5 days or more, and is of its own kind among the objectives of a microservice. In a shorter window, spending 5 % of the error budget within 6 hours is no faster than spending all of it within the window, so there is nothing to page for.'),
  MS5002: error('an objective has no effect here',
    'Nothing on the platform evaluates rules, so nobody is told when the objective is missed. State what monitors the platform; acknowledge the finding on platforms without.'),
} as const satisfies Record<string, CodeEntry>;
