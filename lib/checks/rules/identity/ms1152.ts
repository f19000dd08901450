import { selectorOf } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import type { IdentityFacts } from './identity-facts';

/** A selector selects pods of another workload too. */
export const MS1152: Rule<IdentityFacts> = {
  code: 'MS1152',
  title: 'a selector selects pods of another workload',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The Service of a workload sends requests to every pod that its selector selects, and its policies hold for ' +
    'all of them. Where the labels of a selector are among those of another workload of the namespace, requests ' +
    'reach the wrong pods. One that adopts the longer selector does not help the one with the shorter: its ' +
    'labels have to differ.',
  reads: 'selectors and pod labels of the namespace',

  evaluate: ({ workload, alsoSelected }) =>
    alsoSelected.map((path) => ({
      message: `the selector of ${workload.name} selects the pods of ${path}`,
      given: `the selector was ${text(selectorOf(workload))}`,
      allowed: 'labels that no other pods of the namespace have',
      fix: 'state a selector of its own for one of them, or other metadata.labels',
    })),
};

function text(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .sort()
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
