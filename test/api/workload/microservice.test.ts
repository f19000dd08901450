import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ApplicationStack } from '../../../lib/api/application-stack';
import { Microservice } from '../../../lib/api/workload/microservice';
import { Port, Probe, Scaling } from '../../../lib/values';
import { cart, codesOf, deploymentOf, findingsOf, podOf, shop } from '../../emit/kubernetes/program';

const kindsOf = (microservice: Microservice) =>
  microservice.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => `${object.kind}/${object.name}`);

describe('three lines', () => {
  test('give a workload, its identity, policy, budget and Service, all of one name', () => {
    const stack = shop();
    const microservice = new Microservice(stack, 'cart', {
      image: 'ghcr.io/acme/cart:1.4.2',
      ports: [Port.grpc(7070)],
    });
    expect(kindsOf(microservice).sort()).toEqual([
      'Deployment/cart',
      'NetworkPolicy/cart',
      'PodDisruptionBudget/cart',
      'Service/cart',
      'ServiceAccount/cart',
    ]);
    expect(codesOf(stack)).toEqual([]);
  });

  test('without ports a worker, without Service', () => {
    expect(kindsOf(cart()).sort()).toEqual([
      'Deployment/cart',
      'NetworkPolicy/cart',
      'PodDisruptionBudget/cart',
      'ServiceAccount/cart',
    ]);
  });
});

describe('objects', () => {
  const microservice = () => cart({ ports: [Port.http(80)], scaling: Scaling.onCpu({ max: 3 }) });

  test('can be asked for', () => {
    const { workload, service, autoscaler, disruptionBudget, networkPolicy, serviceAccount } = microservice();
    expect([workload, service, autoscaler, disruptionBudget, networkPolicy].map((object) => object!.kind)).toEqual([
      'Deployment',
      'Service',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'NetworkPolicy',
    ]);
    expect(serviceAccount.toSubjectConfiguration()).toEqual({
      kind: 'ServiceAccount',
      name: 'cart',
      namespace: 'shop',
    });
  });

  test('have ids that say their part and not their kind', () => {
    const made = microservice();
    made.expose({ public: true });
    expect(made.node.children.map(({ node }) => node.id)).toEqual([
      'account',
      'budget',
      'network',
      'scaling',
      'service',
      'workload',
      'exposure',
    ]);
  });

  test('are there when the microservice is made, so that aspects of cdk8s find them', () => {
    expect(ApiObject.of(microservice()).kind).toBe('Deployment');
  });

  test('all are in the namespace of the stack', () => {
    const stack = shop({ namespace: 'prod' });
    cart({ ports: [Port.http(80)] }, stack);
    const manifests = Testing.synth(stack) as { metadata: { namespace: string } }[];
    expect(new Set(manifests.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['prod']));
  });

  test('are ordered so that what is needed comes first', () => {
    const stack = shop();
    cart({ ports: [Port.http(80)] }, stack);
    expect(Testing.synth(stack).map(({ kind }: { kind: string }) => kind)).toEqual([
      'ServiceAccount',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'Service',
      'Deployment',
    ]);
  });

  test('the same under any App of cdk8s', () => {
    const rendered = (app: App) => {
      const stack = new ApplicationStack(app, 'shop');
      cart({ ports: [Port.http(80)] }, stack);
      return Testing.synth(stack);
    };
    expect(rendered(new App({ outdir: Testing.app().outdir }))).toEqual(rendered(Testing.app()));
  });
});

describe('scope', () => {
  test('may be a construct inside of a stack', () => {
    const stack = shop();
    const microservice = new Microservice(new Construct(stack, 'backend'), 'cart', { image: 'acme/cart:1' });
    expect(microservice.workload.name).toBe('cart');
    expect(codesOf(stack)).toEqual([]);
  });

  test.each(['a chart', 'the app'])('%s alone is a finding, not an exception', (where) => {
    const app = Testing.app();
    const microservice = new Microservice(
      where === 'the app' ? app : new Chart(app, 'chart', { namespace: 'ns' }),
      'cart',
      { image: 'acme/cart:1', ports: [Port.http(80)] },
    );
    microservice.calls(microservice);
    microservice.expose({ public: true });
    expect(findingsOf(app)).toMatchObject([{ code: 'MS1031' }]);
  });

  test('is known by its own mark, not by its class', () => {
    expect(Microservice.isMicroservice(cart())).toBe(true);
    for (const other of [undefined, null, {}, shop()]) expect(Microservice.isMicroservice(other)).toBe(false);
  });
});

describe('the pod template', () => {
  const props = { ports: [Port.http(80)] };

  test.each<[string, (microservice: Microservice) => void]>([
    ['exposing', (m) => m.expose({ public: true, annotations: { a: '1' } })],
    ['a network policy of its own', (m) => m.networkPolicy.metadata.addAnnotation('a', '1')],
    ['labels of the Service', (m) => m.service!.metadata.addLabel('a', '1')],
    ['annotations of the workload', (m) => m.workload.metadata.addAnnotation('a', '1')],
    ['acknowledging', (m) => m.acknowledge('MS2008', 'nobody waits that long here')],
  ])('%s leaves it as it is', (_, change) => {
    const before = deploymentOf(cart(props)).spec.template;
    const microservice = cart(props);
    change(microservice);
    expect(deploymentOf(microservice).spec.template).toEqual(before);
  });

  test.each([
    ['annotations', { metadata: { annotations: { 'acme.io/owner': 'x' } } }],
    ['a budget', { lifecycle: { disruptionBudget: false } }],
    ['a policy', { security: { networkPolicy: false } }],
    ['scaling', { scaling: Scaling.onCpu({ max: 9 }) }],
    ['another order of variables', { env: { B: '2', A: '1' } }],
  ])('%s leaves it as it is, though stated', (_, more) => {
    const base = { ...props, ...('env' in more && { env: { A: '1', B: '2' } }) };
    expect(JSON.stringify(deploymentOf(cart({ ...base, ...more })).spec.template)).toBe(
      JSON.stringify(deploymentOf(cart(base)).spec.template),
    );
  });

  test('of another microservice does not change with this one', () => {
    const other = (withCart: boolean) => {
      const stack = shop();
      const web = new Microservice(stack, 'web', { image: 'acme/web:1', ports: [Port.http(80)] });
      if (withCart) cart(props, stack).calls(web);
      return podOf(web);
    };
    expect(other(true)).toEqual(other(false));
  });
});

test('rendering twice gives the same', () => {
  const microservice = cart({ ports: [Port.http(80)], probes: { readiness: Probe.http('/ready') } });
  expect(JSON.stringify(microservice.workload.toJson())).toBe(JSON.stringify(microservice.workload.toJson()));
});

test('props are copied: changing them later changes nothing', () => {
  const [ports, args] = [[Port.http(80)], ['--a']];
  const microservice = cart({ ports, pod: { args } });
  ports.push(Port.grpc(1));
  args.push('--b');
  const [container] = podOf(microservice).containers;
  expect(container!.args).toEqual(['--a']);
  expect(container!.ports).toHaveLength(1);
});

describe('findings of images', () => {
  test.each([
    ['acme/cart', ['MS1005']],
    ['acme/cart:latest', ['MS1005']],
    ['acme/cart:1', []],
    [`acme/cart@sha256:${'0'.repeat(64)}`, []],
    ['Acme/Cart:1', ['MS1004']],
  ])('%s: %j', (image, codes) => {
    expect(codesOf(cart({ image }))).toEqual(codes);
  });
});
