import { repeated } from '../../../values';
import { Detail, Rule, Severity } from '../../../errors';
import { Edge, DeploymentWorkload } from '../../../program';
import { invalidObjective } from './objective';
import { invalidRoutes } from './objective-routes';

/** Every objective is valid, and differs from the others of its microservice. */
export const MS5001: Rule<DeploymentWorkload> = {
  code: 'MS5001',
  title: 'invalid objective',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'An objective is a share of the requests above 0 and below 100 percent, holds for 5 days or more, and ' +
    'differs from the other objectives of a microservice. In a shorter window, spending 5 % of the error ' +
    'budget within 6 hours is no faster than spending all of it within the window, so there is nothing to page for.',
  reads: 'objectives of the microservice, promises of callees',

  evaluate: (facts) => (facts.objectives.length === 0 ? [] : invalidObjectives(facts)),
};

function invalidObjectives(facts: DeploymentWorkload): Detail[] {
  return [
    ...repeated(facts.objectives.map(({ name }) => name)).map((name) => ({
      message: `the objective ${name} is stated twice`,
      given: `${facts.name} states it more than once`,
      allowed: 'one objective for each threshold and route',
      fix: 'remove one of them, or name their routes',
    })),
    ...facts.objectives.flatMap(invalidObjective),
    ...invalidRoutes(facts),
  ];
}

/** A callee that is stated elsewhere promises a valid availability; of others, MS5001 checks the objectives. */
export const MS5001_PROMISE: Rule<Edge> = {
  ...MS5001,

  evaluate: ({ callee }) => (callee.statedElsewhere === true ? invalidPromise(callee) : []),
};

/** An external service promises a valid availability. */
export const MS5001_EXTERNAL: Rule<Promised> = {
  ...MS5001,

  evaluate: invalidPromise,
};

type Promised = Pick<Edge['callee'], 'name' | 'availability'>;

function invalidPromise({ name, availability }: Promised): Detail[] {
  return availability === undefined || (availability > 0 && availability < 100)
    ? []
    : [
        {
          message: `the promised availability of ${name} is invalid`,
          given: `availability was ${availability} percent`,
          allowed: 'above 0 and below 100 percent',
          fix: 'state percents, as 99.9',
        },
      ];
}
