import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPins } from '../conformance/judges/pins';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/versions.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly engines: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The cells of a row, by its first one. */
const rows = new Map(
  [...page.matchAll(/^\| *`?(.*?)`? *\|(.*)\|$/gm)].map(([, first, others]) => [
    first!,
    others!.split('|').map((cell) => cell.trim()),
  ]),
);

test.each([...Object.entries(manifest.peerDependencies), ['Node.js', manifest.engines['node']!] as const])(
  'the range of %s is %s',
  (name, range) => {
    expect(rows.get(name)![0]!.split(',')[0]).toBe(`\`${range}\``);
  },
);

test('the tools are those that are installed', () => {
  expect(rows.get('cdk8s-cli')![1]).toBe(manifest.devDependencies['cdk8s-cli']);
  expect(rows.get('TypeScript')![1]!.split(',')[0]).toBe(manifest.devDependencies['typescript']);
});

test.each([
  ['Argo Rollouts', 'argo-rollouts', 'github.com/argoproj/argo-rollouts'],
  ['Flagger', 'flagger', 'github.com/fluxcd/flagger'],
  ['KEDA', 'keda', 'github.com/kedacore/keda/v2'],
  ['HTTP add-on of KEDA', 'keda-http-add-on', 'github.com/kedacore/http-add-on'],
  [
    'Prometheus operator',
    'prometheus-operator',
    'github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring',
  ],
])('the version of %s is that of its judge', (name, folder, module) => {
  const pinned = readPins(join(ROOT, 'test/conformance/judges/go', folder)).versions.get(module)!;
  expect(pinned.startsWith(`v${rows.get(name)![1]}.`)).toBe(true);
});

test('the newest Kubernetes is that of its judge', () => {
  const { versions } = readPins(join(ROOT, 'test/conformance/judges/go/kubernetes'));
  const newest = /^v(\d+\.\d+)\./.exec(versions.get('k8s.io/kubernetes')!)![1]!;
  const [range, tested] = rows.get('Kubernetes')!;
  expect(range).toBe(`1.27 to ${newest}`);
  expect(tested).toContain(`API server ${newest}`);
});
