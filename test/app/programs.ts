import { ApiObject, App, Chart, ChartProps, IResolver, Lazy, ResolutionContext, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';

/** A random program as data, so that it can be stated to several apps and in several orders. */
export interface Program {
  readonly outputType: YamlOutputType;
  readonly extension: string;
  readonly metadata: boolean;
  readonly resolves: boolean;
  readonly constructs: readonly Stated[];
  /** Source, target: positions in `constructs`. */
  readonly dependencies: readonly (readonly [number, number])[];
}

export interface Stated {
  readonly kind: 'chart' | 'group' | 'object';
  readonly id: string;
  /** Position of the parent; -1 is the app. */
  readonly parent: number;
  readonly content: Record<string, unknown>;
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly hook: 'none' | 'super' | 'own';
}

interface Draw {
  readonly kind: Stated['kind'];
  readonly suffix: string;
  readonly parent: number;
  readonly content: Record<string, unknown>;
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly hook: Stated['hook'];
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('yes', '1e3', '12:30', 'a\nb\n', ' a\n\nb', '{{x}}', 'image:1.0', 'lazy', 'token'),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1 }), tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
// cdk8s loses a key of this name, and resolvers take these for objects of their own.
const content = fc
  .dictionary(
    fc.stringMatching(/^[a-z]{1,6}$/).filter((key) => !['kind', 'metadata', 'resolve', 'value'].includes(key)),
    json,
    { maxKeys: 3, noNullPrototype: true },
  )
  .filter((value) => !/"(__proto__|constructor|resolve|value|toJSON)"/.test(JSON.stringify(value)));
const labels = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom('a', 'on', '1'), {
  maxKeys: 2,
  noNullPrototype: true,
});

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom<Stated['kind']>('chart', 'group', 'object', 'object', 'object'),
  suffix: fc.constantFrom('', 'a', 'B', '-', '.', '0'),
  parent: fc.nat(1000),
  content,
  namespace: fc.option(fc.constantFrom('shop', 'pay'), { nil: undefined }),
  labels,
  hook: fc.constantFrom<Stated['hook']>('none', 'none', 'none', 'super', 'own'),
});

export const program: fc.Arbitrary<Program> = fc
  .record({
    outputType: fc.constantFrom(
      YamlOutputType.FILE_PER_APP,
      YamlOutputType.FILE_PER_CHART,
      YamlOutputType.FILE_PER_RESOURCE,
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ),
    extension: fc.constantFrom('.k8s.yaml', '.yml'),
    metadata: fc.boolean(),
    resolves: fc.boolean(),
    draws: fc.array(draw, { minLength: 1, maxLength: 14 }),
    pairs: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.integer({ min: 0, max: 9 })), { maxLength: 5 }),
  })
  .map(({ draws, pairs, ...settings }) => {
    const constructs: Stated[] = [];
    const inChart: boolean[] = [];
    for (const [position, { suffix, parent, ...rest }] of draws.entries()) {
      const kind = rest.kind === 'object' && !inChart.includes(true) ? 'chart' : rest.kind;
      const parents = [...(kind === 'object' ? [] : [-1]), ...constructs.keys()].filter(
        (at) => kind !== 'object' || inChart[at],
      );
      const chosen = parents[parent % parents.length]!;
      constructs.push({ ...rest, kind, id: `${suffix}${(position * 7) % 10}${position}`, parent: chosen });
      inChart.push(kind === 'chart' || (inChart[chosen] ?? false));
    }
    const ends = [...constructs.keys()].filter((at) => inChart[at]);
    const dependencies =
      ends.length === 0
        ? []
        : pairs
            .map(([a, b, backwards]): [number, number] => {
              const [one, other] = [ends[a % ends.length]!, ends[b % ends.length]!];
              // Mostly from later to earlier, since a cycle leaves little to compare.
              return backwards === 0 ? [one, other] : [Math.max(one, other), Math.min(one, other)];
            })
            .filter(([source, target]) => source !== target);
    return { ...settings, constructs, dependencies };
  });

class HookedChart extends Chart {
  public constructor(
    scope: Construct,
    id: string,
    settings: ChartProps,
    private readonly hook: Stated['hook'],
  ) {
    super(scope, id, settings);
  }

  public override toJson(): unknown[] {
    if (this.hook === 'own')
      return [...this.apiObjects].sort((a, b) => (a.node.id < b.node.id ? -1 : 1)).map((object) => object.toJson());
    // Twice, and changed: neither may show in the other.
    super.toJson().forEach((object) => {
      object.spoiled = true;
    });
    return super.toJson().map((object) => ({ ...object, hooked: true }));
  }
}

class HookedObject extends ApiObject {
  public override toJson(): unknown {
    return { ...super.toJson(), extra: [1, undefined, { on: 'yes' }] };
  }
}

/** Replaces `{{x}}`, and keeps the key that it was asked for. */
export class TemplateResolver implements IResolver {
  public resolve(context: ResolutionContext): void {
    if (context.value === '{{x}}') context.replaceValue(`resolved ${context.key.join('.')}`);
  }
}

/** States the program to an app; `order` gives the order of the statements, parents before children. */
export function state(
  app: App,
  { constructs, dependencies }: Program,
  order: readonly number[] = [...constructs.keys()],
): Construct[] {
  const made: Construct[] = [];
  const make = (at: number): Construct => {
    const { kind, id, parent, content: fields, namespace, labels: own, hook } = constructs[at]!;
    const scope = parent < 0 ? app : (made[parent] ?? make(parent));
    if (made[at] !== undefined) return made[at];
    if (kind === 'group') return (made[at] = new Construct(scope, id));
    if (kind === 'chart') {
      const settings = { ...(namespace && { namespace }), labels: own };
      return (made[at] = hook === 'none' ? new Chart(scope, id, settings) : new HookedChart(scope, id, settings, hook));
    }
    const object = new (hook === 'super' ? HookedObject : ApiObject)(scope, id, {
      apiVersion: at % 2 === 0 ? 'v1' : 'apps/v1',
      kind: at % 3 === 0 ? 'ConfigMap' : 'Secret',
      metadata: {
        ...(at % 2 === 0 && { name: `name-${at}` }),
        ...(namespace && { namespace }),
        labels: own,
        annotations: { path: String(at) },
      },
      ...(alive(fields) as Record<string, unknown>),
    });
    return (made[at] = object);
  };
  order.forEach(make);
  const stated = order.map((at) => dependencies[at]).filter((dependency) => dependency !== undefined);
  for (const [source, target] of [...stated, ...dependencies]) made[source]!.node.addDependency(made[target]!);
  return made;
}

/** Makes values that are only known at synthesis of some strings. */
function alive(value: unknown): unknown {
  if (value === 'lazy') return Lazy.any({ produce: () => ['lazily', { made: 'no' }] });
  if (value === 'token') return { resolve: () => 'token value' };
  if (Array.isArray(value)) return value.map(alive);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, alive(item)]));
}
