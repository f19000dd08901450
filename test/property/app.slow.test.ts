import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, AppProps, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { App } from '../../lib/app';
import { filesBelow } from '../../lib/app/disk';
import { Program, program, state, TemplateResolver } from '../app/programs';
import { runs } from './runs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the app, compared with cdk8s on random programs', () => {
  test('has the same files and objects, in an order that the dependencies allow', () => {
    let compared = 0;
    fc.assert(
      fc.property(program, (stated) => {
        const app = new App(props(stated, 'ours'));
        const made = state(app, stated);
        if (app.validate().length > 0) {
          expect(app.validate().map(({ code }) => code)).toContain('MS0003');
          expect(inCdk8s(stated)).toBeUndefined();
          return;
        }
        compared += 1;
        app.synth();
        const theirs = inCdk8s(stated)!;
        const ours = read(join(folder, 'ours'));
        expect([...ours.keys()].map(withoutPosition).sort()).toEqual([...theirs.keys()].map(withoutPosition).sort());
        expect(contents(ours)).toEqual(contents(theirs));
        expect(documents(app.synthYaml())).toEqual(documents(new Cdk8sAppWith(stated).synthYaml()));
        expect([...app.charts].map((chart) => chart.node.path).sort()).toEqual(
          new Cdk8sAppWith(stated).charts.map((chart) => chart.node.path).sort(),
        );
        // A chart that does not ask super orders its objects itself.
        if (stated.constructs.every(({ kind, hook }) => kind !== 'chart' || hook !== 'own'))
          expectOrder(app, stated, made);
      }),
      runs(400),
    );
    expect(compared).toBeGreaterThan(200);
  });

  test('gives the same bytes for any order of the statements, and twice', () => {
    fc.assert(
      fc.property(
        program.chain((stated) =>
          fc.tuple(
            fc.constant(stated),
            fc.shuffledSubarray([...stated.constructs.keys()], { minLength: stated.constructs.length }),
          ),
        ),
        ([stated, order]) => {
          const one = new App(props(stated, 'one'));
          state(one, stated);
          const other = new App(props(stated, 'other'));
          state(other, stated, order);
          expect(other.validate()).toEqual(one.validate());
          if (one.validate().length > 0) return;
          one.synth();
          other.synth();
          const first = bytes(join(folder, 'one'));
          expect(bytes(join(folder, 'other'))).toEqual(first);
          one.synth();
          expect(bytes(join(folder, 'one'))).toEqual(first);
        },
      ),
      runs(200),
    );
  });
});

class Cdk8sAppWith extends Cdk8sApp {
  public constructor(stated: Program) {
    super(props(stated, 'theirs'));
    state(this, stated);
  }
}

/** The files of cdk8s; undefined where it refuses the program or loses objects of a cycle that it overlooks. */
function inCdk8s(stated: Program): Map<string, unknown[]> | undefined {
  rmSync(join(folder, 'theirs'), { recursive: true, force: true });
  try {
    new Cdk8sAppWith({ ...stated, constructs: stated.constructs }).synth();
  } catch {
    return undefined;
  }
  const files = read(join(folder, 'theirs'));
  const objects = stated.constructs.filter(({ kind }) => kind === 'object').length;
  const complete =
    [...files.entries()].filter(([path]) => !path.endsWith('.json')).flatMap(([, list]) => list).length >= objects;
  return complete || stated.constructs.some(({ kind, hook }) => kind === 'chart' && hook === 'own') ? files : undefined;
}

function props({ outputType, extension, metadata, resolves }: Program, name: string): AppProps {
  rmSync(join(folder, name), { recursive: true, force: true });
  return {
    outdir: join(folder, name),
    yamlOutputType: outputType,
    outputFileExtension: extension,
    recordConstructMetadata: metadata,
    resolvers: resolves ? [new TemplateResolver()] : [],
  };
}

function expectOrder(app: App, { dependencies }: Program, made: readonly Construct[]): void {
  const position = new Map(
    documents(app.synthYaml(), false).map((object, at) => [
      (object as { metadata: { annotations: { path: string } } }).metadata.annotations.path,
      at,
    ]),
  );
  const objects = (of: Construct) =>
    of.node
      .findAll()
      .filter((below) => ApiObject.isApiObject(below) && Chart.of(below) === Chart.of(of))
      .map((below) => position.get(String(made.indexOf(below as Construct))))
      .filter((at) => at !== undefined);
  for (const [source, target] of dependencies) {
    for (const before of objects(made[target]!)) {
      for (const after of objects(made[source]!)) expect(before).toBeLessThanOrEqual(after);
    }
  }
}

function read(at: string): Map<string, unknown[]> {
  return new Map(
    [...filesBelow(at)].sort().map((path) => {
      const content = readFileSync(join(at, path), 'utf8');
      return [path, path.endsWith('.json') ? [JSON.parse(content)] : documents(content)];
    }),
  );
}

function contents(files: Map<string, unknown[]>): unknown {
  return Object.fromEntries([...files].map(([path, list]) => [withoutPosition(path), list]));
}

function bytes(at: string): Map<string, string> {
  return new Map([...filesBelow(at)].sort().map((path) => [path, readFileSync(join(at, path), 'utf8')]));
}

/** Objects of a text, sorted, since the order of independent objects differs. */
function documents(content: string, sorted = true): unknown[] {
  const objects = parseAllDocuments(content, { version: '1.1' })
    .map((document) => document.toJS() as unknown)
    .filter((object) => object !== null && object !== undefined);
  const key = (object: unknown) => JSON.stringify(object);
  return sorted ? objects.sort((a, b) => (key(a) < key(b) ? -1 : 1)) : objects;
}

function withoutPosition(path: string): string {
  return path.replace(/^\d{4}-/, 'NNNN-');
}
