import type { IClusterRole, IRole, Resource } from 'cdk8s-plus-27';
import type { Problem } from '../../../errors';
import type { Rule } from '../../rule';

/** The roles that are to be bound to a service account, and its namespace. */
export interface BindingFacts {
  readonly namespace: string;
  readonly role?: IRole;
  readonly clusterRole?: IClusterRole;
}

/** A binding finds its role: one of the same namespace, or one of the whole cluster. */
export const roleBinding: Rule<BindingFacts> = ({ namespace, role, clusterRole }) => {
  const problems: Problem[] = [];
  const elsewhere = role?.kind === 'Role' ? namespaceOf(role) : undefined;
  if (elsewhere !== undefined && elsewhere !== namespace) {
    problems.push({
      code: 'MS2020',
      message: `the role ${role!.name} is in another namespace`,
      given: `it is in ${elsewhere}, the service account in ${namespace}`,
      allowed: `roles of ${namespace}, and cluster roles`,
      fix:
        `make the role in ${namespace}; where the microservice must reach into ${elsewhere}, bind the role ` +
        'there to its serviceAccount',
    });
  }
  if (clusterRole !== undefined && clusterRole.kind !== 'ClusterRole') {
    problems.push({
      code: 'MS2020',
      message: `${clusterRole.name} does not hold in the whole cluster`,
      given: `clusterRole was a ${clusterRole.kind}`,
      allowed: 'a ClusterRole',
      fix: 'hand it in as role',
    });
  }
  return problems;
};

/** Where a role is; not known of one that is made elsewhere. */
function namespaceOf(role: IRole): string | undefined {
  return (role as Partial<Pick<Resource, 'metadata'>>).metadata?.namespace;
}
