import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, App as PlainApp, Chart, Duration, Size, YamlOutputType } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import type * as Library from '../../lib';
import {
  App,
  ApplicationStack,
  ExternalService,
  Finding,
  MicroserviceReference,
  Port,
  Scaling,
  Volume,
} from '../../lib';
import { cart, service } from './cases';

/** What our App finds in a program of one stack, `shop`. */
function found(program: (stack: ApplicationStack) => void): Finding[] {
  const app = new App();
  program(new ApplicationStack(app, 'shop'));
  return app.validate().filter(({ severity }) => severity === 'error');
}

const bank = (stack: ApplicationStack, id: string) =>
  new ExternalService(stack, id, { host: 'bank.example', ports: [Port.tls(443)], addresses: ['203.0.113.0/24'] });

const expected = (code: string, at: string, given: string) =>
  expect.objectContaining({
    code,
    path: at,
    severity: 'error',
    given: expect.stringContaining(given),
    fix: expect.stringMatching(/.{8}/),
  });

describe('bad input is a finding', () => {
  test('a name that Kubernetes refuses', () => {
    expect(found((stack) => service(stack, 'Cart'))).toContainEqual(expected('MS1001', 'shop/Cart', 'Cart'));
  });

  test('names that collide', () => {
    expect(
      found((stack) => [
        cart(stack),
        cart(new ApplicationStack(stack.node.root as App, 'more', { namespace: 'shop' })),
      ]),
    ).toContainEqual(
      expect.objectContaining({
        code: 'MS0002',
        message: expect.stringMatching(/^5 objects are made twice: .*Deployment shop\/cart$/),
        given: 'more/cart and shop/cart',
      }),
    );
  });

  test('a name that collides with one that is derived', () => {
    expect(found((stack) => [cart(stack).expose({ public: true }), service(stack, 'cart-external')])).toContainEqual(
      expected('MS0002', 'shop/cart-external/service', 'shop/cart/exposure'),
    );
  });

  test('a name that is too long', () => {
    expect(found((stack) => service(stack, 'a'.repeat(53)))).toContainEqual(
      expected('MS1002', `shop/${'a'.repeat(53)}`, 'a'.repeat(53)),
    );
  });

  test('a port out of range', () => {
    expect(found((stack) => cart(stack, { ports: [Port.http(65536)] }))).toContainEqual(
      expected('MS1016', 'shop/cart', '65536'),
    );
  });

  test('a port declared twice', () => {
    expect(found((stack) => cart(stack, { ports: [Port.http(80), Port.grpc(80)] }))).toEqual([
      expected('MS1017', 'shop/cart', 'http and grpc'),
    ]);
  });

  test('a port name collision', () => {
    expect(found((stack) => cart(stack, { ports: [Port.http(80), Port.http(81)] }))).toEqual([
      expected('MS1018', 'shop/cart', 'ports 80 and 81'),
    ]);
  });

  test('a call to a port that is not there', () => {
    expect(found((stack) => service(stack, 'web').calls(cart(stack), { port: 1 }))).toEqual([
      expected('MS2001', 'shop/web', 'port 1'),
    ]);
  });

  test('a request above its limit', () => {
    expect(
      found((stack) => cart(stack, { resources: { cpu: { request: Cpu.units(2), limit: Cpu.units(1) } } })),
    ).toEqual([expected('MS1007', 'shop/cart', '2')]);
  });

  test('min above max', () => {
    expect(found((stack) => cart(stack, { scaling: Scaling.onMemory({ min: 3, max: 2 }) }))).toEqual([
      expected('MS1021', 'shop/cart', 'min was 3, max was 2'),
    ]);
  });

  test('a variable declared twice', () => {
    expect(
      found((stack) => cart(stack, { env: { A: '1' }, pod: { envValues: { A: EnvValue.fromValue('2') } } })),
    ).toEqual([expected('MS1009', 'shop/cart', "A='1' and A='2'")]);
  });

  test('a mount path twice', () => {
    expect(
      found((stack) =>
        cart(stack, { pod: { mounts: [Volume.emptyDir('a').at('/data'), Volume.emptyDir('b').at('/data')] } }),
      ),
    ).toEqual([expected('MS1012', 'shop/cart', 'a and b')]);
  });

  test('a cycle of explicit dependencies', () => {
    const problems = found((stack) => {
      const [a, b] = ['a', 'b'].map((id) => new ApiObject(stack, id, { apiVersion: 'v1', kind: 'ConfigMap' })) as [
        ApiObject,
        ApiObject,
      ];
      a.addDependency(b);
      b.addDependency(a);
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'MS0003', given: expect.stringMatching(/shop\/a.*shop\/b|shop\/b.*shop\/a/) }),
    );
  });

  test('a duration below what the API accepts', () => {
    expect(found((stack) => cart(stack, { lifecycle: { longestRequest: Duration.millis(10) } }))).toEqual([
      expected('MS1020', 'shop/cart', '0.01 s'),
    ]);
  });

  test('a quantity below what the API accepts', () => {
    expect(
      found((stack) => cart(stack, { resources: { memory: { request: Size.kibibytes(0.0001) } } })),
    ).toContainEqual(expected('MS1008', 'shop/cart', 'resources.memory.request was'));
  });

  test('a microservice outside an application stack', () => {
    expect(found((stack) => cart(new Chart(stack.node.root as App, 'plain')))).toEqual([
      expected('MS1031', 'plain/cart', 'its scope was plain'),
    ]);
  });

  test('two installed copies of the library', () => {
    let other: typeof Library;
    jest.isolateModules(() => {
      other = jest.requireActual<typeof Library>('../../lib');
    });
    expect(found((stack) => cart(new other.ApplicationStack(stack.node.root as App, 'other')))).toContainEqual(
      expected('MS0009', 'other/cart', 'the application stack other'),
    );
  });

  test('an empty id', () => {
    expect(found((stack) => service(stack, ''))).toEqual([expected('MS1001', 'shop/(empty)', "''")]);
    expect(found((stack) => new ApplicationStack(stack.node.root as App, ''))).toEqual([
      expected('MS3001', '(empty)', "''"),
    ]);
    expect(found((stack) => new ApplicationStack(stack.node.root as App, '', { namespace: 'depot' }))).toEqual([
      expected('MS3001', '(empty)', "''"),
    ]);
    expect(found((stack) => bank(stack, ''))).toEqual([expected('MS0014', 'shop/(empty)', "''")]);
  });

  test('an id that is taken is one finding, whatever is below', () => {
    expect(found((stack) => [cart(stack), cart(stack)])).toEqual([
      expected('MS0014', 'shop/cart#2', 'shop/cart (Microservice)'),
    ]);
    expect(
      found((stack) => [cart(stack), cart(stack), cart(stack)]).map(({ code, path: at }) => `${code} ${at}`),
    ).toEqual(['MS0014 shop/cart#2', 'MS0014 shop/cart#3']);
    expect(found((stack) => [bank(stack, 'bank'), bank(stack, 'bank')])).toEqual([
      expected('MS0014', 'shop/bank#2', 'ExternalService'),
    ]);
    expect(
      found((stack) => [new ApiObject(stack, 'cart', { apiVersion: 'v1', kind: 'ConfigMap' }), cart(stack)]),
    ).toEqual([expected('MS0014', 'shop/cart#2', 'shop/cart (ApiObject)')]);
    expect(
      found((stack) => {
        const { root } = stack.node;
        cart(stack);
        cart(new ApplicationStack(root, 'shop'));
        service(new ApplicationStack(root, 'shop', { namespace: 'depot' }), 'stock');
      }),
    ).toEqual([
      expected('MS0014', 'shop#2', 'shop (ApplicationStack)'),
      expected('MS0014', 'shop#3', 'shop (ApplicationStack)'),
    ]);
  });

  test('an id that is taken is one finding where each object has a file too', () => {
    const app = new App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
    const stack = new ApplicationStack(app, 'shop');
    [cart(stack), cart(stack)].forEach((each) => each.expose({ public: true }));
    expect(app.validate()).toEqual([expected('MS0014', 'shop/cart#2', 'shop/cart')]);
  });

  test('an id that is taken stops an App of cdk8s', () => {
    const app = new PlainApp();
    const stack = new ApplicationStack(app, 'shop');
    [cart(stack), cart(stack)].forEach((each) => expect(each.name).toBe('cart'));
    expect(() => app.synthYaml()).toThrow(/error MS0014 shop\/cart#2: the id 'cart' is taken/);
  });

  test('names of JavaScript are names like any other', () => {
    expect(
      found((stack) => [
        new ApplicationStack(stack.node.root as App, 'constructor'),
        service(stack, 'constructor'),
        bank(stack, 'toString'),
        bank(stack, '__proto__'),
      ]),
    ).toEqual([]);
    expect(found((stack) => service(stack, 'toString'))).toEqual([expected('MS1001', 'shop/(toString)', 'toString')]);
  });

  test('an id of an object that is made late', () => {
    expect(
      found((stack) => {
        const exposed = cart(stack);
        new ApiObject(exposed, 'exposure', { apiVersion: 'v1', kind: 'ConfigMap' });
        exposed.expose({ public: true });
      }),
    ).toEqual([]);
  });

  test('none of it is found in a program that is right', () => {
    expect(
      found((stack) =>
        cart(stack).calls(new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.http(8080)] })),
      ),
    ).toEqual([]);
  });
});

describe('a program that is wrong in many ways', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bad-program-'));
  fs.writeFileSync(path.join(folder, 'shop.k8s.yaml'), 'earlier: output\n');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['-r', 'ts-node/register', path.join(__dirname, 'bad-program.ts')],
    {
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: folder },
    },
  );
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const heads = stderr.split('\n').filter((line) => /^(error|warning) MS/.test(line));

  test('ends with 1 and a report of all of it, each in three lines', () => {
    const codes = [
      'MS0002',
      'MS0003',
      'MS1001',
      'MS1002',
      'MS1007',
      'MS1009',
      'MS1012',
      'MS1016',
      'MS1017',
      'MS1018',
      'MS1020',
      'MS1021',
      'MS1031',
      'MS2001',
    ];
    expect(status).toBe(1);
    expect(codes.filter((code) => !heads.some((line) => line.startsWith(`error ${code} `)))).toEqual([]);
    expect(stderr).toContain(
      [
        'error MS1007 shop/cart: memory request 2Gi is above its limit 512Mi',
        '  resources.memory.request was 2Gi, resources.memory.limit was 512Mi',
        '  raise the limit or lower the request',
      ].join('\n'),
    );
    const body = stderr.trimEnd().split('\n');
    expect(body.at(-2)).toBe(`${heads.length} errors; nothing was written`);
    expect(body.at(-1)).toMatch(/^explained in docs\/findings: MS0002\.md, .*, MS2001\.md$/);
    expect(body).toHaveLength(3 * heads.length + 2);
  });

  test('is reported in the order of paths, without a stack trace and with nothing on stdout', () => {
    const paths = heads.map((line) => line.split(' ')[2]!.replace(/:$/, ''));
    expect(paths).toEqual([...paths].sort());
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
  });

  test('leaves earlier output as it was', () => {
    expect(fs.readdirSync(folder)).toEqual(['shop.k8s.yaml']);
    expect(fs.readFileSync(path.join(folder, 'shop.k8s.yaml'), 'utf8')).toBe('earlier: output\n');
  });
});
