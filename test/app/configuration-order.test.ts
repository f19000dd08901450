import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, YamlOutputType } from 'cdk8s';
import { ConfigMap, EnvFrom, Secret } from 'cdk8s-plus-27';
import { parseAllDocuments } from 'yaml';
import {
  App,
  ApplicationStack,
  CanaryStep,
  IstioMesh,
  KubernetesDelivery,
  Microservice,
  Platform,
  Port,
  Rollout,
  Volume,
} from '../../lib';
import { filesBelow } from '../../lib/app/disk';
import { isError } from '../../lib/errors';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'order-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const image = 'acme/cart:1';
const names = (app: App) =>
  parseAllDocuments(app.synthYaml()).map((document) => {
    const { kind, metadata } = document.toJS() as { kind: string; metadata: { name: string } };
    return `${kind} ${metadata.name}`;
  });
const config = (scope: Chart, id: string, name: string) =>
  new ConfigMap(scope, id, { metadata: { name }, data: { a: '1' } });

describe('configuration of the program', () => {
  test('comes before the workloads that read it, and nothing else moves', () => {
    const app = new App({ outdir: folder });
    const stack = new ApplicationStack(app, 'shop');
    const settings = config(stack, 'z-settings', 'settings');
    const password = new Secret(stack, 'z-password', { metadata: { name: 'password' } });
    new Microservice(stack, 'cart', { image, pod: { mounts: [Volume.configMap('settings', settings).at('/c')] } });
    new Microservice(stack, 'user', { image, pod: { envFrom: [new EnvFrom(undefined, undefined, password)] } });
    new Microservice(stack, 'web', { image });
    expect(names(app).slice(2)).toEqual([
      ...['ServiceAccount cart', 'PodDisruptionBudget cart', 'NetworkPolicy cart'],
      ...['ServiceAccount user', 'PodDisruptionBudget user', 'NetworkPolicy user'],
      ...['ServiceAccount web', 'PodDisruptionBudget web', 'NetworkPolicy web', 'Deployment web'],
      ...['Secret password', 'Deployment user', 'ConfigMap settings', 'Deployment cart'],
    ]);
  });

  test('comes before every version, by name and by patch', () => {
    const app = new App({ outdir: folder });
    const delivery = new KubernetesDelivery({ candidates: { cart: { image: 'acme/cart:2', weight: 20 } } });
    const stack = new ApplicationStack(app, 'shop', { platform: new Platform({ mesh: new IstioMesh(), delivery }) });
    new Microservice(stack, 'cart', {
      image,
      ports: [Port.http(8080)],
      lifecycle: { rollout: Rollout.canary({ steps: [CanaryStep.weight(20)], analysis: false }) },
      pod: { mounts: [Volume.configMapNamed('settings', 'settings').at('/c')] },
    });
    const patched = new Microservice(stack, 'patched', { image });
    patched.patch({
      spec: { template: { spec: { volumes: [{ name: 'all', projected: { sources: [{ secret: { name: 'b' } }] } }] } } },
    });
    patched.patchContainer('patched', { volumeMounts: [{ name: 'all', mountPath: '/all' }] });
    config(stack, 'z', 'settings');
    new Secret(stack, 'zz', { metadata: { name: 'b' } });
    const order = names(app);
    const at = (name: string) => {
      expect(order).toContain(name);
      return order.indexOf(name);
    };
    expect(at('ConfigMap settings')).toBeLessThan(Math.min(at('Deployment cart'), at('Deployment cart-canary')));
    expect(at('Secret b')).toBeLessThan(at('Deployment patched'));
  });

  test('stands in a file before that of its readers, which only then have numbers', () => {
    const filesWith = (id: string) => {
      const app = new App({ outdir: join(folder, id) });
      const stack = new ApplicationStack(app, 'shop');
      new Microservice(stack, 'cart', {
        image,
        pod: { mounts: [Volume.configMapNamed('settings', 'settings').at('/c')] },
      });
      config(new Chart(app, id, { namespace: 'shop' }), 'settings', 'settings');
      app.synth();
      return [...filesBelow(join(folder, id))].sort();
    };
    expect(filesWith('configuration')).toEqual([
      '00-namespace-shop.k8s.yaml',
      'configuration.k8s.yaml',
      'shop.k8s.yaml',
    ]);
    expect(filesWith('zz')).toEqual(['0000-00-namespace-shop.k8s.yaml', '0001-zz.k8s.yaml', '0002-shop.k8s.yaml']);
  });

  test('gives way where charts read of each other, or where a dependency says otherwise', () => {
    const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_CHART });
    const [one, other] = ['one', 'other'].map((id) => new ApplicationStack(app, id, { namespace: 'shop' }));
    const ofOne = config(one!, 'config', 'of-one');
    const ofOther = config(other!, 'config', 'of-other');
    const reading = (stack: ApplicationStack, id: string, configMap: ConfigMap) =>
      new Microservice(stack, id, { image, pod: { envFrom: [new EnvFrom(configMap)] } });
    const cart = reading(one!, 'cart', ofOther);
    reading(other!, 'user', ofOne);
    const late = config(one!, 'late', 'late');
    late.node.addDependency(cart);
    cart.patchContainer('cart', { envFrom: [{ configMapRef: { name: 'late' } }] });
    expect(app.validate().filter(isError)).toEqual([]);
    app.synth();
    expect([...filesBelow(folder)]).toHaveLength(3);
    const order = names(app);
    expect(order.indexOf('ConfigMap late')).toBeGreaterThan(order.indexOf('Deployment cart'));
  });
});
