import { finding, Finding } from '../errors';
import { RenderedObject } from './render';

interface Identity {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Objects that the cluster would take for one: each but the first by path, with the construct of the first. */
export function duplicateFindings(objects: readonly RenderedObject[]): Finding[] {
  const first = new Map<string, RenderedObject>();
  const findings: Finding[] = [];
  for (const object of objects) {
    const identity = identityOf(object.json);
    if (identity === undefined) continue;
    const key = Object.values(identity).join('\u0000');
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, object);
    } else {
      const { kind, namespace, name } = identity;
      const [one, other] = [earlier, object].map(({ construct }) => construct.node.path).sort();
      findings.push(finding(object.construct, {
        code: 'MS0002',
        message: `two objects are ${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`,
        given: one === other ? `both come from ${one}` : `${one} and ${other}`,
        fix: 'rename one of them, or put them into different namespaces',
      }));
    }
  }
  return findings;
}

/** What the API server tells objects apart by; an object without a name has no identity yet. */
function identityOf(json: unknown): Identity | undefined {
  const { apiVersion, kind, metadata } = json as { apiVersion?: unknown; kind?: unknown; metadata?: { name?: unknown; namespace?: unknown } };
  if (typeof kind !== 'string' || typeof metadata?.name !== 'string') return undefined;
  const version = String(apiVersion).split('/');
  return { group: version.length > 1 ? version[0]! : '', kind, namespace: typeof metadata.namespace === 'string' ? metadata.namespace : '', name: metadata.name };
}
