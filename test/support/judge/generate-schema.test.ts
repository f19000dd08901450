import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { checkSchema } from './closed-schema';
import { generateSchema } from './generate-schema';
import { findUpstreamKinds } from './upstream-kinds';

const TYPES = `
export interface IPart { name: string; parts?: IPart[]; }
export interface ICart {
  apiVersion: "example.com/v1";
  size?: number | string;
  mode?: "fast" | "slow";
  ready?: boolean;
  parts: Array<IPart>;
  strange?: Array<IPart> & ({} | { length: 1 });
  labels?: { [key: string]: string };
  open?: { [key: string]: unknown };
  anything?: unknown;
  either?: { a: string; both: string } | { b: number; both: string };
}
`;

let root: string;

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'models-'));
  write(
    'kubernetes-models/package.json',
    '{ "name": "kubernetes-models", "type": "module", "exports": { "./*": { "types": "./*.d.ts" } } }',
  );
  write(
    'kubernetes-models/example/v1/Cart.js',
    'class Cart{static{this.apiVersion="example.com/v1"}static{this.kind="Cart"}}',
  );
  write('kubernetes-models/example/v1/Cart.d.ts', TYPES);
  write(
    'kubernetes-models/example/v1/CartList.js',
    'class CartList{static{this.apiVersion="example.com/v1"}static{this.kind="CartList"}}',
  );
  write('kubernetes-models/example/v1/CartSpec.js', 'class CartSpec{}');
  write(
    'kubernetes-models/example/v1beta1/Cart.js',
    'class Cart{static{this.apiVersion="example.com/v1beta1"}static{this.kind="Cart"}}',
  );
  write(
    '@kubernetes-models/mesh/mesh/v1alpha1/Route.js',
    'class Route{static{this.apiVersion="mesh.io/v1alpha1"}static{this.kind="Route"}}',
  );
});

afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  const target = path.join(root, 'node_modules', file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

test('kinds are found in every package: stable ones of Kubernetes, and all of the others', () => {
  expect(findUpstreamKinds(path.join(root, 'node_modules'))).toEqual([
    { id: 'example.com/v1/Cart', kind: 'Cart', module: 'kubernetes-models/example/v1/Cart' },
    { id: 'mesh.io/v1alpha1/Route', kind: 'Route', module: '@kubernetes-models/mesh/mesh/v1alpha1/Route' },
  ]);
});

test('an interface becomes a schema that knows every field', () => {
  const [cart] = findUpstreamKinds(path.join(root, 'node_modules'));
  const { definitions, kinds } = generateSchema([cart!], root);
  const { schema, module } = kinds['example.com/v1/Cart']!;
  const problems = (fields: object) =>
    checkSchema({ apiVersion: 'example.com/v1', parts: [], ...fields }, schema, definitions).map(
      ({ path, message }) => `${path} ${message}`,
    );

  expect(module).toBe('kubernetes-models/example/v1/Cart');
  expect(
    problems({
      size: '3',
      mode: 'fast',
      ready: true,
      parts: [{ name: 'a', parts: [{ name: 'b' }] }],
      labels: { a: 'b' },
      open: { a: [1] },
      anything: null,
    }),
  ).toEqual([]);
  expect(problems({ either: { a: 'x', both: 'y' } })).toEqual([]);
  expect(problems({ either: { b: 1, both: 'y' } })).toEqual([]);
  expect(problems({ either: { c: 1 } })).toEqual([
    '/either/c unknown field',
    "/either must have required property 'both'",
  ]);
  expect(problems({ apiVersion: 'example.com/v2' })).toEqual(['/apiVersion must be one of example.com/v1']);
  expect(problems({ size: true, mode: 'idle', ready: 'yes' })).toEqual([
    '/size matches none of the allowed types',
    '/mode must be one of fast, slow',
    '/ready must be boolean',
  ]);
  expect(problems({ parts: [{ nam: 'a' }], strange: [{ name: 1 }], labels: { a: 1 } })).toEqual([
    '/parts/0/nam unknown field',
    "/parts/0 must have required property 'name'",
    '/strange/0/name must be string',
    '/labels/a must be string',
  ]);
});
