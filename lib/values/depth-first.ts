/** Calls of a walk. */
export interface Visitor {
  /** Called with a name once everything behind it has been visited. */
  readonly left?: (name: string) => void;
  /** Called with the names of a circle, the first visited one first. */
  readonly circle?: (names: string[]) => void;
}

/** Visits each name once, what it leads to first. Keeps its way in a list: a chain may be longer than the stack. */
export function depthFirst(
  names: readonly string[],
  targetsOf: (name: string) => readonly string[],
  { left, circle }: Visitor,
): void {
  const done = new Set<string>();
  const way: { readonly name: string; readonly targets: readonly string[]; next: number }[] = [];
  const positions = new Map<string, number>();
  const enter = (name: string): void => {
    const at = positions.get(name);
    if (at !== undefined) circle?.(way.slice(at).map((each) => each.name));
    if (at !== undefined || done.has(name)) return;
    positions.set(name, way.length);
    way.push({ name, targets: targetsOf(name), next: 0 });
  };
  for (const name of names) {
    enter(name);
    while (way.length > 0) {
      const at = way.at(-1)!;
      if (at.next < at.targets.length) {
        at.next += 1;
        enter(at.targets[at.next - 1]!);
        continue;
      }
      way.pop();
      positions.delete(at.name);
      done.add(at.name);
      left?.(at.name);
    }
  }
}
