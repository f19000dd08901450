import { selector } from '../../../../program';
import { isOneOf, is } from '../cluster-series';
import { BUDGET_THRESHOLDS } from '../budget-thresholds';
import type { DashboardStackFacts } from '../dashboards';
import type { Panel } from '../panel';
import { recordedObjectives } from '../sources';
import { RECORDED } from '../../slo/recorded';

/** Remaining error budgets of all objectives. */
export function budgets({ namespace, microservices }: DashboardStackFacts): Panel | undefined {
  const names = microservices.filter((facts) => recordedObjectives(facts).length > 0).map(({ name }) => name);
  return names.length === 0
    ? undefined
    : {
        title: 'Error budgets left',
        description:
          'Share of the bad requests that each objective allows in its window and that have not happened yet; ' +
          'below 0 the objective is missed.',
        visualization: 'bargauge',
        unit: 'percentunit',
        min: 0,
        max: 1,
        thresholds: BUDGET_THRESHOLDS,
        queries: [
          {
            expr: `sort(${selector({
              metric: RECORDED.budgetLeft,
              matchers: [is('namespace', namespace), isOneOf('microservice', names)],
            })})`,
            legend: '{{microservice}} {{objective}}',
          },
        ],
      };
}
