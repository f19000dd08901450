import { DeploymentWorkload, selector } from '../../../../program';
import type { Panel } from '../panel';
import { recordedObjectives } from '../sources';
import { errorRatio, RECORDED, recorded } from '../../slo/recorded';

/** Times that alerts look at: the one that pages first, and the one that pages on slower burns. */
const WINDOWS = ['1h', '6h'];

/** Burn rate of error budgets. */
export function burnRate(facts: DeploymentWorkload): Panel | undefined {
  const objectives = recordedObjectives(facts);
  return objectives.length === 0
    ? undefined
    : {
        title: 'Burn rate',
        description:
          'How many times faster than sustainable the error budget is spent; at 1 it lasts exactly for the window.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: objectives.flatMap((objective) =>
          WINDOWS.map((window) => ({
            expr:
              `${selector(recorded(errorRatio(window), facts, objective))} / ` +
              `${selector(recorded(RECORDED.budget, facts, objective))}`,
            legend: `${objective.name} over ${window}`,
          })),
        ),
      };
}
