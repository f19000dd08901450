import { outputArgument } from '../../lib/app/synth-arguments';

test.each<[string[], string, string, string[]]>([
  [[], '', 'dist', []],
  [['--output', 'a', '--no-validate'], 'output: b', 'a', ['--no-validate']],
  [['--output=a'], '', 'a', []],
  [['-o', 'a', '--app', 'node x.js'], '', 'a', ['--app', 'node x.js']],
  [[], 'app: x\noutput: manifests # here\n', 'manifests', []],
  [[], 'output: "a b"\n', 'a b', []],
  [[], "output: 'a#b'\n", 'a#b', []],
  [[], 'synthConfig:\n  output: a\n', 'dist', []],
  [['--output'], '', 'dist', ['--output']],
])('%j with cdk8s.yaml %j goes to %s', (args, configuration, output, others) => {
  expect(outputArgument(args, configuration)).toEqual({ output, others });
});
