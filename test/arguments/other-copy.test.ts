import { Chart } from 'cdk8s';
import * as library from '../../lib';
import { codesWith } from './every-argument';
import { CONSTRUCTS, SITES } from './sites';

type Other = typeof library & { readonly [name: string]: unknown };

// A second installed copy of the library, with the values of its classes. Its peers are installed once.
const peers = { cdk8s: jest.requireActual<object>('cdk8s'), constructs: jest.requireActual<object>('constructs') };
jest.doMock('cdk8s', () => peers.cdk8s);
jest.doMock('constructs', () => peers.constructs);
let other: Other;
let otherSites: typeof import('./sites');
jest.isolateModules(() => {
  other = jest.requireActual<Other>('../../lib');
  otherSites = jest.requireActual<typeof import('./sites')>('./sites');
});

const IMAGE = 'ghcr.io/acme/cart:1.4.2';
const COPIES = /^MS0009: two copies of cdk8s-microservice are installed$/;

/** Classes of a type of the API, those that extend it included. */
function classesOf(type: string): string[] {
  const base = other[type];
  return Object.entries(other)
    .filter(([, each]) => typeof each === 'function' && (each === base || Object.getPrototypeOf(each) === base))
    .map(([name]) => name);
}

/** Values of the second copy for a type, one of each class. */
function valuesOf(type: string): { readonly name: string; readonly value: unknown }[] {
  if (['ICallee', 'ICaller'].includes(type)) return ends().filter(({ value }) => type === 'ICallee' || value);
  const abstract = ['Mesh', 'Delivery', 'Autoscaling', 'Functions', 'Monitoring', 'Dashboards'];
  return classesOf(type)
    .filter((name) => !abstract.includes(name))
    .map((name) => ({ name, value: otherSites.sample(name) }));
}

/** Ends of calls of the second copy. */
function ends(): { readonly name: string; readonly value: unknown }[] {
  const stack = new other.ApplicationStack(new other.App(), 'depot');
  const functions = new other.KnativeServing();
  return [
    new other.Microservice(stack, 'stock', { image: IMAGE }),
    new other.ServerlessFunction(stack, 'resize', { image: IMAGE }),
    new other.StatefulService(stack, 'db', { image: IMAGE }),
    new other.Agent(stack, 'logs', { image: IMAGE }),
    new other.ExternalService(stack, 'bank', { host: 'bank.example', ports: [other.Port.http(443)] }),
    new other.MicroserviceReference({ name: 'stock', namespace: 'depot' }),
    new other.ServerlessFunctionReference({ name: 'resize', namespace: 'depot', functions }),
  ].map((value) => ({ name: value.constructor.name, value }));
}

const isOfClass = ({ type }: { readonly type: string }) =>
  ['ICallee', 'ICaller'].includes(type) || typeof other[type] === 'function';
const sites = SITES.filter(isOfClass);

test('a value of a second copy at any place of the API is one finding', () => {
  const failed = sites.flatMap((site) =>
    valuesOf(site.type).flatMap(({ name, value }) => {
      const found = codesWith(site, value);
      return found.length === 1 && COPIES.test(found[0]!) ? [] : [{ ...site, name, found }];
    }),
  );
  expect(failed).toEqual([]);
});

test('every public class is among those values, or takes constructs of this copy', () => {
  const taken = new Set(sites.flatMap(({ type }) => [type, ...valuesOf(type).map(({ name }) => name)]));
  const classes = Object.entries(library).filter(([, each]) => typeof each === 'function');
  const missing = classes.map(([name]) => name).filter((name) => !taken.has(name));
  // Scopes, tested below; bases of workloads, and jobs, which nobody calls; what the library makes; and what programs
  // do not hand over: of a volume, its mounts; of secrets, references and shared accounts, what they make.
  expect(missing.sort()).toEqual([
    'AbstractCaller',
    'AbstractJob',
    'AbstractService',
    'AbstractWorkload',
    'App',
    'ApplicationStack',
    'ConfigMapReference',
    'ExternalSecret',
    'Findings',
    'Job',
    'NamespaceBaseline',
    'RequiredObjects',
    'ScheduledJob',
    'SecretProviderClass',
    'SecretReference',
    'SharedAccount',
    'Volume',
  ]);
});

describe('a scope of a second copy is reported where it is used', () => {
  const found = (app: library.App) => app.validate().map(({ code, path, given }) => [code, path, given]);

  test('an app', () => {
    const app = new other.App();
    const stack = new library.ApplicationStack(app, 'shop');
    new library.Microservice(stack, 'cart', { image: IMAGE });
    expect(app.validate().map(({ code, path, given }) => [code, path, given])).toEqual([
      ['MS0009', 'shop', 'the app was made by another copy than shop'],
    ]);
  });

  test.each(CONSTRUCTS.filter((name) => name !== 'ApplicationStack'))('a stack, of a %s', (name) => {
    const app = new library.App();
    const stack = new other.ApplicationStack(app, 'shop');
    const made = (library as unknown as Readonly<Record<string, new (...all: unknown[]) => object>>)[name]!;
    new made(stack, 'made', { image: IMAGE, host: 'bank.example', ports: [library.Port.http(80)] });
    const codes = found(app).filter(([, path]) => path === 'shop/made');
    expect(codes).toContainEqual([
      'MS0009',
      'shop/made',
      'the application stack shop was made by another copy than shop/made',
    ]);
  });

  test('none is that of cdk8s', () => {
    const app = new library.App();
    new library.ApplicationStack(new Chart(app, 'team'), 'shop');
    expect(found(app)).toEqual([]);
  });
});

test('a value of a second copy that many share is reported once, by the first of them by path', () => {
  const ids = ['shop', 'depot', 'front'];
  const found = [ids, [...ids].reverse()].map((order) => {
    const app = new library.App();
    const platform = new other.Platform();
    for (const id of order) new library.ApplicationStack(app, id, { platform });
    return app.validate().map(({ code, path }) => [code, path]);
  });
  expect(found).toEqual([[['MS0009', 'depot']], [['MS0009', 'depot']]]);
});

test('a port of a second copy limits no call to operations of another protocol', () => {
  const app = new library.App();
  const stack = new library.ApplicationStack(app, 'shop', {
    platform: new library.Platform({ mesh: new library.IstioMesh() }),
  });
  const cart = new library.Microservice(stack, 'cart', { image: IMAGE, ports: [other.Port.grpc(7070)] });
  new library.Microservice(stack, 'web', { image: IMAGE }).calls(cart, { operation: { methods: ['GetCart'] } });
  expect(app.validate()).toEqual([
    expect.objectContaining({ code: 'MS0009', path: 'shop/cart', given: 'ports[0] was made by another copy: Port' }),
  ]);
});
