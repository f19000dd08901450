import { Rule, Severity } from '../../../errors';
import type { NamespaceFacts } from '../../../program';
import { describe } from '../../../values';

/** Stacks that share a namespace disagree. */
export const MS3002: Rule<readonly NamespaceFacts[]> = {
  code: 'MS3002',
  title: 'stacks that share a namespace disagree',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A namespace has one Pod Security level and is in one cluster, and either the program makes it or it comes from ' +
    'elsewhere (`existing`). State the same in all of its stacks, or give each a namespace of its own; programs for ' +
    'several clusters are several apps.',
  reads: 'stacks of one namespace',

  evaluate: (sharers) => {
    const said = sharers.map((facts) => ({
      statedBy: facts.statedBy,
      what: facts.existing ? 'existing, it comes from elsewhere' : content(facts),
    }));
    if (new Set(said.map(({ what }) => what)).size <= 1) return [];
    const contested = sharers.some(({ existing }) => existing);
    return [
      {
        code: 'MS3002',
        message: `stacks that share the namespace ${sharers[0]!.name} disagree`,
        given: said
          .map(({ statedBy, what }) => `${statedBy}: ${what}`)
          .sort()
          .join('; '),
        allowed: contested
          ? 'a namespace that the program makes, or one that comes from elsewhere'
          : 'one Pod Security level, one cluster, and one set of labels, one tracing and one logging of the platform',
        fix: contested
          ? 'state existing in all of them, or in none'
          : 'state the same, or give each stack a namespace of its own; an app for each cluster',
      },
    ];
  },
};

function content({ podSecurity, cluster, labels, meshLabels, tracing, logging }: NamespaceFacts): string {
  return `${podSecurity} on ${cluster.name}, Kubernetes ${cluster.kubernetesVersion}${Object.entries({
    ...labels,
    ...meshLabels,
  })
    .sort()
    .map(([key, value]) => `, ${key}=${value}`)
    .join('')}${[
    ['tracing', tracing],
    ['logging', logging],
  ]
    .map(([what, facts]) => (facts === undefined ? '' : `, ${what as string} ${describe(facts)}`))
    .join('')}`;
}
