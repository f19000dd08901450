/** Grafana refuses longer ones: "uid too long, max 40 characters". */
const LONGEST_UID = 40;
const HASH_DIGITS = 16;

/** Identity of a microservice's dashboard: namespace and name, neither of which can hold an underscore. */
export function microserviceUid({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return uid(`${namespace}_${name}`);
}

/** Identity of a stack's dashboard, which has a part more than that of a microservice. */
export function stackUid({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return uid(`stack_${namespace}_${name}`);
}

/**
 * Text that Grafana accepts as a uid: the text itself, else its beginning, two underscores and its hash.
 *
 * No other uid has two underscores.
 */
function uid(text: string): string {
  if (text.length <= LONGEST_UID && /^[A-Za-z0-9_-]+$/.test(text)) return text;
  return `${text.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, LONGEST_UID - HASH_DIGITS - 2)}__${hash(text)}`;
}

/** FNV-1a of 64 bits, in hexadecimal: the library has no cryptography, and needs none to tell names apart. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const character of text)
    value = BigInt.asUintN(64, (value ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return value.toString(16).padStart(HASH_DIGITS, '0');
}
