import { expectFields, matchesGlob, matchesPattern } from './matching';
import { MeshObject, title } from './system';

/** Identity of a caller, as the callee's proxy knows it. Undefined without mutual TLS. */
export interface Caller {
  readonly identity?: Identity | undefined;
}

/** Identity in a certificate. */
export interface Identity {
  readonly trustDomain: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

const FIELDS = ['principals', 'notPrincipals', 'namespaces', 'notNamespaces', 'serviceAccounts', 'notServiceAccounts'];

/** Tells if a caller matches one of a rule's sources. */
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
