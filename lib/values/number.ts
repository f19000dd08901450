/** Greatest number of the fields that the API keeps in 32 bits. */
export const MAX_INT32 = 2 ** 31 - 1;

/** True when a number is whole and within bounds. */
export function isWhole(value: number, min: number, max: number = MAX_INT32): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
