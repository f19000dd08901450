import { App } from 'cdk8s';
import type * as Library from '../../lib';
import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  KubernetesVersion,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  Platform,
  PlatformProps,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  ServerlessFunction,
} from '../../lib';
import { findingsOf, IMAGE } from './cases';

const SCRAPERS = [NetworkPeer.pods({ namespace: 'monitoring' })];
const MONITORING = { monitoring: new PrometheusOperator({ selector: { release: 'monitoring' } }) };

/** Findings of two stacks of three microservices each on one platform. */
function found(
  props: PlatformProps,
  microservice: Partial<MicroserviceProps> = {},
  state: (microservice: Microservice) => void = () => undefined,
) {
  const app = new App();
  const platform = new Platform(props);
  for (const id of ['store', 'pay']) {
    const stack = new ApplicationStack(app, id, { platform });
    for (const name of ['a', 'b', 'c'])
      state(new Microservice(stack, `${id}-${name}`, { image: IMAGE, ports: [Port.http(8080)], ...microservice }));
  }
  return findingsOf(app);
}

describe('a fault of a platform is one finding, at its first stack by path', () => {
  test.each<[string, ReturnType<typeof found>]>([
    ['MS5004', found({ mesh: new IstioMesh(), observability: MONITORING })],
    [
      'MS4009',
      found({ mesh: new IstioMesh(), cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.28') }) }),
    ],
    [
      'MS4008',
      found({ mesh: new IstioMesh() }, {}, (each) => each.expose({ host: `${each.name}.example.com`, public: true })),
    ],
    ['MS2015', found({}, {}, (each) => each.callsKubernetesApi())],
    ['MS3003', found({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.20') }) })],
    ['MS3006', found({ images: { cart: 'a b' } })],
    ['MS1024', found({ defaults: { metadata: { labels: { 'a b': 'c' } } } })],
  ])('%s', (code, findings) => {
    expect(findings.filter((each) => each.code === code).map(({ path }) => path)).toEqual(['pay']);
  });

  test('MS5002', () => {
    const monitoring = new PrometheusAnnotations();
    const cluster = new ClusterFacts({ scrapers: SCRAPERS });
    const findings = found(
      { mesh: new IstioMesh(), cluster, observability: { monitoring } },
      { objectives: [Objective.availability(99.9)] },
    ).filter(({ code }) => code === 'MS5002');
    expect(findings.map(({ path, given }) => [path, given])).toEqual([
      ['pay', 'stated: availability of pay-a, availability of pay-b, availability of pay-c and 3 more'],
    ]);
  });

  test('MS7001', () => {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop');
    for (const name of ['resize', 'crop']) new ServerlessFunction(stack, name, { image: IMAGE });
    const findings = findingsOf(app).filter(({ code }) => code === 'MS7001');
    expect(findings.map(({ path, message }) => [path, message])).toEqual([['shop', 'nothing runs crop, resize']]);
  });
});

test('the fault of another platform is another', () => {
  const app = new App();
  for (const id of ['store', 'pay']) {
    const platform = new Platform({ mesh: new IstioMesh(), observability: MONITORING });
    new Microservice(new ApplicationStack(app, id, { platform }), id, { image: IMAGE, ports: [Port.http(8080)] });
  }
  expect(findingsOf(app).map(({ code, path }) => `${code} ${path}`)).toEqual(['MS5004 store', 'MS5004 pay']);
});

test('it can be accepted for all of them at once', () => {
  const app = new App();
  const platform = new Platform({ mesh: new IstioMesh(), observability: MONITORING });
  for (const id of ['store', 'pay']) {
    const stack = new ApplicationStack(app, id, { platform });
    new Microservice(stack, id, { image: IMAGE, ports: [Port.http(8080)] });
    if (id === 'pay') stack.acknowledge('MS5004', 'an agent on each node scrapes');
  }
  expect(findingsOf(app).filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
});

describe('what follows from a second copy of the library is not reported beside it', () => {
  let other: typeof Library;
  jest.isolateModules(() => {
    other = jest.requireActual<typeof Library>('../../lib');
  });
  const codes = (app: App) => findingsOf(app).map(({ code, path }) => `${code} ${path}`);

  test('of a platform: all that its mesh, images and monitoring would do', () => {
    const app = new App();
    const platform = new other.Platform({ mesh: new other.IstioMesh(), images: { web: 'acme/web:1' } });
    for (const id of ['store', 'pay']) {
      const stack = new ApplicationStack(app, id, { platform });
      const web = new Microservice(stack, 'web', { image: 'web', ports: [Port.http(80)] });
      web.expose({ host: `${id}.example.com`, tlsSecret: 'web-tls', public: true });
      stack.acknowledge('MS5002', 'objectives are for the dashboards');
      new ServerlessFunction(stack, 'resize', { image: IMAGE });
    }
    expect(codes(app)).toEqual(['MS0009 pay']);
  });

  test('of a callee: what its ports and its mesh differ in', () => {
    const app = new App();
    const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ mesh: new IstioMesh() }) });
    const stock = new other.Microservice(new other.ApplicationStack(app, 'depot'), 'stock', {
      image: IMAGE,
      ports: [other.Port.grpc(9090)],
    });
    new Microservice(stack, 'web', { image: IMAGE, ports: [Port.http(80)] }).calls(stock, { timeout: undefined });
    expect([...new Set(codes(app))]).toEqual(['MS0009 shop/web']);
  });
});
