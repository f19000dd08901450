import { App, ApplicationStack, Microservice } from '../../lib';
import { parseAllDocuments } from 'yaml';
import { type Site, SITES, state } from '../arguments/sites';

/** Value of a secret variable of every attacked program; it is stated at other places too. */
const SECRET = 'hunter2-of-the-attack';

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
  '${jndi:x}',
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
  'x '.repeat(5000),
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
interface Input {
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

/** Promises that an input breaks. */
export function brokenBy({ site, value }: Input): string[] {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { existing: true });
  new Microservice(stack, 'vault', { image: 'vault:1.0.0', env: { DB_PASSWORD: SECRET } });
  try {
    state(site, value, { app, stack });
    const findings = app.validate();
    const report = JSON.stringify(findings);
    return [
      ...findings
        .filter(({ code }) => /^MS00(?:01|04|19)$/.test(code))
        .map(({ code, message }) => `${code}: ${message}`),
      ...(report.includes(SECRET) ? ['the report shows a secret'] : []),
      ...(({} as Record<string, unknown>)['polluted'] !== undefined || Object.keys(Object.prototype).length > 0
        ? ['the prototype of all objects is changed']
        : []),
      ...(findings.some(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined)
        ? []
        : misread(app)),
    ];
  } catch (error) {
    return [`it threw: ${String(error).split('\n')[0]}`];
  }
}

/** Accepted manifests: readers of YAML 1.2 and 1.1 see the same objects, without errors. */
function misread(app: App): string[] {
  const yaml = app.synthYaml();
  const [newer, older] = (['1.2', '1.1'] as const).map((version) =>
    parseAllDocuments(yaml, { version }).map(({ errors, toJS }, at, all) =>
      errors.length > 0 ? String(errors[0]) : JSON.stringify(toJS.call(all[at])),
    ),
  );
  return newer!.join('\n') === older!.join('\n') && !newer!.some((each) => each.startsWith('YAML'))
    ? []
    : ['readers of YAML see different objects'];
}
