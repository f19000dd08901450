import { ApiObject } from 'cdk8s';
import { Microservice } from '../../lib/api/workload/microservice';
import { ClusterFacts, NEWEST_MINOR, OLDEST_MINOR, Port, Scaling } from '../../lib/values';
import { codesOf, shopOn } from '../emit/kubernetes/program';

/** Every value of every object of a program that uses all there is, by its path. */
function values(version: string): Map<string, unknown> {
  const stack = shopOn(version);
  const cart = new Microservice(stack, 'cart', {
    image: 'ghcr.io/acme/cart:1',
    ports: [Port.grpc(7070)],
    scaling: Scaling.onCpuAndMemory({ max: 8 }),
    pod: {
      initContainers: [{ name: 'migrate', image: 'acme/migrate:1' }],
      containers: [
        { name: 'proxy', image: 'acme/proxy:1', sidecar: true },
        { name: 'logs', image: 'acme/logs:1' },
      ],
    },
  });
  const worker = new Microservice(stack, 'worker', { image: 'ghcr.io/acme/worker:1' });
  worker.calls(cart);
  cart.expose({ public: true });
  expect(codesOf(stack)).toEqual([]);
  const found = new Map<string, unknown>();
  const collect = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') found.set(path, value);
    else
      for (const [field, inner] of Object.entries(value))
        collect(inner, `${path}/${Array.isArray(value) ? ((inner as { name?: string }).name ?? field) : field}`);
  };
  const objects = stack.node.root.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  for (const object of objects) collect(object.toJson(), `${object.kind}/${object.name}`);
  return found;
}

/** What is in one and not, or otherwise, in the other. */
function beyond(one: Map<string, unknown>, other: Map<string, unknown>): string[] {
  return [...one]
    .filter(([path, value]) => other.get(path) !== value)
    .map(([path, value]) => `${path} = ${String(value)}`)
    .sort();
}

const POD = 'Deployment/cart/spec/template/spec';
const labels = (version: string) =>
  ['audit', 'enforce', 'warn'].map(
    (mode) => `Namespace/shop/metadata/labels/pod-security.kubernetes.io/${mode}-version = v${version}`,
  );

test('the oldest version and the newest differ in what the oldest lacks, and in nothing else', () => {
  const [oldest, newest] = [`1.${OLDEST_MINOR}`, `1.${NEWEST_MINOR}`];
  const [before, after] = [values(oldest), values(newest)];
  const proxy = (path: string) =>
    path.startsWith(`${POD}/initContainers/proxy/`) || path.startsWith(`${POD}/containers/proxy/`);

  expect(beyond(after, before).filter((line) => !proxy(line))).toEqual(
    [
      ...['cart', 'logs'].map((name) => `${POD}/containers/${name}/lifecycle/preStop/sleep/seconds = 10`),
      ...labels(newest),
    ].sort(),
  );
  expect(beyond(before, after).filter((line) => !proxy(line))).toEqual(
    [
      ...['cart', 'logs'].flatMap((name) => [
        `${POD}/containers/${name}/lifecycle/preStop/exec/command/0 = sleep`,
        `${POD}/containers/${name}/lifecycle/preStop/exec/command/1 = 10`,
      ]),
      ...labels(oldest),
    ].sort(),
  );

  // The sidecar is the same container elsewhere in the pod, and is kept running where it starts first; elsewhere it
  // waits as the main one does.
  const sidecar = (found: Map<string, unknown>, list: string) =>
    new Map(
      [...found]
        .filter(([path]) => path.startsWith(`${POD}/${list}/proxy/`))
        .map(([path, value]) => [path.slice(`${POD}/${list}/`.length), value]),
    );
  expect(sidecar(before, 'initContainers').size).toBe(0);
  expect(sidecar(after, 'containers').size).toBe(0);
  expect(beyond(sidecar(after, 'initContainers'), sidecar(before, 'containers'))).toEqual([
    'proxy/restartPolicy = Always',
  ]);
  expect(beyond(sidecar(before, 'containers'), sidecar(after, 'initContainers'))).toEqual([
    'proxy/lifecycle/preStop/exec/command/0 = sleep',
    'proxy/lifecycle/preStop/exec/command/1 = 10',
  ]);
});

test.each([
  [28, 27],
  [31, 30],
  [NEWEST_MINOR, 30],
])('1.%d and 1.%d differ in the rules of Pod Security alone', (one, other) => {
  expect(beyond(values(`1.${one}`), values(`1.${other}`))).toEqual(labels(`1.${one}`));
});

test('a cluster of which nothing is said is one that every newer version can stand in for', () => {
  expect(`${new ClusterFacts().kubernetesVersion}`).toBe('1.30');
  expect(beyond(values('1.30'), values(`1.${NEWEST_MINOR}`))).toEqual(labels('1.30'));
});
