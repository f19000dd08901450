import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const LIB = join(__dirname, '../../lib');
const MOST = 12;

interface Struct {
  readonly own: readonly string[];
  readonly bases: readonly string[];
}

/** The declarations of `cdk8s.AppProps`, the only base from another package. */
const CDK8S_APP = join(require.resolve('cdk8s'), '../app.d.ts');

const parsed = (file: string) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);

const structsOf = (file: string, scope = ''): [string, Struct][] =>
  parsed(file)
    .statements.filter(ts.isInterfaceDeclaration)
    .map(({ name, members, heritageClauses = [] }) => [
      `${scope}${name.text}`,
      {
        own: members.filter(ts.isPropertySignature).map((member) => (member.name as ts.Identifier).text),
        bases: [...heritageClauses].flatMap(({ types }) => types.map(({ expression }) => nameOf(expression))),
      },
    ]);

function nameOf(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression)
    ? `${nameOf(expression.expression)}.${expression.name.text}`
    : (expression as ts.Identifier).text;
}

/** The interfaces of the library by name. */
const structs = new Map<string, Struct>([
  ...structsOf(CDK8S_APP, 'cdk8s.'),
  ...readdirSync(LIB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => structsOf(join(LIB, name))),
]);

function propertiesOf(name: string): string[] {
  const { own, bases } = structs.get(name)!;
  return [...new Set([...own, ...bases.flatMap(propertiesOf)])];
}

const exported = parsed(join(LIB, 'index.ts'))
  .statements.filter(ts.isExportDeclaration)
  .flatMap(({ exportClause }) => [...(exportClause as ts.NamedExports).elements].map(({ name }) => name.text))
  .filter((name) => structs.has(name));

test('inherited properties are counted', () => {
  expect(propertiesOf('AdditionalContainer').sort()).toEqual(
    [
      ...['args', 'command', 'env', 'envFrom', 'envValues', 'image', 'mounts'],
      ...['name', 'probes', 'resources', 'sidecar', 'workingDir'],
    ].sort(),
  );
  expect(exported).toEqual(expect.arrayContaining(['MicroserviceProps', 'ServerlessFunctionProps', 'PlatformProps']));
});

test.each(exported)(`%s has at most ${MOST} properties`, (name) => {
  expect(propertiesOf(name).length).toBeLessThanOrEqual(MOST);
});
