import { App, Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvFrom, EnvValue, Role, Secret } from 'cdk8s-plus-27';
import * as library from '../../lib';
import { type Member, SIGNATURES, STRUCTS } from '../../lib/arguments/signatures';

// Every place of the public API where a value can be stated, with a way for the value to reach a construct.

type Values = Record<string, unknown>;
type Make = (...args: unknown[]) => unknown;

/** A place for a value: a parameter, or a member of options below it. */
export interface Site {
  readonly call: string;
  /** Parameter first, then members of options, elements of lists (`[]`) and values of maps (`{}`). */
  readonly path: readonly string[];
  readonly type: string;
  readonly optional: boolean;
}

/** The stack and the workloads of a program that a value reaches. */
export interface Scopes {
  readonly app: library.App;
  readonly stack: library.ApplicationStack;
  /** Of the construct that takes the value. */
  readonly id?: string;
}

/** Classes of constructs that take properties. */
export const CONSTRUCTS = [
  'ApplicationStack',
  'Microservice',
  'ServerlessFunction',
  'Job',
  'ScheduledJob',
  'Agent',
  'StatefulService',
  'ExternalService',
];

/** Workloads at which methods of a class are called. */
const METHODS: Readonly<Record<string, 'Microservice' | 'ServerlessFunction' | 'Job'>> = {
  AbstractCaller: 'Microservice',
  AbstractWorkload: 'Microservice',
  AbstractService: 'Microservice',
  AbstractJob: 'Job',
  Microservice: 'Microservice',
  ServerlessFunction: 'ServerlessFunction',
};
const scratch = new Chart(new App(), 'scratch');

const SAMPLES: Readonly<Record<string, () => unknown>> = {
  string: () => 'text',
  number: () => 3,
  boolean: () => true,
  any: () => 'anything',
  'cdk8s.Duration': () => Duration.seconds(30),
  'cdk8s.Size': () => Size.mebibytes(64),
  'cdk8s.IResolver': () => ({ resolve: () => undefined }),
  'cdk8s.YamlOutputType': () => 1,
  'cdk8s-plus-27.ImagePullPolicy': () => 'Always',
  'cdk8s-plus-27.Cpu': () => Cpu.millis(100),
  'cdk8s-plus-27.EnvValue': () => EnvValue.fromValue('text'),
  'cdk8s-plus-27.EnvFrom': () => new EnvFrom(ConfigMap.fromConfigMapName(scratch, `from-${counted()}`, 'flags')),
  'cdk8s-plus-27.IConfigMap': () => ConfigMap.fromConfigMapName(scratch, `map-${counted()}`, 'flags'),
  'cdk8s-plus-27.ISecret': () => Secret.fromSecretName(scratch, `secret-${counted()}`, 'key'),
  'cdk8s-plus-27.IRole': () => Role.fromRoleName(scratch, `role-${counted()}`, 'reader'),
  'cdk8s-plus-27.IClusterRole': () => Role.fromRoleName(scratch, `cluster-role-${counted()}`, 'reader'),
  'constructs.IConstruct': () => scratch,
  ICallee: () =>
    new library.MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [library.Port.http(80)] }),
  ICaller: () => new library.MicroserviceReference({ name: 'web', namespace: 'front' }),
};

let count = 0;
function counted(): number {
  count += 1;
  return count;
}

/** A value of a type. */
export function sample(type: string): unknown {
  if (type.endsWith('[]')) return [sample(type.slice(0, -2))];
  if (type.endsWith('{}')) return { key: sample(type.slice(0, -2)) };
  const members = STRUCTS.get(type);
  if (members !== undefined) return requiredOf(members);
  const made = SAMPLES[type];
  if (made !== undefined) return made();
  const found = (library as unknown as Values)[type];
  if (typeof found !== 'function') return Object.values(found as Values)[0];
  const constant = Object.values(found).find((each) => each instanceof found);
  if (constant !== undefined) return constant;
  if (type === 'Mount') return library.Volume.emptyDir('cache').at('/cache');
  const call = SIGNATURES.heads().find((head) => head.startsWith(`${type}.`)) ?? `new ${concrete(type)}`;
  return perform(
    call,
    (SIGNATURES.get(call) ?? []).map((parameter) => sample(parameter.type)),
  );
}

/** What the arguments of a call are made with. */
export function perform(call: string, args: readonly unknown[]): unknown {
  const [, isNew, type = '', name = ''] = /^(new )?(\w+)\.?(\w*)$/.exec(call)!;
  const found = (library as unknown as Readonly<Record<string, Values & (new (...all: unknown[]) => object)>>)[type]!;
  return isNew ? new found(...args) : (found[name] as Make).apply(found, [...args]);
}

/** Sites of a call that are not below another call. */
export function sitesOf(call: string): Site[] {
  return (SIGNATURES.get(call) ?? []).flatMap((parameter) => below(call, [], parameter, []));
}

/** All of the public API. */
export const SITES: readonly Site[] = SIGNATURES.heads()
  .filter((call) => !/^Findings|#(?:acknowledge|setting|atLeast|resolveImage)$|^new App$/.test(call))
  .flatMap(sitesOf);

function below(call: string, above: readonly string[], member: Member, within: readonly string[]): Site[] {
  const path = [...above, member.name];
  const site = { call, path, type: member.type, optional: member.optional };
  const element = /^(.*)(\[\]|\{\})$/.exec(member.type);
  const type = element?.[1] ?? member.type;
  const step = element?.[2];
  const inner = step === undefined ? path : [...path, step];
  const members = within.includes(type) ? [] : (STRUCTS.get(type) ?? []);
  return [
    site,
    ...(step === undefined ? [] : [{ call, path: inner, type, optional: false }]),
    ...members.flatMap((each) => below(call, inner, each, [...within, type])),
  ];
}

/** In the place of a value: nothing is stated there. */
export const LEFT_OUT = Symbol('left out');

/** States a value at a site, and hands on what comes of it until a construct is reached. */
export function state(site: Site, value: unknown, scopes: Scopes): void {
  const parameters = SIGNATURES.get(site.call) ?? [];
  const args = parameters.map(({ name, type, optional }) =>
    name === site.path[0] ? placed(type, site.path.slice(1), value) : optional ? undefined : sample(type),
  );
  const [, type = '', method] = /^(?:new )?(\w+)#?(\w*)/.exec(site.call)!;
  const { id = 'made' } = scopes;
  if (site.call.startsWith('new ') && CONSTRUCTS.includes(type)) {
    const scope = type === 'ApplicationStack' ? scopes.app : scopes.stack;
    const made = (library as unknown as Readonly<Record<string, new (...all: unknown[]) => object>>)[type]!;
    new made(scope, id, ...args);
  } else if (site.call.includes('#') && Object.hasOwn(METHODS, type)) {
    const owner = METHODS[type]!;
    const workload = new library[owner](scopes.stack, id, { image: 'made:1.0.0' });
    (workload as unknown as Readonly<Record<string, Make>>)[method!]!.apply(workload, args);
  } else {
    state(...onwards(type, site.call, args), scopes);
  }
}

/** What a call makes, and the site that takes it. */
function onwards(type: string, call: string, args: readonly unknown[]): [Site, unknown] {
  if (call === 'Claim#at') {
    const claim = sample('Claim') as Readonly<Record<string, Make>>;
    return [routeOf('Mount'), claim['at']!(...args)];
  }
  if (type !== 'Volume') return [routeOf(baseOf(type)), perform(call, args)];
  const at = (volume: unknown, ...all: unknown[]) => (volume as Readonly<Record<string, Make>>)['at']!(...all);
  const volume = call === 'Volume#at' ? library.Volume.emptyDir('cache') : perform(call, args);
  return [routeOf('Mount'), call === 'Volume#at' ? at(volume, ...args) : at(volume, '/cache')];
}

/** A value of a type with another one at a path inside of it. */
function placed(type: string, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value === LEFT_OUT ? undefined : value;
  if (value === LEFT_OUT && rest.length === 0) {
    if (step === '[]') return [];
    if (step === '{}') return {};
  }
  if (step === '[]') return [placed(type.slice(0, -2), rest, value)];
  if (step === '{}') return { key: placed(type.slice(0, -2), rest, value) };
  const members = STRUCTS.get(type)!;
  const member = members.find(({ name }) => name === step);
  return { ...requiredOf(members), [step]: member === undefined ? value : placed(member.type, rest, value) };
}

function requiredOf(members: readonly Member[]): Values {
  const needed = members.filter(({ optional, name }) => !optional || name === 'image');
  return Object.fromEntries(needed.map(({ name, type }) => [name, name === 'image' ? 'made:1.0.0' : sample(type)]));
}

const ROUTES = new Map<string, Site>();

/** The nearest site to a construct that takes an object of a class. */
function routeOf(type: string): Site {
  if (ROUTES.size === 0) findRoutes();
  const route = ROUTES.get(type);
  if (route === undefined) throw new Error(`no construct takes a ${type}`);
  return route;
}

function findRoutes(): void {
  const isReached = (site: Site) => {
    const [, type = ''] = /^(?:new )?(\w+)/.exec(site.call)!;
    return CONSTRUCTS.includes(type) || Object.hasOwn(METHODS, type) || ROUTES.has(baseOf(type));
  };
  for (let before = -1; before < ROUTES.size;) {
    before = ROUTES.size;
    for (const site of SITES.filter(isReached)) if (!ROUTES.has(site.type)) ROUTES.set(site.type, site);
  }
  ROUTES.set('MicroserviceReference', ROUTES.get('ICallee')!).set(
    'ServerlessFunctionReference',
    ROUTES.get('ICallee')!,
  );
}

/** The type by which the API takes an object of a class. */
function baseOf(type: string): string {
  const base = Object.getPrototypeOf((library as unknown as Readonly<Record<string, object>>)[type]!) as {
    name: string;
  };
  return base.name === '' ? type : base.name;
}

function concrete(type: string): string {
  return (
    {
      Mesh: 'IstioMesh',
      Delivery: 'Flagger',
      Autoscaling: 'Keda',
      Functions: 'KnativeServing',
      Monitoring: 'NoMonitoring',
      Dashboards: 'NoDashboards',
    }[type] ?? type
  );
}

/** Values of other types than a site's. */
export function wrongValues({ type, optional }: Site): unknown[] {
  const isText = /^(?:string|any|cdk8s-plus-27\.ImagePullPolicy)$/.test(type);
  const named = /^cdk8s-plus-27\.I[A-Z]/.test(type) || ['ICallee', 'ICaller'].includes(type);
  const isStruct = STRUCTS.has(type);
  return [
    ...(isText ? [] : ['canary']),
    ...(/^(?:number|cdk8s\.YamlOutputType)$/.test(type) ? [] : [3]),
    ...(type === 'boolean' ? [] : [true]),
    ...(type.endsWith('[]') ? [] : [[], [8080]]),
    ...(type.endsWith('{}') || isStruct ? [] : [{}]),
    ...(type === 'Port' || named ? [] : [library.Port.http(80)]),
    ...(type === 'cdk8s.Duration' ? [] : [Duration.seconds(3)]),
    null,
    () => 'made',
    ...(optional ? [] : [undefined]),
  ];
}
