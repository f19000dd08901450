import { Counts, shapeProblems } from './shape';

const CALLS = {
  'cdk8s/lib/api-object.js toJson': 600,
  'program/resolve.js resolveWorkload': 100,
  'program/edge.js resolveEdge': 99,
  'app/emit-yaml.js emitYaml': 600,
  'app/app.js synth': 1,
};
const counted = (calls: Readonly<Record<string, number>>): Counts => ({ calls, files: 100, bytes: 1_000_000 });
const doubled = (calls: Readonly<Record<string, number>>): Counts =>
  counted(Object.fromEntries(Object.entries(calls).map(([name, count]) => [name, count === 1 ? 1 : 2 * count])));

test('work that grows with the services has no problem', () => {
  expect(shapeProblems(counted(CALLS), 100, doubled(CALLS))).toEqual([]);
});

test('work that grows with their square has one', () => {
  const square = { ...doubled(CALLS).calls, 'checks/index.js pairs': 40_000 };
  expect(shapeProblems(counted({ ...CALLS, 'checks/index.js pairs': 10_000 }), 100, counted(square))).toEqual([
    'checks/index.js pairs is called 10000 times, and 40000 times for twice the services',
  ]);
});

test('an object that is rendered twice has one', () => {
  const twice = { ...CALLS, 'cdk8s/lib/api-object.js toJson': 1200 };
  expect(shapeProblems(counted(twice), 100, doubled(twice))).toEqual([
    'renders: 1200 for 100 services, at most 6 each',
  ]);
});

test('a bound whose function is gone says so', () => {
  const { 'program/resolve.js resolveWorkload': _, ...left } = CALLS;
  expect(shapeProblems(counted(left), 100, doubled(left))).toEqual([
    expect.stringMatching(/^microservices resolved: no/),
  ]);
});
