import { Rule, Severity } from '../../../errors';
import type { NamespaceFacts } from '../../../program';
import { ClusterFacts, describe } from '../../../values';

const { domain: USUAL_DOMAIN } = new ClusterFacts();

/** Stacks that share a namespace disagree. */
export const MS3002: Rule<readonly NamespaceFacts[]> = {
  code: 'MS3002',
  title: 'stacks that share a namespace disagree',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A namespace has one Pod Security level and is in one cluster and in one mesh or none, and either the program ' +
    'makes it or it comes from elsewhere (`existing`). State the same in all of its stacks, or give each a namespace ' +
    'of its own; programs for several clusters are several apps.',
  reads: 'stacks of one namespace',

  evaluate: (sharers) => {
    const statements = sharers.map((facts) => ({
      statedBy: facts.statedBy,
      summary: facts.existing ? 'existing, it comes from elsewhere' : content(facts),
    }));
    if (new Set(statements.map(({ summary }) => summary)).size <= 1) return [];
    const contested = sharers.some(({ existing }) => existing);
    return [
      {
        code: 'MS3002',
        message: `stacks that share the namespace ${sharers[0]!.name} disagree`,
        given: statements
          .map(({ statedBy, summary }) => `${statedBy}: ${summary}`)
          .sort()
          .join('; '),
        allowed: contested
          ? 'a namespace that the program makes, or one that comes from elsewhere'
          : 'one Pod Security level, cluster, mesh and set of labels, and one tracing and one logging',
        fix: contested
          ? 'state existing in all of them, or in none'
          : 'state the same, or give each stack a namespace of its own; an app for each cluster',
      },
    ];
  },
};

/** All that the objects of a namespace follow from. */
function content(facts: NamespaceFacts): string {
  const { podSecurity, cluster, mesh, meshLabels, labels, requiredLabels, tracing, logging } = facts;
  const required = (key: string) => (requiredLabels.includes(key) ? ' (required)' : '');
  const all = Object.entries({ ...labels, ...meshLabels }).sort();
  return [
    `${podSecurity} on ${cluster.name}`,
    `Kubernetes ${cluster.kubernetesVersion}`,
    ...(cluster.domain === USUAL_DOMAIN ? [] : [`domain ${cluster.domain}`]),
    ...(Object.keys(meshLabels).length === 0 ? [] : [`in ${mesh}`]),
    ...(facts.requiresNetworkPolicies ? ['network policies required'] : []),
    ...all.map(([key, value]) => `${key}=${value}${required(key)}`),
    ...(tracing === undefined ? [] : [`tracing ${describe(tracing)}`]),
    ...(logging === undefined ? [] : [`logging ${describe(logging)}`]),
  ].join(', ');
}
