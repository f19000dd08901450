import type { IClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import type { IRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { every, Problems, Rule } from './rule';

export const ACCESS_RULES: readonly Rule[] = [
  every('Role', 'its rules name verbs and resources', function* ({ rules = [] }) {
    yield* checkRules(rules, false);
  }),

  every('ClusterRole', 'its rules name verbs, and resources or paths', function* ({ rules = [] }) {
    yield* checkRules(rules, true);
  }),

  every('RoleBinding', 'it binds a role to subjects that are named in full', checkBinding),
  every('ClusterRoleBinding', 'it binds a role to subjects that are named in full', checkBinding),
];

function* checkRules(rules: NonNullable<IClusterRole['rules']>, isForCluster: boolean): Problems {
  for (const [index, { verbs, apiGroups = [], resources = [], nonResourceURLs = [] }] of rules.entries()) {
    const path = `/rules/${index}`;
    if (verbs.length === 0) yield { path: `${path}/verbs`, message: 'must not be empty' };
    if (nonResourceURLs.length > 0) {
      if (!isForCluster) yield { path: `${path}/nonResourceURLs`, message: 'must not be set in a namespace' };
      if (resources.length > 0 || apiGroups.length > 0)
        yield { path, message: 'must not have both resources and nonResourceURLs' };
    } else if (resources.length === 0 || apiGroups.length === 0) {
      yield { path, message: 'must have apiGroups and resources' };
    }
  }
}

function* checkBinding({
  kind,
  roleRef,
  subjects = [],
}: Pick<IRoleBinding, 'roleRef' | 'subjects'> & { kind: string }): Problems {
  const kinds = kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  if (roleRef.apiGroup !== 'rbac.authorization.k8s.io')
    yield { path: '/roleRef/apiGroup', message: 'must be rbac.authorization.k8s.io' };
  if (!kinds.includes(roleRef.kind)) yield { path: '/roleRef/kind', message: `must be ${kinds.join(' or ')}` };
  for (const [index, { kind: subject, apiGroup = '', namespace = '' }] of subjects.entries()) {
    const path = `/subjects/${index}`;
    if (!['ServiceAccount', 'User', 'Group'].includes(subject))
      yield { path: `${path}/kind`, message: 'must be ServiceAccount, User or Group' };
    if (subject === 'ServiceAccount' && namespace === '')
      yield { path: `${path}/namespace`, message: 'must be set for a ServiceAccount' };
    if (subject === 'ServiceAccount' && apiGroup !== '')
      yield { path: `${path}/apiGroup`, message: 'must be empty for a ServiceAccount' };
  }
}
