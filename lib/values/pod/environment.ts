import { depthFirst } from '../depth-first';

/** A variable of a container: a literal, or a source as the API has it. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: object;
}

/** A ConfigMap or Secret whose keys become variables, as the API has it. */
export type VariableSource = Readonly<Record<string, unknown>>;

/** Names that `$(NAME)` in a value refers to; `$$(NAME)` is an escape. */
export function referencesIn(value: string): string[] {
  if (!holdsReference(value)) return [];
  return [...value.matchAll(/(\$*)\$\(([^()]+)\)/g)]
    .filter(([, dollars]) => dollars!.length % 2 === 0)
    .map(([, , name]) => name!);
}

/** True for a text that may refer to a variable. */
export function holdsReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('$(');
}

/** Variables in the order that Kubernetes needs: each behind those it refers to, else by name. */
export function orderVariables(variables: readonly Variable[]): Variable[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  if (!variables.some(({ value }) => holdsReference(value))) {
    return [...byName.keys()].sort().map((name) => byName.get(name)!);
  }
  const ordered: Variable[] = [];
  const targets = (name: string) => referencesIn(byName.get(name)!.value ?? '').filter((each) => byName.has(each));
  depthFirst([...byName.keys()].sort(), (name) => targets(name).sort(), {
    left: (name) => ordered.push(byName.get(name)!),
  });
  return ordered;
}

/**
 * Variables that refer to each other in a circle, the first of each circle first; Kubernetes leaves such references as
 * text.
 */
export function circularReferences(variables: readonly Variable[]): string[][] {
  if (!variables.some(({ value }) => holdsReference(value))) return [];
  const values = new Map(variables.map(({ name, value = '' }) => [name, value]));
  const circles: string[][] = [];
  const targets = (name: string) => referencesIn(values.get(name)!).filter((target) => values.has(target));
  depthFirst([...values.keys()].sort(), targets, { circle: (names) => circles.push(names) });
  return circles;
}
