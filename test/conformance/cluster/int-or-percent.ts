/** Resolves a number or a percentage of `total`, such as `25%` of 3. */
export function resolve(value: number | string, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const exact = (Number(value.replace('%', '')) * total) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
