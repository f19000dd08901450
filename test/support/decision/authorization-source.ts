import { expectFields, matchesGlob, matchesPattern } from './matching';
import { MeshObject, title } from './system';

/** Who calls, as a callee's proxy knows it: nobody, unless the connection is mutual TLS. */
export interface Caller {
  readonly identity?: Identity | undefined;
}

/** What a certificate says. */
export interface Identity {
  readonly trustDomain: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

const FIELDS = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts'];

/** Whether a caller is one of those that a rule names. */
export function matchesSource(source: any, { identity }: Caller, policy: MeshObject): boolean {
  expectFields(source, FIELDS, `a source of ${title(policy)}`);
  const fits = (field: string, is: (value: string, identity: Identity) => boolean) => {
    const one = (values: readonly string[]) => identity !== undefined && values.some((value) => is(value, identity));
    const wanted: string[] = source[field] ?? [];
    // Who has no identity is none of those who are excluded.
    const excluded: string[] = source[`not${field[0]!.toUpperCase()}${field.slice(1)}`] ?? [];
    return (wanted.length === 0 || one(wanted)) && !one(excluded);
  };
  return (
    fits('principals', (value, { trustDomain, namespace, serviceAccount }) =>
      matchesPattern(value, `${trustDomain}/ns/${namespace}/sa/${serviceAccount}`),
    ) &&
    fits('namespaces', (value, { namespace }) => matchesGlob(value, namespace)) &&
    fits(
      'serviceAccounts',
      (value, { namespace, serviceAccount }) =>
        (value.includes('/') ? value : `${policy.metadata.namespace}/${value}`) === `${namespace}/${serviceAccount}`,
    )
  );
}
