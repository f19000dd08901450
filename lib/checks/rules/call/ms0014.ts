import { MS0014, Rule } from '../../../errors';
import type { Party } from '../../../program';

/** External services without a name. */
export const MS0014_OF_EXTERNAL_SERVICE: Rule<Party> = {
  ...MS0014,
  evaluate: ({ name, external }) =>
    name !== ''
      ? []
      : [
          {
            message: 'an external service has no name',
            given: `the id was '', host was '${external!.host}'`,
            allowed: 'an id that is not empty',
            fix: 'name it after its purpose: variables with its address begin with the name',
          },
        ],
};
