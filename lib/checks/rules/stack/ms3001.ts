import { Detail, Rule, Severity } from '../../../errors';
import { isDnsLabel, suggestName } from '../../../emit/kubernetes';
import type { StackFacts } from '../../stack-facts';

/** Invalid name of the namespace or of the application. */
export const MS3001: Rule<StackFacts> = {
  code: 'MS3001',
  title: 'invalid name of the namespace or of the application',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    "Both have at most 63 lower-case letters, digits and dashes, and no dash at either end. The stack's id is the " +
    'name of the application, and of the namespace where none is stated.',
  reads: 'stack',

  evaluate: ({ id, namespace: { name } }) => [
    ...(isDnsLabel(name) ? [] : [detailOf('Kubernetes refuses the namespace', `the namespace was '${name}'`, name)]),
    ...(id === name || isDnsLabel(id)
      ? []
      : [detailOf('invalid name of the application: it becomes the value of a label', `the id was '${id}'`, id)]),
  ],
};

function detailOf(message: string, given: string, name: string): Detail {
  return {
    message,
    given,
    allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
    fix: `name it '${suggestName(name)}'`,
  };
}
