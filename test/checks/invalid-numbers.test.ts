import {
  App,
  ApplicationStack,
  ClusterDns,
  ClusterFacts,
  Microservice,
  NetworkPeer,
  Platform,
  Port,
  Tracing,
} from '../../lib';
import { synthesize } from '../../lib/app/synthesis';
import { SITES } from '../arguments/sites';
import { appOf, inputOf } from '../attack/program';
import { allowInvalidManifests } from '../support/manifests';

allowInvalidManifests('the numbers are wrong on purpose');

const NUMBERS = SITES.filter(({ type }) => /^number(?:\[\])?$/.test(type));
const findingsOf = (app: App) => synthesize(app, { recordConstructMetadata: false, stream: true }).findings;

test.each([NaN, Infinity, -Infinity, -98765])('at each place, %d is named by one finding', (value) => {
  const inputs = NUMBERS.map((site) => ({ site, value: site.type === 'number' ? value : [value] }));
  expect(inputs.length).toBeGreaterThan(50);
  const named = findingsOf(appOf(inputs))
    // An exposure to anybody is another fault than that of its port.
    .filter(({ code, message, given }) => code !== 'MS2021' && `${message} ${given}`.includes(String(value)))
    .map(({ code, path, given }) => ({ at: inputOf(path), found: `${code} ${given}` }));
  const twice = inputs
    .map(({ site: { call, path } }, at) => ({
      place: `${call} ${path.join('.')}`,
      found: named.filter((each) => each.at === String(at)).map(({ found }) => found),
    }))
    .filter(({ found }) => found.length > 1);
  expect(twice).toEqual([]);
});

const OTEL = { service: 'otel', namespace: 'telemetry', labels: { app: 'otel' } };

test.each([
  ['resolvers', new Platform({ cluster: new ClusterFacts({ dns: resolversOn(NaN) }) }), ['MS3005 pay']],
  ['a collector', new Platform({ observability: { tracing: collectorOn(Infinity) } }), ['MS5301 pay']],
])(
  'an impossible port of %s is a finding of the first stack, and none of the objects that hold it',
  (_, platform, found) => {
    const app = new App();
    for (const id of ['store', 'pay'])
      new Microservice(new ApplicationStack(app, id, { platform }), 'cart', {
        image: 'cart:1.0.0',
        ports: [Port.http(80)],
      });
    expect(findingsOf(app).map(({ code, path }) => `${code} ${path}`)).toEqual(found);
  },
);

test('a finding of a chart does not hide an object with another number', () => {
  const app = new App();
  const platform = new Platform({ cluster: new ClusterFacts({ dns: resolversOn(NaN) }) });
  const cart = new Microservice(new ApplicationStack(app, 'shop', { platform }), 'cart', { image: 'cart:1.0.0' });
  cart.patch({ spec: { revisionHistoryLimit: Infinity } });
  expect(findingsOf(app).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'MS3005 shop',
    'MS0004 shop/cart/workload',
  ]);
});

function resolversOn(port: number): ClusterDns {
  return ClusterDns.custom([NetworkPeer.pods({ namespace: 'dns' })], port);
}

function collectorOn(port: number): Tracing {
  return new Tracing({ collector: { ...OTEL, port } });
}
