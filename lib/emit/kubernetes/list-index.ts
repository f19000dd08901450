type Json = Record<string, unknown>;

/** Positions of elements in lists by a field of theirs, so that many patches of a long list need not search it. */
export class ListIndex {
  private positions = new WeakMap<readonly unknown[], Map<string, Map<unknown, number[]>>>();

  /** Positions of the elements whose field has a value, in their order. */
  public find(list: readonly unknown[], field: string, value: unknown): readonly number[] {
    const fields = this.positions.get(list) ?? new Map<string, Map<unknown, number[]>>();
    this.positions.set(list, fields);
    const byValue = fields.get(field) ?? positionsBy(list, field);
    fields.set(field, byValue);
    return byValue.get(value) ?? [];
  }

  /** Notes the last element of a list, which was not there before. */
  public added(list: readonly unknown[]): void {
    for (const [field, byValue] of this.positions.get(list) ?? []) note(byValue, list, field, list.length - 1);
  }

  /** Forgets a list whose elements moved or changed; without one, all. */
  public forget(list?: readonly unknown[]): void {
    if (list === undefined) this.positions = new WeakMap();
    else this.positions.delete(list);
  }
}

function positionsBy(list: readonly unknown[], field: string): Map<unknown, number[]> {
  const byValue = new Map<unknown, number[]>();
  for (const at of list.keys()) note(byValue, list, field, at);
  return byValue;
}

function note(byValue: Map<unknown, number[]>, list: readonly unknown[], field: string, at: number): void {
  const element = list[at];
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return;
  const value = (element as Json)[field];
  const alike = byValue.get(value);
  if (alike === undefined) byValue.set(value, [at]);
  else alike.push(at);
}
