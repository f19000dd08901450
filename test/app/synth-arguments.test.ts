import { synthArguments, UsageError } from '../../lib/app/synth-arguments';

const take = (args: string[], configuration = '', environment = {}) => synthArguments(args, environment, configuration);

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
  [['--format', 'helm', '--chart-version=1.0.0'], '', 'dist', ['--format', 'helm', '--chart-version', '1.0.0']],
])('%j with cdk8s.yaml %j goes to %s', (args, configuration, output, others) => {
  expect(take(args, configuration)).toEqual({ output, others, stdout: false, help: false });
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
])('%j is refused', (args, message) => {
  expect(() => take(args)).toThrow(new UsageError(message));
});
