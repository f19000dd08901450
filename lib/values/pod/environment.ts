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
  if (typeof value !== 'string') return [];
  return [...value.matchAll(/(\$*)\$\(([^()]+)\)/g)]
    .filter(([, dollars]) => dollars!.length % 2 === 0)
    .map(([, , name]) => name!);
}

/** Variables in the order that Kubernetes needs: each behind those it refers to, else by name. */
export function orderVariables(variables: readonly Variable[]): Variable[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const names = [...byName.keys()].sort();
  const ordered: Variable[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const variable = byName.get(name);
    if (variable === undefined || seen.has(name)) return;
    seen.add(name);
    referencesIn(variable.value ?? '')
      .sort()
      .forEach(visit);
    ordered.push(variable);
  };
  names.forEach(visit);
  return ordered;
}

/**
 * Variables that refer to each other in a circle, the first of each circle first; Kubernetes leaves such references as
 * text.
 */
export function circularReferences(variables: readonly Variable[]): string[][] {
  const references = new Map(variables.map(({ name, value = '' }) => [name, referencesIn(value)]));
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) circles.push(path.slice(at));
    if (at >= 0 || done.has(name)) return;
    references
      .get(name)
      ?.filter((target) => references.has(target))
      .forEach((target) => visit(target, [...path, name]));
    done.add(name);
  };
  [...references.keys()].sort().forEach((name) => visit(name, []));
  return circles;
}
