import {
  App,
  ApplicationStack,
  ExternalService,
  type ICallee,
  IstioMesh,
  Microservice,
  Platform,
  Port,
  Volume,
} from '../../lib';
import { allowInvalidManifests } from '../support/manifests';
import { operationsOf } from '../support/operations';

allowInvalidManifests('many of the programs are wrong on purpose');

type Props = ConstructorParameters<typeof Microservice>[2];

/** Of a size, what a program states. */
interface Large {
  readonly props?: (size: number) => Partial<Props>;
  readonly state?: (size: number, web: Microservice, cart: ICallee, stack: ApplicationStack) => void;
}

const times = <T>(size: number, make: (at: number) => T): T[] => Array.from({ length: size }, (_, at) => make(at));
const map = <T>(size: number, make: (at: number) => T): Record<string, T> =>
  Object.fromEntries(times(size, (at) => [`V${at}`, make(at)]));

const LARGE: Readonly<Record<string, Large>> = {
  variables: { props: (size) => ({ env: map(size, String) }) },
  'references between variables': { props: (size) => ({ env: map(size, (at) => `$(V${Math.max(0, at - 1)})x`) }) },
  'references to nothing': { props: (size) => ({ env: map(size, (at) => `$(NONE${at})`) }) },
  'references of commands': {
    props: (size) => ({ env: map(size, String), pod: { args: times(size, (at) => `$(V${at}) $(NO${at})`) } }),
  },
  'variables that are declared twice': {
    props: (size) => ({ env: map(size, String) }),
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
  labels: { props: (size) => ({ metadata: { labels: map(size, String), annotations: map(size, String) } }) },
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
  exposures: { state: (size, web) => times(size, (at) => web.expose({ host: `h${at}.example.com`, public: true })) },
  'allowed sources': {
    state: (size, web) => web.expose({ allowedSources: times(size, (at) => `10.0.${at >> 8}.${at % 256}/32`) }),
  },
  callees: {
    state: (size, web, _, stack) =>
      times(size, (at) =>
        web.calls(new ExternalService(stack, `e${at}`, { host: `e${at}.example.com`, ports: [Port.tls(443)] })),
      ),
  },
};

/** So many that what is done once counts for little. */
const SIZE = 400;

function operations({ props, state }: Large, size: number, mesh: boolean): number {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', mesh ? { platform: new Platform({ mesh: new IstioMesh() }) } : {});
  const cart = new Microservice(stack, 'cart', { image: 'cart:1.0.0', ports: [Port.http(8080)] });
  return operationsOf(() => {
    const web = new Microservice(stack, 'web', { image: 'web:1.0.0', ports: [Port.http(8080)], ...props?.(size) });
    state?.(size, web, cart, stack);
    app.validate();
  });
}

// Twice the input is twice the work and a little: a quadratic quarter would make it two and a half times.
test.each(Object.keys(LARGE).flatMap((name) => [false, true].map((mesh) => [name, mesh] as const)))(
  '%s are judged and rendered in proportion to their number (mesh: %s)',
  (name, mesh) => {
    // The first run fills what is kept for later ones.
    operations(LARGE[name]!, 10, mesh);
    const [one, two] = [SIZE, 2 * SIZE].map((size) => operations(LARGE[name]!, size, mesh)) as [number, number];
    expect(two / one).toBeLessThan(2.5);
  },
);
