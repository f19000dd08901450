import { parse } from 'yaml';
import { configurationIn } from '../../lib/app/configuration';
import { synthArguments } from '../../lib/app/synth-arguments';
import { UsageError } from '../../lib/app/usage-error';

const take = (args: string[], configuration = '', environment = {}) =>
  synthArguments(args, environment, () => configurationIn(configuration, parse).output);
const PLAIN = { stdout: false, dryRun: false, recover: false, help: false, version: false };

test.each<[string[], string, string, string[]]>([
  [[], '', 'dist', []],
  [['--output', 'a', '--no-validate'], 'output: b', 'a', ['--no-validate']],
  [['--output=a'], '', 'a', []],
  [['-o', 'a', '--app', 'node x.js'], '', 'a', ['--app', 'node x.js']],
  [['-o=a', '-a=node x.js'], '', 'a', ['--app', 'node x.js']],
  [[], 'app: x\noutput: manifests # here\n', 'manifests', []],
  [[], 'output: "a b"\n', 'a b', []],
  [[], "output: 'a#b'\n", 'a#b', []],
  [[], 'synthConfig:\n  output: a\n', 'dist', []],
  [['-oa'], '', 'a', []],
  [[], 'output : d\n', 'd', []],
  [[], '"output": d\n', 'd', []],
  [[], "'output': d # e\n", 'd', []],
  [[], '{ app: x, output: d }\n', 'd', []],
  [[], '? output\n: d\n', 'd', []],
  [[], 'output: >-\n  d\n', 'd', []],
  [[], 'a: &x d\noutput: *x\n', 'd', []],
  [[], 'text: |\n  output: d\n', 'dist', []],
  [[], 'output:\n', 'dist', []],
  [[], '- output: d\n', 'dist', []],
  [['--format', 'helm', '--chart-version=1.0.0'], '', 'dist', ['--format', 'helm', '--chart-version', '1.0.0']],
])('%j with cdk8s.yaml %j goes to %s', (args, configuration, output, others) => {
  expect(take(args, configuration)).toEqual({ output, others, ...PLAIN });
});

test('the environment of the CLI counts, below what is stated', () => {
  const environment = { CDK8S_OUTPUT: 'e', CDK8S_STDOUT: 'true' };
  expect(take([], 'output: b', environment)).toMatchObject({ output: 'e', stdout: true });
  expect(take(['-o', 'a'], 'output: b', environment)).toMatchObject({ output: 'a', stdout: false });
});

test.each([['-p'], ['--stdout']])('%s prints, whatever folder cdk8s.yaml names', (...args) => {
  expect(take(args, 'output: b')).toMatchObject({ stdout: true, others: [] });
});

test.each<[string[], string]>([
  [['--output'], "Option '-o, --output <value>' argument missing"],
  [['--output='], '--output is empty: name a folder'],
  [['-p', '-o', 'a'], '--output and --stdout exclude each other: leave one of them out'],
  [['--ouput', 'a'], "Unknown option '--ouput'"],
  [['main.ts'], "Unexpected argument 'main.ts'"],
  [['-x'], "Unknown option '-x'"],
  [['--stdout=1'], "Option '-p, --stdout' does not take an argument"],
  [['--output', ''], '--output is empty: name a folder'],
  [['-o', ' '], '--output is empty: name a folder'],
  [['--app='], '--app is empty: write the command of the program'],
  [['-o='], '--output is empty: name a folder'],
  [['--output', '--no-validate'], "Option '--output' argument is ambiguous"],
  [['-p', '--dry-run'], '--stdout and --dry-run exclude each other: leave all but one of them out'],
  [['--dry-run', '--recover'], '--dry-run and --recover exclude each other: leave all but one of them out'],
])('%j is refused', (args, message) => {
  expect(() => take(args)).toThrow(new UsageError(message));
});

test.each<[string, string]>([
  ["output: ''", 'output of cdk8s.yaml is empty: write the path of a folder, or leave it out'],
  ["app: ''", 'app of cdk8s.yaml is empty: write the command of the program, or leave it out'],
  ['app: 5', 'app of cdk8s.yaml is 5: write the command of the program'],
  ['app: [a]', 'app of cdk8s.yaml is ["a"]: write the command of the program'],
  ['output: 5', 'output of cdk8s.yaml is 5: write the path of a folder'],
  ['output: [a]', 'output of cdk8s.yaml is ["a"]: write the path of a folder'],
  ['output: "a', 'cdk8s.yaml is not valid YAML: Missing closing "quote at line 1, column 11'],
  ['output: a\noutput: b', 'cdk8s.yaml is not valid YAML: Map keys must be unique at line 2, column 1'],
])('cdk8s.yaml with %j is refused, and --help answers', (configuration, message) => {
  expect(() => take([], configuration)).toThrow(new UsageError(message));
  expect(take(['--help'], configuration).help).toBe(true);
});

test.each(['-h', '--help', '--version'])('%s reads no configuration', (option) => {
  const reads = () => {
    throw new Error('read');
  };
  expect(synthArguments([option], {}, reads)).toMatchObject({
    help: option !== '--version',
    version: option === '--version',
  });
});

test('a variable of the environment that is empty is refused, as an unset one of a script is', () => {
  expect(() => take([], 'output: b', { CDK8S_OUTPUT: '' })).toThrow(
    new UsageError('CDK8S_OUTPUT is empty: name a folder'),
  );
});
