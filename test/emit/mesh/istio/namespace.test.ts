import { App, ApplicationStack, Microservice, PodSecurityLevel, Port } from '../../../../lib';
import { find, ManifestObject, only } from '../../../support/manifests';
import { IstioProgram, labelsOf } from './program';

const baselineOf = (manifests: readonly ManifestObject[]) =>
  manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

test('the namespace comes first, then what closes it', () => {
  const program = new IstioProgram({}, {}, new App({ outdir: 'nowhere' }));
  program.serve('web');
  expect(baselineOf(program.written()).slice(0, 4)).toEqual([
    'Namespace shop',
    'PeerAuthentication default',
    'AuthorizationPolicy deny-all',
    'NetworkPolicy default-deny',
  ]);
});

test('plain text is refused, and nobody may call anybody', () => {
  const manifests = new IstioProgram().written();
  expect(only(manifests, 'PeerAuthentication').spec).toEqual({ mtls: { mode: 'STRICT' } });
  expect(only(manifests, 'AuthorizationPolicy').spec).toEqual({});
});

test('proxies come by injection where no revision is stated, and by the revision where one is', () => {
  const labelsWith = (revision?: string) =>
    only(new IstioProgram({ ...(revision !== undefined && { revision }) }).written(), 'Namespace').metadata.labels;
  expect(labelsWith()).toHaveProperty('istio-injection', 'enabled');
  expect(labelsWith()).not.toHaveProperty(['istio.io/rev']);
  // Both at once would mean injection by the default revision.
  expect(labelsWith('1-30')).toHaveProperty(['istio.io/rev'], '1-30');
  expect(labelsWith('1-30')).not.toHaveProperty('istio-injection');
});

test('each namespace has its own, once, however many stacks share it', () => {
  const program = new IstioProgram();
  const { platform } = program.shop;
  new ApplicationStack(program.app, 'more', { platform, namespace: 'shop' });
  program.stack('bank');
  expect(baselineOf(program.written()).filter((name) => name.startsWith('PeerAuthentication'))).toHaveLength(2);
});

test('a namespace that comes from elsewhere is left alone', () => {
  const program = new IstioProgram();
  new ApplicationStack(program.app, 'found', { platform: program.shop.platform, existing: true });
  expect(program.written().filter(({ metadata }) => metadata.namespace === 'found')).toEqual([]);
});

describe('a namespace that comes from elsewhere may deny nothing', () => {
  const policies = (state: (found: ApplicationStack) => void) => {
    const program = new IstioProgram();
    const found = new ApplicationStack(program.app, 'found', { platform: program.shop.platform, existing: true });
    state(found);
    return program
      .written()
      .filter(({ kind, metadata }) => kind === 'AuthorizationPolicy' && metadata.namespace === 'found')
      .map(({ metadata, spec }) => [metadata.name, spec]);
  };
  const serve = (stack: ApplicationStack, name: string) =>
    new Microservice(stack, name, { image: `${name}:1`, ports: [Port.http(8080)] });
  const of = (name: string, rules: object[]) => [
    name,
    { selector: { matchLabels: labelsOf(name) }, action: 'ALLOW', rules },
  ];

  test('a microservice without callers lets nobody in', () => {
    expect(policies((found) => serve(found, 'cart'))).toEqual([of('cart', [])]);
  });

  test('one without ports, too', () => {
    expect(policies((found) => new Microservice(found, 'worker', { image: 'worker:1' }))).toEqual([of('worker', [])]);
  });

  test('one with callers lets these in alone, whichever is stated first', () => {
    const rules = [
      { from: [{ source: { serviceAccounts: ['found/web'] } }], to: [{ operation: { ports: ['8080'] } }] },
    ];
    expect(policies((found) => serve(found, 'web').calls(serve(found, 'cart')))).toEqual(
      expect.arrayContaining([of('web', []), of('cart', rules)]),
    );
  });
});

test('the Pod Security level stays what is stated', () => {
  const program = new IstioProgram();
  new ApplicationStack(program.app, 'bank', {
    platform: program.shop.platform,
    podSecurity: PodSecurityLevel.BASELINE,
  });
  expect(find(program.written(), 'Namespace', 'bank').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'baseline',
    'istio-injection': 'enabled',
  });
});
