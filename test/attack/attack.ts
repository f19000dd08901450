import { parseAllDocuments } from 'yaml';
import { App, ApplicationStack, type Finding, Microservice, Port } from '../../lib';
import { type Synthesis, synthesize } from '../../lib/app/synthesis';
import { isError } from '../../lib/errors';
import { type Site, SITES, state } from '../arguments/sites';
import { recordWritten } from '../support/written';

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

/** An input, and the promises that it breaks. */
export interface Broken extends Input {
  readonly promises: readonly string[];
}

/** Inputs of one app: to state each in one of its own takes several times as long. */
const TOGETHER = 40;

/** Inputs that break a promise. */
export function broken(all: readonly Input[]): Broken[] {
  const found: Broken[] = [];
  for (let at = 0; at < all.length; at += TOGETHER) {
    const some = all.slice(at, at + TOGETHER);
    const promises = promisesBrokenBy(some);
    if (promises.length === 0) continue;
    const guilty = some
      .map((input) => ({ ...input, promises: promisesBrokenBy([input]) }))
      .filter((input) => input.promises.length > 0);
    found.push(
      ...(guilty.length > 0 ? guilty : [{ ...some[0]!, promises: ['with the inputs after it', ...promises] }]),
    );
  }
  return found;
}

/** Promises that inputs of one app break. */
function promisesBrokenBy(all: readonly Input[]): string[] {
  const app = new App();
  const vault = new ApplicationStack(app, 'vault', { existing: true });
  new Microservice(vault, 'vault', { image: 'vault:1.0.0', env: { DB_PASSWORD: SECRET } });
  try {
    all.forEach((input, at) => stateIn(app, input, at));
    let synthesis: Synthesis | undefined;
    const rendered = recordWritten(() => {
      synthesis = synthesize(app, { recordConstructMetadata: false, stream: true });
    });
    return [...promisesBrokenByReport(synthesis!.findings), ...misread(synthesis!, rendered)];
  } catch (error) {
    return [`it threw: ${String(error).split('\n')[0]}`];
  }
}

/** States an input at a microservice in a stack of its own, or at a stack that has a microservice. */
function stateIn(app: App, { site, value }: Input, at: number): void {
  const id = `made-${at}`;
  const stack = new ApplicationStack(app, `stack-${at}`, { existing: true });
  state(site, value, { app, stack, id });
  const made = app.node.tryFindChild(id);
  if (made !== undefined) new Microservice(made, 'cart', { image: 'cart:1.0.0', ports: [Port.http(8080)] });
}

/** Input whose stack holds a construct. */
function inputOf(path: string): string | undefined {
  return /^(?:00-namespace-)?(?:stack|made)-(\d+)/.exec(path)?.[1];
}

function promisesBrokenByReport(findings: readonly Finding[]): string[] {
  const named = new Set(
    findings.filter((each) => isError(each) && each.code !== 'MS0004').map(({ path }) => inputOf(path)),
  );
  return [
    ...findings
      // An object that cannot be rendered may follow from what another finding names.
      .filter(({ code, path }) => /^MS00(?:01|19)$/.test(code) || (code === 'MS0004' && !named.has(inputOf(path))))
      .map(({ code, path, message }) => `${code} ${path}: ${message}`),
    ...(JSON.stringify(findings).includes(SECRET) ? ['the report shows a secret'] : []),
    ...(Object.keys(Object.prototype).length > 0 ? ['the prototype of all objects is changed'] : []),
  ];
}

/** Manifests of accepted inputs: readers of YAML 1.2 and 1.1 see the objects that were rendered, without errors. */
function misread({ findings, planned }: Synthesis, rendered: readonly unknown[]): string[] {
  const refused = new Set(findings.filter(isError).map(({ path }) => inputOf(path)));
  const emitted = planned.flatMap(({ objects }) => objects);
  if (emitted.length !== rendered.length) return ['an object is lost between its rendering and its file'];
  const accepted = emitted
    .map(({ text, construct }, at) => ({ text, path: construct.node.path, json: JSON.stringify(rendered[at]) }))
    .filter(({ path }) => !refused.has(inputOf(path)));
  const yaml = `---\n${accepted.map(({ text }) => text).join('---\n')}`;
  return (['1.2', '1.1'] as const).flatMap((version) => {
    const read = parseAllDocuments(yaml, { version }).map((document) =>
      document.errors.length > 0 ? String(document.errors[0]) : JSON.stringify(document.toJS()),
    );
    if (read.length !== accepted.length) return [`a reader of YAML ${version} sees another number of objects`];
    const wrong = accepted.findIndex(({ json }, at) => json !== read[at]);
    return wrong < 0 ? [] : [`a reader of YAML ${version} sees ${read[wrong]}, not ${accepted[wrong]!.json}`];
  });
}
