import { JsonPatch } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ExternalService,
  type ICallee,
  IstioMesh,
  KubernetesDelivery,
  Microservice,
  Platform,
  Port,
  Rollout,
  Scaling,
  Volume,
} from '../../lib';
import { superlinear } from '../bench/shape';
import { allowInvalidManifests } from '../support/manifests';
import { operationsOf } from '../support/operations';

allowInvalidManifests('many of the programs are wrong on purpose');

type Props = ConstructorParameters<typeof Microservice>[2];

/** Of a size, what a program states. */
interface Large {
  readonly props?: (size: number) => Partial<Props>;
  readonly state?: (size: number, web: Microservice, cart: ICallee, stack: ApplicationStack) => void;
  /** The smallest of three sizes, each twice the one before. */
  readonly size?: number;
}

const times = <T>(size: number, make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at));
const map = <T>(size: number, make: (at: number) => T): Record<string, T> =>
  Object.fromEntries(times(size, (at) => [`V${at}`, make(at)]));

/** Texts of one length: shorter ones are treated otherwise here and there. */
const text = (at: number) => String(100_000 + at);

const LARGE: Readonly<Record<string, Large>> = {
  // The 100,000 of a program grow as these do.
  variables: { props: (size) => ({ env: map(size, text) }), size: 2_000 },
  'references between variables': { props: (size) => ({ env: map(size, (at) => `$(V${Math.max(0, at - 1)})x`) }) },
  'references to nothing': { props: (size) => ({ env: map(size, (at) => `$(NONE${at})`) }) },
  'references of commands': {
    props: (size) => ({ env: map(size, text), pod: { args: times(size, (at) => `$(V${at}) $(NO${at})`) } }),
  },
  'variables that are declared twice': {
    props: (size) => ({ env: map(size, text) }),
    state: (size, web, cart) => web.calls(cart, { addresses: times(size, (at) => ({ name: `V${at}` })) }),
  },
  'variables with invalid names': {
    props: (size) => ({ env: Object.fromEntries(times(size, (at) => [`${at} x`, 'x'])) }),
  },
  ports: { props: (size) => ({ ports: times(size, (at) => Port.http(1000 + at, { name: `p${at}` })) }) },
  'ports that are declared twice': {
    props: (size) => ({ ports: times(size, (at) => Port.http(1000 + (at % (size / 2)))) }),
  },
  mounts: { props: (size) => ({ pod: { mounts: times(size, (at) => Volume.emptyDir(`v${at}`).at(`/v${at}`)) } }) },
  'mounts of one path': {
    props: (size) => ({ pod: { mounts: times(size, (at) => Volume.emptyDir(`v${at}`).at('/v')) } }),
  },
  containers: { props: (size) => ({ pod: { containers: times(size, (at) => ({ name: `c${at}`, image: 'c:1' })) } }) },
  labels: { props: (size) => ({ metadata: { labels: map(size, text), annotations: map(size, text) } }) },
  'calls of one pair': {
    state: (size, web, cart) =>
      times(size, (at) => web.calls(cart, { operation: { paths: [`/p${at}`] }, addressEnv: `CART_${at}` })),
  },
  'calls that are stated twice': {
    state: (size, web, cart) =>
      times(size, (at) => web.calls(cart, { operation: { paths: [`/p${at % (size / 2)}`] } })),
  },
  'paths of one call': {
    state: (size, web, cart) => web.calls(cart, { operation: { paths: times(size, (at) => `/p${at}`) } }),
  },
  'patches of a map': {
    state: (size, web) => times(size, (at) => web.patch({ metadata: { annotations: { [`a${text(at)}`]: 'x' } } })),
  },
  'patches of a list of a container': {
    state: (size, web) => times(size, (at) => web.patchContainer('web', { env: [{ name: `V${at}`, value: 'x' }] })),
  },
  'JSON patches': {
    state: (size, web) =>
      times(size, (at) => web.workload.addJsonPatch(JsonPatch.add(`/metadata/labels/l${text(at)}`, 'x'))),
  },
  'patches of two versions': {
    state: (size, _, __, stack) => {
      const delivery = new KubernetesDelivery({ candidates: { list: { image: 'list:2.0.0', weight: 5 } } });
      const platform = new Platform({ mesh: new IstioMesh(), delivery });
      const list = new Microservice(new ApplicationStack(stack.node.root, 'versions', { platform }), 'list', {
        image: 'list:1.0.0',
        ports: [Port.http(8080)],
        scaling: Scaling.fixed(4),
        lifecycle: { rollout: Rollout.canary({ analysis: false }) },
      });
      times(size, (at) => list.patch({ metadata: { annotations: { [`a${text(at)}`]: 'x' } } }));
    },
  },
  exposures: {
    state: (size, web) => times(size, (at) => web.expose({ host: `h${at}.example.com`, public: true })),
    size: 150,
  },
  'allowed sources': {
    state: (size, web) => web.expose({ allowedSources: times(size, (at) => `10.0.${at >> 8}.${at % 256}/32`) }),
  },
  callees: {
    state: (size, web, _, stack) =>
      times(size, (at) =>
        web.calls(new ExternalService(stack, `e${at}`, { host: `e${at}.example.com`, ports: [Port.tls(443)] })),
      ),
  },
  'microservices that one calls': {
    state: (size, web, _, stack) =>
      times(size, (at) =>
        web.calls(new Microservice(stack, `m${at}`, { image: 'm:1.0.0', ports: [Port.http(8080)] }), {
          addressEnv: `M_${at}`,
        }),
      ),
    size: 100,
  },
  'callers of one microservice': {
    state: (size, _, cart, stack) =>
      times(size, (at) => new Microservice(stack, `m${at}`, { image: 'm:1.0.0' }).calls(cart)),
    size: 100,
  },
  'stacks of one namespace': {
    state: (size, _, __, stack) =>
      times(size, (at) => {
        const { platform } = stack;
        const other = new ApplicationStack(stack.node.root, `stack-${at}`, { platform, namespace: 'shop' });
        new Microservice(other, `m${at}`, { image: 'm:1.0.0', ports: [Port.http(8080)] });
      }),
    size: 100,
  },
};

/** So many that what is done once counts for little. */
const SIZE = 300;

/** Operations of a function for twice the input: n log n, and what is done once. */
const MOST_GROWTH = 2.3;

function operations({ props, state }: Large, size: number, mesh: boolean) {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', mesh ? { platform: new Platform({ mesh: new IstioMesh() }) } : {});
  const cart = new Microservice(stack, 'cart', { image: 'cart:1.0.0', ports: [Port.http(8080)] });
  return operationsOf(() => {
    const web = new Microservice(stack, 'web', { image: 'web:1.0.0', ports: [Port.http(8080)], ...props?.(size) });
    state?.(size, web, cart, stack);
    app.validate();
  });
}

test.each(Object.keys(LARGE).flatMap((name) => [false, true].map((mesh) => [name, mesh] as const)))(
  '%s are judged and rendered in proportion to their number (mesh: %s)',
  (name, mesh) => {
    const large = LARGE[name]!;
    const { size = SIZE } = large;
    // The first run fills what is kept for later ones.
    operations(large, 10, mesh);
    const [one, two, four] = [size, 2 * size, 4 * size].map((each) => operations(large, each, mesh));
    expect([...superlinear(one!, two!, MOST_GROWTH), ...superlinear(two!, four!, MOST_GROWTH)]).toEqual([]);
  },
);
