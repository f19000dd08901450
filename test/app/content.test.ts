import { type ApiObject, App as Cdk8sApp, JsonPatch, type ResolutionContext, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { App, ApplicationStack, Microservice, Platform, Port, Scaling } from '../../lib';

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

function cart(app: Cdk8sApp): Microservice {
  const platform = new Platform({ defaults: { metadata: { labels: { constructor: 'none', team: 'shop' } } } });
  return new Microservice(new ApplicationStack(app, 'shop', { platform }), 'cart', {
    image: 'registry.example/cart:1.0.0',
    ports: [Port.grpc(7070)],
    env: { ZEBRA: 'yes', ALPHA: '', constructor: '1e3' },
    scaling: Scaling.onCpu({ min: 2, max: 5 }),
  });
}

const outdir = () => Testing.app().outdir;
const objects = (app: App) => parseAllDocuments(app.synthYaml()).map((each) => each.toJS() as Rendered);
const podOf = ({ spec }: Rendered) => (spec['template'] as { readonly spec: object }).spec;
const workload = (app: App) => objects(app).find(({ kind }) => kind === 'Deployment')!;

let stderr: jest.SpyInstance;
beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  stderr.mockRestore();
  delete process.env.CDK8S_DISABLE_SORT;
});

test('data is written as cdk8s renders it', () => {
  const [ours, theirs] = [new App({ outdir: outdir() }), new Cdk8sApp({ outdir: outdir() })];
  cart(ours);
  cart(theirs);
  const byKind = (all: readonly Rendered[]) =>
    new Map(all.map((each) => [`${each.kind} ${each.metadata.name}`, JSON.stringify(each)]));
  const rendered = byKind(theirs.charts.flatMap((chart) => chart.toJson() as Rendered[]));
  expect(byKind(objects(ours))).toEqual(rendered);
});

test('a resolver of the program changes values of our objects', () => {
  const always = {
    resolve: (context: ResolutionContext) => {
      if (context.value === 'IfNotPresent') context.replaceValue('Always');
    },
  };
  const app = new App({ outdir: outdir(), resolvers: [always] });
  cart(app);
  expect(podOf(workload(app))).toMatchObject({ containers: [{ imagePullPolicy: 'Always' }] });
});

test('a toJson of its own decides what an object is', () => {
  const app = new App({ outdir: outdir() });
  const object = cart(app).node.defaultChild as ApiObject;
  const { toJson } = object;
  object.toJson = function (this: ApiObject): unknown {
    return { ...(toJson.call(this) as object), extra: true };
  };
  expect(workload(app)).toHaveProperty('extra', true);
});

test('patches and added metadata are in the output', () => {
  const app = new App({ outdir: outdir() });
  const object = cart(app).node.defaultChild as ApiObject;
  object.addJsonPatch(JsonPatch.add('/spec/revisionHistoryLimit', 3));
  object.metadata.addLabel('added', 'later');
  expect(workload(app)).toMatchObject({ spec: { revisionHistoryLimit: 3 }, metadata: { labels: { added: 'later' } } });
});

test('keys stay unsorted where cdk8s is told so', () => {
  process.env.CDK8S_DISABLE_SORT = 'true';
  const [ours, theirs] = [new App({ outdir: outdir() }), new Cdk8sApp({ outdir: outdir() })];
  cart(ours);
  cart(theirs);
  const deployment = theirs.charts
    .flatMap((chart) => chart.toJson() as Rendered[])
    .find(({ kind }) => kind === 'Deployment')!;
  const keys = Object.keys(podOf(deployment));
  expect(Object.keys(podOf(workload(ours)))).toEqual(keys);
  expect(keys).not.toEqual([...keys].sort());
});
