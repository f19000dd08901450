/** Labels of an object, or those that a selector asks for. */
export type Labels = Readonly<Record<string, string>>;

/** Throws on a field that the simulator does not model, so that it never guesses. */
export function notModelled(what: string): never {
  throw new Error(`not modelled: ${what}`);
}

/** Fails on a field that would be overlooked. */
export function expectFields(value: object | undefined, known: readonly string[], where: string): void {
  for (const field in value) {
    if (known.includes(field)) continue;
    notModelled(
      `${Object.keys(value)
        .filter((each) => !known.includes(each))
        .join(', ')} of ${where}`,
    );
  }
}

/** Tells if labels match a selector. An empty selector matches everything. */
export function selectsLabels(wanted: Labels | undefined, labels: Labels): boolean {
  // Most of the simulator's time is spent here: no lists are made.
  for (const key in wanted) if (!Object.hasOwn(labels, key) || labels[key] !== wanted[key]) return false;
  return true;
}

/** AuthorizationPolicy's strings: exact, `prefix*`, `*suffix`, or `*` for anything that is there. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern === '*') return text !== '';
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  return text === pattern;
}

/**
 * AuthorizationPolicy's paths: a pattern, or a template with `{*}` for one segment and `{**}` for any number of them.
 */
export function matchesPath(pattern: string, path: string): boolean {
  if (!/[{}]/.test(pattern)) return matchesPattern(pattern, path);
  const literal = pattern.split(/\{\*\*?\}/).join('');
  if (/[{}*]/.test(literal)) notModelled(`the path template ${pattern}`);
  const source = pattern
    .split(/(\{\*\*?\})/)
    .map((part) => (part === '{*}' ? '[^/]+' : part === '{**}' ? '.*' : escaped(part)));
  return new RegExp(`^${source.join('')}$`).test(path);
}

/** `*` for any text, wherever it stands. */
export function matchesGlob(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(text);
}

/** Tells if the second list covers every host of the first. Hosts are names or `*.suffix`. */
export function isHostWithin(host: string, wider: string): boolean {
  return wider.startsWith('*') ? host.replace(/^\*/, '').endsWith(wider.slice(1)) : host === wider;
}

/** The path that policies and routes see: without query and dot segments; slashes stay as they are. */
export function normalizedPath(stated: string): string {
  const path = stated.split(/[?#]/)[0]!;
  if (!path.startsWith('/')) notModelled(`the path ${stated}`);
  // Envoy turns both into other characters before it compares.
  if (path.includes('\\') || /%(2[DdEe]|3[0-9]|4[1-9A-Fa-f]|5[0-9AaFf]|6[1-9A-Fa-f]|7[0-9AaEe])/.test(path))
    notModelled(`the escapes of the path ${stated}`);
  const segments = path.split('/').slice(1);
  const kept: string[] = [];
  segments.forEach((segment, at) => {
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (at === segments.length - 1) kept.push('');
  });
  return `/${kept.join('/')}`;
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
