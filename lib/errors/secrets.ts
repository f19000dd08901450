import type { IConstruct } from 'constructs';

const SECRET_NAME =
  /passw(?:or)?d|passphrase|secret|token|credential|(?:api|access|private|signing|encryption)[_.-]?key/i;
/** Names of places of secrets, not of secrets. */
const PLACE_NAME = /(?:file|path|dir|name|ref|class|type|ttl|count|expiry)$/i;
/** A shorter value stands in too many texts by chance. */
const SHORTEST = 4;

/** Values of each tree that no report shows. */
const SECRETS = new WeakMap<IConstruct, Set<string>>();

/** True for a name of a variable or field whose value is likely a secret, such as `DB_PASSWORD`. */
export function looksSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !PLACE_NAME.test(name);
}

/** Keeps the values of variables that look like secrets out of all findings of the tree. */
export function keepSecrets(
  { node: { root } }: IConstruct,
  variables: Iterable<{ readonly name: string; readonly value?: unknown }>,
): void {
  for (const { name, value } of variables) {
    if (typeof value !== 'string' || value.length < SHORTEST || !looksSecret(name)) continue;
    const secrets = SECRETS.get(root) ?? new Set();
    SECRETS.set(root, secrets.add(value));
  }
}

/** Values that no finding of the construct shows. */
export function secretsOf({ node: { root } }: IConstruct): Iterable<string> {
  return SECRETS.get(root) ?? [];
}
