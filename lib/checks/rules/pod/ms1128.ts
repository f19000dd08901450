import { type Rule, Severity } from '../../../errors';
import type { FunctionWorkload } from '../../../program';

/** Knative runs functions without resources of the pod as a whole. */
export const MS1128: Rule<FunctionWorkload> = {
  code: 'MS1128',
  title: 'a function has resources of its pod',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Knative has no field for requests and limits of a pod as a whole: they would be left out. State those of the ' +
    'container, or run a `Microservice`.',
  reads: 'resources of the function',

  evaluate: ({ name, settings: { values } }) =>
    values.podResources === undefined
      ? []
      : [
          {
            message: `${name} cannot have resources of its pod`,
            given: 'resources.pod was stated',
            allowed: 'requests and limits of the container',
            fix: 'state resources.cpu and resources.memory, or run a Microservice',
          },
        ],
};
