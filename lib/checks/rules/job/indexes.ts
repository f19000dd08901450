/** Counts indexes in ascending order, such as `0,2-4`, below a number. Undefined for another text. */
export function indexesOf(text: string, below: number): number | undefined {
  let last = -1;
  let count = 0;
  for (const part of text.split(',')) {
    const [, first, end] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const [from, to] = [Number(first), Number(end ?? first)];
    if (from <= last || (end !== undefined && to <= from) || to >= below) return undefined;
    last = to;
    count += to - from + 1;
  }
  return count;
}
