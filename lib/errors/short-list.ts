/** Most names that a finding lists. */
const LISTED = 3;

/** Names in alphabetical order, the first few of many. */
export function shortList(names: readonly string[]): string {
  const sorted = [...names].sort();
  return sorted.length <= LISTED + 1
    ? sorted.join(', ')
    : `${sorted.slice(0, LISTED).join(', ')} and ${sorted.length - LISTED} more`;
}
