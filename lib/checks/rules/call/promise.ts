import type { Problem } from '../../../errors';
import type { Call, Party } from '../../../program';
import type { Rule } from '../../rule';

/** What a callee that is stated elsewhere promises is a share of requests; of others their objectives are checked. */
export const promise: Rule<Call> = ({ callee }) => (callee.statedElsewhere === true ? promiseProblems(callee) : []);

/** What is wrong with the availability that somebody promises. */
export function promiseProblems({ name, availability }: Pick<Party, 'name' | 'availability'>): Problem[] {
  return availability === undefined || (availability > 0 && availability < 100)
    ? []
    : [
        {
          code: 'MS5001',
          message: `what ${name} promises is no share of the requests`,
          given: `availability was ${availability} percent`,
          allowed: 'above 0 and below 100 percent',
          fix: 'state percents, as 99.9',
        },
      ];
}
