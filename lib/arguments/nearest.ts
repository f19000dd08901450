/** The known name that a misspelled one is closest to; undefined where none is close. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly text: string; readonly distance: number } | undefined;
  for (const text of known) {
    const distance = editDistance(name.toLowerCase(), text.toLowerCase());
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { text, distance };
  }
  return best?.text;
}

/** Number of letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = rows[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? rows[row - 2]![column - 2]! + 1 : Infinity;
      line.push(Math.min(replaced, swapped, rows[row - 1]![column]! + 1, line[column - 1]! + 1));
    }
    rows.push(line);
  }
  return rows[a.length]![b.length]!;
}
