import { type Site, SITES } from '../arguments/sites';

/** Value of a secret variable of every attacked program; it is stated at other places too. */
export const SECRET = 'hunter2-of-the-attack';

const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\nb: c',
  'a\r\n---\nkind: Secret',
  '\u001b[31mred',
  '\u202etxt',
  '\ud800',
  '\ufeff',
  '\u2028',
  '\u0085',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'yes',
  '0x1F',
  '1e3',
  '190:20:30',
  '2001-12-14',
  '~',
  '- a',
  '? a',
  '!!js/function x',
  '&a *a',
  '{{ .Values.x }}',
  '${x}',
  '$(A)',
  '\'"`',
  '../../x',
  'C:\\x',
  'käse 💥',
  '%00',
  '*',
  '|\n x',
  '# x',
  'a: b',
  'x'.repeat(300),
  'x '.repeat(600),
  SECRET,
];
const NUMBERS = [NaN, Infinity, -Infinity, -0, 0, -1, 0.1, 1.5, 1e21, 1e300, 5e-324, 2 ** 31, 2 ** 53, 65536];

/** Pseudo-random numbers below one (mulberry32). */
function randomFrom(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Places of the public API that take a text, a number, or a list or map of them. */
const PLACES = SITES.filter(({ type }) => /^(?:string|number)(?:\[\]|\{\})?$/.test(type));

/** Seed of the attack: ATTACK_SEED, else always the same. */
export const SEED = Number(process.env.ATTACK_SEED ?? 15);

/** A hostile value at a place. */
export interface Input {
  readonly site: Site;
  readonly value: unknown;
}

/** Inputs of a number: each place in turn, with values that the seed draws. */
export function inputs(count: number): Input[] {
  const random = randomFrom(SEED);
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!;
  const valueOf = (type: string): unknown => {
    if (type.endsWith('[]')) return Array.from({ length: Math.floor(random() * 4) }, () => valueOf(type.slice(0, -2)));
    // Not by a literal: `__proto__` is to be a key.
    if (type.endsWith('{}')) return Object.fromEntries([[one(TEXTS), valueOf(type.slice(0, -2))]]);
    return type === 'number' ? one(NUMBERS) : one(TEXTS) + (random() < 0.2 ? one(TEXTS) : '');
  };
  return Array.from({ length: count }, (_, at) => {
    const site = PLACES[at % PLACES.length]!;
    return { site, value: valueOf(site.type) };
  });
}
