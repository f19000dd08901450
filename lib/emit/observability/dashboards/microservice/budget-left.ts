import { DeploymentWorkload, selector } from '../../../../program';
import { BUDGET_THRESHOLDS } from '../budget-thresholds';
import type { Panel } from '../panel';
import { recordedObjectives } from '../sources';
import { RECORDED, recorded } from '../../slo/recorded';

/** Remaining error budget of each objective. */
export function budgetLeft(facts: DeploymentWorkload): Panel | undefined {
  const objectives = recordedObjectives(facts);
  return objectives.length === 0
    ? undefined
    : {
        title: 'Error budget left',
        description:
          'Share of the bad requests that the objective allows in its window and that have not happened yet; ' +
          'below 0 the objective is missed.',
        visualization: 'bargauge',
        unit: 'percentunit',
        min: 0,
        max: 1,
        thresholds: BUDGET_THRESHOLDS,
        queries: objectives.map((objective) => ({
          expr: selector(recorded(RECORDED.budgetLeft, facts, objective)),
          legend: `${objective.name} ${objective.percent}% over ${objective.windowDays} days`,
        })),
      };
}
