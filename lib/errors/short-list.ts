/** Most names that a finding lists. */
const LISTED = 3;

/** Names in alphabetical order, the first few of many. */
export function shortList(names: readonly string[]): string {
  return shortLists(names)();
}

/** The same for a list that many findings show, each but for one name of its own; sorted once. */
export function shortLists(names: readonly string[]): (without?: string) => string {
  const sorted = [...names].sort();
  const known = new Set(names);
  return (without) => {
    const [first, count] =
      without !== undefined && known.has(without)
        ? [sorted.slice(0, LISTED + 2).filter((name) => name !== without), sorted.length - 1]
        : [sorted, sorted.length];
    return count <= LISTED + 1
      ? first.slice(0, count).join(', ')
      : `${first.slice(0, LISTED).join(', ')} and ${count - LISTED} more`;
  };
}
