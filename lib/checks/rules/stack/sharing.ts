import type { NamespaceFacts } from '../../../model';
import type { Rule } from '../../rule';

/** Stacks that share a namespace agree on what holds for all of it. */
export const sharing: Rule<readonly NamespaceFacts[]> = (sharers) => {
  const said = sharers.map(({ statedBy, podSecurity, cluster, labels }) => ({
    statedBy, what: `${podSecurity} on ${cluster.name}, Kubernetes ${cluster.kubernetesVersion}${Object.entries(labels).sort().map(([key, value]) => `, ${key}=${value}`).join('')}`,
  }));
  if (new Set(said.map(({ what }) => what)).size <= 1) return [];
  return [{
    code: 'MS3002', message: `stacks that share the namespace ${sharers[0]!.name} disagree`, given: said.map(({ statedBy, what }) => `${statedBy}: ${what}`).sort().join('; '),
    allowed: 'one Pod Security level, one cluster and one set of labels of the platform', fix: 'state the same, or give each stack a namespace of its own; an app for each cluster',
  }];
};
