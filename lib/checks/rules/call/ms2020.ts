import type { IClusterRole, IRole, Resource } from 'cdk8s-plus-27';
import { Rule, Severity } from '../../../errors';

/** The roles that are bound to a service account, and its namespace. */
export interface BindingFacts {
  readonly namespace: string;
  readonly role?: IRole;
  readonly clusterRole?: IClusterRole;
}

/** A role cannot be bound. */
export const MS2020: Rule<BindingFacts> = {
  code: 'MS2020',
  title: 'a role cannot be bound',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A RoleBinding stands in the namespace of the service account and finds Roles of that namespace alone; a ' +
    'ClusterRoleBinding finds ClusterRoles alone. `role` takes either kind and holds in the namespace, ' +
    '`clusterRole` holds in the whole cluster.',
  reads: 'roles and their namespace',

  evaluate: ({ namespace, role, clusterRole }) => {
    const elsewhere = role?.kind === 'Role' ? namespaceOf(role) : undefined;
    return [
      ...(elsewhere === undefined || elsewhere === namespace
        ? []
        : [
            {
              message: `the role ${role!.name} is in another namespace`,
              given: `it is in ${elsewhere}, the service account in ${namespace}`,
              allowed: `roles of ${namespace}, and cluster roles`,
              fix:
                `make the role in ${namespace}; where the microservice must reach into ${elsewhere}, bind the role ` +
                'there to its serviceAccount',
            },
          ]),
      ...(clusterRole === undefined || clusterRole.kind === 'ClusterRole'
        ? []
        : [
            {
              message: `${clusterRole.name} does not hold in the whole cluster`,
              given: `clusterRole was a ${clusterRole.kind}`,
              allowed: 'a ClusterRole',
              fix: 'hand it in as role',
            },
          ]),
    ];
  },
};

/** Namespace of a role; undefined for one that is made elsewhere. */
function namespaceOf(role: IRole): string | undefined {
  return (role as Partial<Pick<Resource, 'metadata'>>).metadata?.namespace;
}
