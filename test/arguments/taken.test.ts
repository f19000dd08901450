import { JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import * as library from '../../lib';
import { SIGNATURES } from '../../lib/arguments/signatures';
import { typeOf } from '../../lib/arguments/types';
import { CONSTRUCTS, perform, sample, SITES, state } from './sites';

const { App, ApplicationStack, IstioMesh, Microservice, Platform, Port } = library;
const IMAGE = 'ghcr.io/acme/cart:1.4.2';

/** Data that counts how often each of its members is read. */
function watched(value: unknown, reads: Map<string, number>, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).map(([key, each]) => [key, watched(each, reads, `${path}/${key}`)] as const);
  const data = Array.isArray(value) ? members.map(([, each]) => each) : Object.fromEntries(members);
  return new Proxy(data, {
    get: (target, key, receiver) => {
      const place = `${path}/${String(key)}`;
      if (Object.hasOwn(target, key) && key !== 'length') reads.set(place, (reads.get(place) ?? 0) + 1);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

test('each list, map and object of options is read once, at the moment it is stated', () => {
  const isData = (type: string) => sample(type) !== undefined && typeof sample(type) === 'object';
  const sites = SITES.filter(({ type }) => isData(type) && !type.includes('.'));
  const failed = sites.flatMap((site) => {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop', { existing: true });
    const reads = new Map<string, number>();
    state(site, watched(sample(site.type), reads), { app, stack });
    const stated = [...reads.values()].filter((count) => count > 1).length;
    app.validate();
    const later = [...reads.values()].filter((count) => count > 1).length;
    return stated + later === 0 ? [] : [{ site, reads: [...reads] }];
  });
  expect(failed).toEqual([]);
  expect(sites.length).toBeGreaterThan(150);
});

test('a getter that gives another value the second time is read once', () => {
  const app = new App();
  const values = [[Port.http(8080)], 'ports'];
  const props = {
    image: IMAGE,
    get ports() {
      return values.shift() as library.Port[];
    },
  };
  new Microservice(new ApplicationStack(app, 'shop'), 'cart', props);
  expect(app.validate()).toEqual([]);
});

/** The program of a cart that web calls. */
function shop(methods = ['GET'], labels: Record<string, string> = { team: 'shop' }) {
  const app = new App();
  const platform = new Platform({ mesh: new IstioMesh(), required: { metadata: { labels } } });
  const stack = new ApplicationStack(app, 'shop', { platform });
  const cart = new Microservice(stack, 'cart', { image: IMAGE, ports: [Port.http(8080)] });
  const web = new Microservice(stack, 'web', { image: IMAGE });
  web.calls(cart, { operation: { methods, paths: ['/items'] } });
  return { app, stack, cart };
}

test('a later change of what was passed has no effect', () => {
  const [methods, labels] = [['GET'], { team: 'shop' } as Record<string, string>];
  const { app } = shop(methods, labels);
  methods.length = 0;
  labels['team'] = 'other';
  labels['tier'] = 'free';
  expect(app.synthYaml()).toBe(shop().app.synthYaml());
});

test('what is required cannot be changed through the platform of the stack', () => {
  const { app, stack } = shop();
  const { labels } = stack.platform.required.metadata!;
  expect(() => (labels!['team'] = 'other')).toThrow(TypeError);
  expect(() => ((stack.platform as { required: object }).required = {})).not.toThrow();
  expect(app.synthYaml()).toBe(shop().app.synthYaml());
});

test('a field of a patch keeps its value, and an object of another class its identity', () => {
  const taken = (fields: Record<string, any>) => {
    const { app, cart } = shop();
    cart.patch({ spec: fields });
    fields['minReadySeconds'] = 77;
    (fields['template'] as Record<string, any>)['metadata'].annotations.note = 'later';
    return app.synthYaml();
  };
  const text = taken({ minReadySeconds: 33, template: { metadata: { annotations: { note: 'first' } } } });
  expect(text).toContain('minReadySeconds: 33');
  expect(text).toContain('note: first');
  expect(text).not.toContain('later');
});

test('a JSON patch keeps the value that it was stated with', () => {
  const { app, cart } = shop();
  const value: Record<string, string> = { note: 'first' };
  cart.workload.addJsonPatch(JsonPatch.add('/spec/template/spec/nodeSelector', value));
  value['note'] = 'later';
  expect(app.synthYaml()).toContain('note: first');
});

/** Lists and maps that the public members of an object give out, unfrozen, at any depth. */
function unfrozen(object: object, path: string, seen: Set<object>): string[] {
  if (seen.has(object)) return [];
  seen.add(object);
  const isList = Array.isArray(object);
  const prototype = Object.getPrototypeOf(object) as object | null;
  const isData = isList || prototype === Object.prototype || prototype === null;
  const isOurs = Object.values(library).some((each) => typeof each === 'function' && object instanceof each);
  if (!isData && !isOurs) return [];
  const below = memberNames(object, isData).flatMap((name) => {
    const value = Reflect.get(object, name) as unknown;
    return typeof value === 'object' && value !== null ? unfrozen(value, `${path}.${name}`, seen) : [];
  });
  return [...(isData && !Object.isFrozen(object) ? [path] : []), ...below];
}

/** Members of data, or the public ones that classes of the library define. */
function memberNames(object: object, isData: boolean): string[] {
  if (isData) return Object.keys(object);
  const names = new Set(Object.keys(object));
  for (let at = Object.getPrototypeOf(object) as object | null; at !== null; at = Object.getPrototypeOf(at) as object) {
    const { constructor } = at;
    if (!Object.values(library).some((each) => each === constructor)) break;
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(at))) if (get) names.add(name);
  }
  // Those of cdk8s, and a private one that is made anew each time.
  const others = Construct.isConstruct(object) ? ['node', '_labels', 'labels'] : ['facts'];
  return [...names].filter((name) => !name.startsWith('_') && !others.includes(name));
}

/** What each factory and constructor of a value makes of all of its parameters, taken in by the library. */
function values(): object[] {
  return SIGNATURES.heads().flatMap((call) => {
    const parameters = SIGNATURES.get(call)!;
    const [, type = ''] = /^(?:new )?(\w+)/.exec(call)!;
    if (call.includes('#') || [...CONSTRUCTS, 'App', 'Findings'].includes(type)) return [];
    const made = perform(
      call,
      parameters.map((each) => sample(each.type)),
    );
    return [typeOf(type).judge(made, []) as object];
  });
}

test('lists and maps that objects of every class give out are frozen', () => {
  const { stack, cart } = shop();
  const constructs = [
    ...[stack, cart, new library.ServerlessFunction(stack, 'resize', { image: IMAGE })],
    new library.Job(stack, 'report', { image: IMAGE }),
    new library.ScheduledJob(stack, 'nightly', { image: IMAGE, schedule: '@daily' }),
    new library.StatefulService(stack, 'db', { image: IMAGE }),
    new library.Agent(stack, 'logs', { image: IMAGE }),
    new library.SharedAccount(stack, 'workers'),
    new library.ExternalService(stack, 'bank', { host: 'bank.example', ports: [Port.http(443)] }),
    new library.ExternalSecret(stack, 'database', { extract: ['shop/database'] }),
    new library.SecretProviderClass(stack, 'certificate', { provider: 'vault' }),
  ];
  expect(constructs.map((each) => each.constructor.name).sort()).toEqual([...CONSTRUCTS].sort());
  const seen = new Set<object>();
  const objects = [...constructs, ...values()];
  expect(objects.flatMap((each) => unfrozen(each, each.constructor.name, seen))).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});
