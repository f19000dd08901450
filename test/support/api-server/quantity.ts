/** Powers of ten, in nanos, so that every quantity is a whole number. */
const DECIMAL: Readonly<Record<string, number>> = { n: 0, u: 3, m: 6, '': 9, k: 12, M: 15, G: 18, T: 21, P: 24, E: 27 };
const BINARY: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([eE][+-]?\d+)|([KMGTPE]i)|([numkMGTPE]?))$/;

/** A quantity in nanos, rounded up as the API server does; undefined where it is none. */
export function nanos(quantity: string | number): bigint | undefined {
  const [matched, sign, digits = '', exponent, binary, decimal = ''] = QUANTITY.exec(String(quantity)) ?? [];
  if (matched === undefined) return undefined;
  const [whole = '', fraction = ''] = digits.split('.');
  const power = (exponent === undefined ? DECIMAL[decimal]! : 9 + Number(exponent.slice(1))) - fraction.length;
  const scaled = BigInt(whole + fraction) * (binary === undefined ? 1n : 1n << BINARY[binary]!);
  const amount = power >= 0 ? scaled * 10n ** BigInt(power) : divideUp(scaled, 10n ** BigInt(-power));
  return sign === '-' ? -amount : amount;
}

/** Tells if two quantities are in order. Quantities that do not parse belong to another rule. */
export function atMost(lower: string | number, upper: string | number): boolean {
  const [from, to] = [nanos(lower), nanos(upper)];
  return from === undefined || to === undefined || from <= to;
}

function divideUp(amount: bigint, divisor: bigint): bigint {
  return (amount + divisor - 1n) / divisor;
}
