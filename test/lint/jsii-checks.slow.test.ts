import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { degradations } = jest.requireActual<{ degradations(entry: string): string[] }>(
  '../../scripts/jsii/degradations.js',
);
const { undocumented } = jest.requireActual<{ undocumented(assembly: unknown): string[] }>(
  '../../scripts/jsii/undocumented.js',
);

describe('what other languages would lose is found:', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'degradations-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lossesOf = (code: string): string[] => {
    const entry = join(folder, 'index.ts');
    writeFileSync(entry, code);
    return degradations(entry);
  };

  test.each([
    ['a union of literals', `export interface A { readonly b: 'x' | 'y' }`, 'A.b has a union of literals'],
    ['one that is optional', `export interface A { readonly b?: 'x' | 'y' }`, 'A.b has a union of literals'],
    ['one by alias', `type B = 1 | 2; export interface A { readonly b: B }`, 'A.b has a union of literals'],
    ['one in a list', `export interface A { readonly b: Array<'x' | 'y'> }`, 'A.b has a union of literals'],
    ['one in a map', `export interface A { readonly b: Record<string, 'x' | 'y'> }`, 'A.b has a union of literals'],
    ['one in a parameter', `export class A { b(c: 'x' | 'y'): void { void c; } }`, 'A.b has a union of literals'],
    [
      'one in a parameter of a constructor',
      `export class A { constructor(c: 'x' | 'y') { void c; } }`,
      'A.constructor has a union',
    ],
    ['one in a result', `export class A { b(): 'x' | 'y' { return 'x'; } }`, 'A.b has a union of literals'],
    ['a template', 'export interface A { readonly b: `x${string}` }', 'A.b has a union of literals'],
    [
      'an overload',
      `export class A { b(c: string): void; b(c: number): void; b(c: unknown) { void c; } }`,
      'A.b is overloaded',
    ],
    ['a generic method', `export class A { b<T>(c: T): T { return c; } }`, 'A.b is generic'],
    [
      'an interface that is called',
      `export interface A { (b: string): void }`,
      'A.constructor is an interface that is called',
    ],
    ['a function', `export function a(): void {}`, 'a is a function'],
    ['a constant', `export const a = 1;`, 'a is a function, constant'],
    ['a type alias', `export type A = string;`, 'A is a function, constant or type alias'],
  ])('%s', (_, code, loss) => {
    expect(lossesOf(code)).toEqual([expect.stringContaining(loss)]);
  });

  test.each([
    ['an enum', `export enum B { X = 'x', Y = 'y' } export interface A { readonly b?: B }`],
    ['a union of primitives', `export interface A { readonly b: string | number | boolean }`],
    [
      'a private member',
      `export class A { private b<T>(c: T): 'x' | 'y' { void c; return 'x'; } #d = this.b(1); e = String(this.#d); }`,
    ],
    ['an internal member', `export class A {\n/**\n * B.\n *\n * @internal\n */\n_b(c: 'x' | 'y'): void { void c; } }`],
    ['a static and a member of one name', `export class A { static b(): void {} b(): void {} }`],
  ])('nothing in %s', (_, code) => {
    expect(lossesOf(code)).toEqual([]);
  });
});

describe('what is left unsaid is found:', () => {
  const struct = (docs: object) => ({
    types: {
      'p.A': {
        name: 'A',
        fqn: 'p.A',
        kind: 'interface',
        datatype: true,
        docs: { summary: 'One.' },
        properties: [{ name: 'b', optional: true, docs }],
      },
    },
  });
  const method = (text?: string) => ({
    types: {
      'p.A': {
        name: 'A',
        fqn: 'p.A',
        kind: 'class',
        docs: { summary: 'One.' },
        methods: [
          {
            name: 'b',
            docs: { summary: 'Two.' },
            parameters: [{ name: 'c', optional: true, type: { primitive: 'string' }, docs: { summary: text } }],
          },
        ],
      },
    },
  });

  test.each([
    ['no default', struct({ summary: 'Two.' }), 'A.b is optional and has no @default'],
    ['an empty default', struct({ summary: 'Two.', default: '- undefined' }), 'A.b must say what happens by default'],
    ['no docstring', struct({ default: 'one' }), 'A.b has no docstring'],
    ['a parameter without default', method('Three.'), '"@param c" must say what the default is'],
    ['a parameter without a text', method(), '"@param c" must say what the default is'],
  ])('%s', (_, assembly, problem) => {
    expect(undocumented(assembly)).toEqual([expect.stringContaining(problem)]);
  });

  test('nothing where all is said', () => {
    expect(undocumented(struct({ summary: 'Two.', default: '- none' }))).toEqual([]);
    expect(undocumented(method('Three, by default "d".'))).toEqual([]);
  });
});
