import { Rule, Severity } from '../../../errors';
import type { StackFacts } from '../../stack-facts';

/** The namespace cannot be made. */
export const MS3007: Rule<StackFacts> = {
  code: 'MS3007',
  title: 'the namespace cannot be made',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The namespace and its baseline stand beside the stacks, under an id that another construct of the app has ' +
    'taken. Rename that construct.',
  reads: 'stack',

  evaluate: ({ namespace: { name, existing }, hasBaseline }) =>
    existing || hasBaseline
      ? []
      : [
          {
            message: 'the namespace cannot be made',
            given: `the app has another construct with the id 00-namespace-${name}`,
            allowed: 'an id that is free',
            fix: 'rename that construct',
          },
        ],
};
