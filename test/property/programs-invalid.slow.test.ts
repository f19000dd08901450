import * as fc from 'fast-check';
import { App, Finding } from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { allowInvalidManifests } from '../support/manifests';
import { build } from './build-program';
import type { ProgramSpec, ServiceSpec } from './program-spec';
import { programs } from './programs';
import { runs } from './runs';

allowInvalidManifests('programs are wrong on purpose; what they render is not written where a check found it');

/** Path of a value in the data of a program: keys and positions. */
type Path = readonly (string | number)[];

const NUMBERS = [NaN, -1, 0, 0.5, 1.5, 2 ** 31, 2 ** 53, 1e300, Infinity, -0, 65536];
const TEXTS = [
  '',
  ' ',
  '.',
  '..',
  '/',
  '../x',
  'UPPER',
  'käse',
  '💥',
  '\u0000',
  'a\nb',
  '__proto__',
  'toString',
  '-a',
  'a-',
  'a b',
  '$(A)',
  '{host}',
  'a/b/c',
  'x'.repeat(64),
  'x'.repeat(300),
];

/** Errors that cdk8s throws before the library sees the input: negative durations and sizes, empty scopes. */
const OUT_OF_SCOPE = /amounts cannot be negative|Path must not be empty/;

/** Fields that say which construct stands where, and enumerations that the compiler checks. */
const STRUCTURE = new RegExp(
  '^(sidecars|stack|stacks|services|caller|callee|index|kind|reference|service|protocol|dns|version|over|effect|' +
    'podSecurity|address|kubernetesApi|methods|paths|existing)$',
);

function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function isFree(path: Path): boolean {
  const name = path.at(-1)!;
  const inPorts =
    path[0] === 'calls' || path[0] === 'accepted' || path[0] === 'exposures'
      ? name === 'port'
      : path.at(-2) === 'mounts';
  return (
    !inPorts &&
    path.every((key, at) => typeof key === 'number' || at === 0 || !STRUCTURE.test(key)) &&
    path[0] !== 'dns' &&
    path[0] !== 'version'
  );
}

/** The same data with another value at a path; a key of a map can be replaced as well. */
function replaced(value: unknown, [first, ...rest]: Path, change: (old: unknown) => unknown, key?: string): unknown {
  if (first === undefined) return change(value);
  const copy = Array.isArray(value) ? [...(value as unknown[])] : Object.fromEntries(Object.entries(value as object));
  const child = (copy as Record<string | number, unknown>)[first];
  if (key !== undefined && rest.length === 0 && !Array.isArray(copy)) {
    const { [first as string]: _, ...others } = copy as Record<string, unknown>;
    return Object.fromEntries([...Object.entries(others), [key, child]]);
  }
  (copy as Record<string | number, unknown>)[first] = replaced(child, rest, change, key);
  return copy;
}

const MAPS = /^(labels|annotations|podAnnotations|nodeSelector|env|items|mirrors|images|mounts|envValues)$/;

/**
 * A valid program in which one construct stands twice: a stack with a microservice in it, a microservice, or an
 * external service.
 */
const twice: fc.Arbitrary<ProgramSpec> = fc
  .tuple(programs(), fc.nat(), fc.constantFrom('stack', 'service', 'external'))
  .map(([program, at, what]) => {
    const { stacks, services, externals } = program;
    const copyOf = (spec: ServiceSpec): ServiceSpec => ({ ...spec, kubernetesApi: 'no' });
    const external = externals[at % Math.max(1, externals.length)];
    if (what === 'external' && external !== undefined) return { ...program, externals: [...externals, external] };
    const service = services[at % services.length]!;
    if (what === 'stack')
      return {
        ...program,
        stacks: [...stacks, stacks[service.stack]!],
        services: [...services, { ...copyOf(service), stack: stacks.length }],
      };
    return { ...program, services: [...services, copyOf(service)] };
  });

/**
 * A valid program with one to three wrong values: numbers that are none, texts that are none, missing ones, lists twice
 * over.
 */
const invalid: fc.Arbitrary<ProgramSpec> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: programs() }, { weight: 1, arbitrary: twice }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 3 }),
  )
  .map(([program, changes]) =>
    changes.reduce((spec, [where, what, asKey]) => {
      const paths = leaves(spec).filter((path) => path.length > 0 && isFree(path));
      const path = paths[where % Math.max(1, paths.length)];
      if (path === undefined) return spec;
      const parent = path.at(-2);
      const key =
        (asKey || parent === 'envValues') && typeof parent === 'string' && MAPS.test(parent)
          ? TEXTS[what % TEXTS.length]
          : undefined;
      return replaced(
        spec,
        path,
        (old) => {
          if (typeof old === 'number') return NUMBERS[what % NUMBERS.length];
          if (typeof old === 'string') return TEXTS[what % TEXTS.length];
          return typeof old === 'boolean' ? !old : undefined;
        },
        key,
      ) as ProgramSpec;
    }, program),
  );

/** Findings of a program. Undefined where cdk8s refuses to make its values. */
function report(spec: ProgramSpec): Finding[] | undefined {
  const app = new App({ outdir: 'nowhere' });
  try {
    build(app, spec);
  } catch (error) {
    if (OUT_OF_SCOPE.test(String(error))) return undefined;
    throw error;
  }
  return app.validate();
}

const RUNS = runs(200);

describe('any program in which an id is taken', () => {
  test('has one error, at the second construct', () => {
    fc.assert(
      fc.property(twice, (spec) => {
        const errors = (report(spec) ?? []).filter(({ severity }) => severity === 'error');
        if (errors.length !== 1 || errors[0]!.code !== 'MS0014' || !errors[0]!.path.endsWith('#2'))
          throw new Error(JSON.stringify(errors));
      }),
      RUNS,
    );
  });
});

describe('any program with wrong values', () => {
  test('is reported by codes and never throws', () => {
    fc.assert(
      fc.property(invalid, (spec) => {
        const broken = (report(spec) ?? []).filter(
          ({ code, given, fix }) => !CATALOGUE.has(code) || given === '' || fix === '',
        );
        if (broken.length > 0) throw new Error(JSON.stringify(broken[0]));
      }),
      RUNS,
    );
  });

  test('is not left to an error of a check or of rendering', () => {
    fc.assert(
      fc.property(invalid, (spec) => {
        const errors = (report(spec) ?? []).filter(({ severity }) => severity === 'error');
        // What cannot be rendered has been found fault with before: a number that is none, for example.
        const unexplained = errors.every(({ code }) => code === 'MS0004')
          ? errors
          : errors.filter(({ code }) => code === 'MS0001');
        if (unexplained.length > 0) throw new Error(JSON.stringify(unexplained[0]));
      }),
      RUNS,
    );
  });

  test('is either reported or admitted by a cluster', () => {
    fc.assert(
      fc.property(invalid, (spec) => {
        const findings = report(spec);
        if (findings === undefined || findings.some(({ severity }) => severity === 'error')) return;
        const app = new App({ outdir: 'nowhere' });
        build(app, spec);
        const refused = app.charts
          .flatMap((chart) => chart.toJson() as unknown[])
          .flatMap((manifest) =>
            globalThis.manifestJudge
              .judge(manifest)
              .map((problem) => JSON.stringify([problem, manifest]).slice(0, 600)),
          );
        if (refused.length > 0) throw new Error(refused[0]);
      }),
      RUNS,
    );
  });
});
