import { readArguments } from './arguments';
import { ConformanceError } from './errors';

const KNOWN = ['api-server', 'peers', 'istio'];

test('all suites run where none is named, and those that are in their usual order', () => {
  expect(readArguments([], KNOWN)).toMatchObject({ suites: KNOWN, runs: 100, help: false });
  expect(readArguments(['istio', 'api-server'], KNOWN).suites).toEqual(['api-server', 'istio']);
});

test('options are read', () => {
  expect(
    readArguments(['--manifests', 'dist', '--seed=7', '--runs', '10000', '--results', 'out', 'peers'], KNOWN),
  ).toEqual({
    suites: ['peers'],
    manifests: 'dist',
    seed: 7,
    runs: 10000,
    results: 'out',
    help: false,
  });
});

test('a seed is made up where none is stated', () => {
  const { seed } = readArguments([], KNOWN);
  expect(Number.isInteger(seed) && seed >= 0).toBe(true);
});

test.each([
  [['peer'], 'there is no suite peer'],
  [['--run', '3'], /Unknown option '--run'/],
  [['--runs', 'all'], '--runs was all: a whole number above 0 is needed'],
  [['--runs', '0'], '--runs was 0: a whole number above 0 is needed'],
  [['--seed', '-1'], /--seed/],
  [['--manifests'], /--manifests/],
])('%j is refused', (args, message) => {
  expect(() => readArguments(args, KNOWN)).toThrow(ConformanceError);
  expect(() => readArguments(args, KNOWN)).toThrow(message);
});
