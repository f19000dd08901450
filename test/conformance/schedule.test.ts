import { sideBySide } from './schedule';
import type { Load } from './suite';

interface Trial {
  readonly name: string;
  readonly load: Load;
}

function trial(name: string, seconds: number, cores: number, alone = false): Trial {
  return { name, load: { seconds, cores, alone } };
}

/** Runs tasks that take as long as they state, by a clock of the test's own, and says who started when. */
async function timeline(tasks: readonly Trial[], cores: number): Promise<readonly [string, number][]> {
  const started: [string, number][] = [];
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  let now = 0;
  let isOver = false;
  const all = sideBySide(tasks, cores, ({ name, load: { seconds } }) => {
    started.push([name, now]);
    return new Promise((wake) => sleepers.push({ at: now + seconds, wake }));
  }).then(() => (isOver = true));
  while (!isOver) {
    // Whatever follows from what has ended is started before time goes on.
    await new Promise(setImmediate);
    sleepers.sort((one, other) => one.at - other.at);
    const first = sleepers.shift();
    if (first === undefined) continue;
    now = first.at;
    first.wake();
  }
  await all;
  return started;
}

test('tasks that wait most of the time run side by side, and the next starts when one ends', async () => {
  expect(await timeline([trial('a', 30, 0.5), trial('b', 20, 0.5), trial('c', 10, 0.5)], 1)).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 20],
  ]);
});

test('the long ones start first', async () => {
  const order = await timeline([trial('short', 1, 1), trial('long', 9, 1), trial('middle', 5, 1)], 1);
  expect(order.map(([name]) => name)).toEqual(['long', 'middle', 'short']);
});

test('cores that a long one leaves over are used by what fits', async () => {
  expect(await timeline([trial('computes', 30, 1), trial('too big', 20, 1.5), trial('waits', 10, 0.5)], 2)).toEqual([
    ['computes', 0],
    ['waits', 0],
    ['too big', 30],
  ]);
});

test('fractions that add up to the cores fit', async () => {
  const tasks = Array.from({ length: 10 }, (_, at) => trial(`${at}`, 1, 0.1));
  expect((await timeline(tasks, 1)).map(([, at]) => at)).toEqual(Array.from({ length: 10 }, () => 0));
});

test('what needs more cores than there are runs alone', async () => {
  expect(await timeline([trial('huge', 5, 8), trial('small', 1, 0.5)], 2)).toEqual([
    ['huge', 0],
    ['small', 5],
  ]);
});

test('what judges times runs alone', async () => {
  expect(await timeline([trial('a', 9, 0.5), trial('timed', 5, 0.5, true), trial('b', 1, 0.5)], 2)).toEqual([
    ['a', 0],
    ['b', 0],
    ['timed', 9],
  ]);
  expect(await timeline([trial('timed', 5, 0.5, true), trial('a', 1, 0.5)], 2)).toEqual([
    ['timed', 0],
    ['a', 5],
  ]);
});

test('nothing to run is over at once', async () => {
  expect(await timeline([], 2)).toEqual([]);
});

test('the error of a task is thrown once the others have ended', async () => {
  const ended: string[] = [];
  const run = async ({ name }: Trial): Promise<void> => {
    if (name === 'bad') throw new Error('bad');
    await new Promise(setImmediate);
    ended.push(name);
  };
  await expect(sideBySide([trial('good', 2, 0.5), trial('bad', 1, 0.5)], 1, run)).rejects.toThrow('bad');
  expect(ended).toEqual(['good']);
});
