import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Env, Secret } from 'cdk8s-plus-27';

const LIB = join(__dirname, '../../lib');
/** Members of peers that are not public. docs/versions.md says what each is for. */
const INTERNALS = ['_synthChart', '_toJson', '_toKube', '_validations'];

const withoutTexts = (code: string) => code.replaceAll(/\/\*[^]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '');

test('no other internals of peers are read', () => {
  const code = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => withoutTexts(readFileSync(join(LIB, file), 'utf8')))
    .join('\n');
  const namesIn = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name!);
  const own = new Set(namesIn(/(?:public|protected|readonly|abstract|static|override|get)\s+(_[a-z]\w+)/g));
  const read = new Set([...namesIn(/\.(_[a-z]\w+)/g), ...namesIn(/[{,]\s*(_[a-z]\w+)[\s?(:]/g)]);
  expect([...read].filter((name) => !own.has(name) || INTERNALS.includes(name)).sort()).toEqual(INTERNALS);
});

/** An app with a chart of one ConfigMap. */
function oneObject(): { readonly app: App; readonly chart: Chart } {
  const app = new App();
  const chart = new Chart(app, 'chart');
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  return { app, chart };
}

test('Chart.toJson asks App._synthChart', () => {
  const { chart } = oneObject();
  const original = App._synthChart;
  const asked: Chart[] = [];
  App._synthChart = (each) => {
    asked.push(each);
    return [];
  };
  try {
    expect(chart.toJson()).toEqual([]);
  } finally {
    App._synthChart = original;
  }
  expect(asked).toEqual([chart]);
  expect(chart.toJson()).toHaveLength(1);
});

test('Node keeps validations in _validations', () => {
  const { app } = oneObject();
  const validation = { validate: () => ['wrong'] };
  app.node.addValidation(validation);
  expect(app.node).toHaveProperty('_validations', [validation]);
});

test('JsonPatch tells its operation by _toJson', () => {
  const patch = JsonPatch.replace('/data/key', 'value') as unknown as { _toJson(): unknown };
  expect(patch._toJson()).toEqual({ op: 'replace', path: '/data/key', value: 'value' });
});

test('EnvFrom tells its content by _toKube', () => {
  const { chart } = oneObject();
  const source = Env.fromSecret(Secret.fromSecretName(chart, 'secret', 'passwords'));
  expect((source as unknown as { _toKube(): unknown })._toKube()).toMatchObject({ secretRef: { name: 'passwords' } });
});
