import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { OWNED_LABELS } from '../../../emit/kubernetes';
import type { StackFacts } from '../../stack-facts';
import { labelsOfStack } from '../stack/labels';
import { isLabel, labelsOf, ownDetails, StatedLabel } from './labels';

/** A label belongs to the library. */
export const MS1025: Rule<Workload> = {
  code: 'MS1025',
  title: 'a label belongs to the library',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Selectors hold `app.kubernetes.io/name` and `app.kubernetes.io/instance`, and the other recommended labels are ' +
    'derived: `component` states one of them.',
  reads: 'workload, stack',

  evaluate: (facts) => ownDetails(labelsOf(facts, isOwned), detailsOf),
};

/** Labels that a stack states for its objects. */
export const MS1025_OF_STACK: Rule<StackFacts> = {
  ...MS1025,
  evaluate: (facts) => labelsOfStack(facts).flatMap(detailsOf),
};

function detailsOf(label: StatedLabel): Detail[] {
  const { key, given, ofObjects } = label;
  if (!ofObjects || !isOwned(key) || !isLabel(label)) return [];
  return [
    {
      message: `the label ${key} belongs to the library`,
      given: given(),
      allowed: 'any other key',
      fix: key.endsWith('/component') ? 'state component' : 'choose another key',
    },
  ];
}

function isOwned(key: string): boolean {
  return (OWNED_LABELS as readonly string[]).includes(key);
}
