import { inParallel } from './in-parallel';

test('no more tasks than allowed run at once, and all of them run', async () => {
  let [running, most, done] = [0, 0, 0];
  const task = async () => {
    most = Math.max(most, (running += 1));
    await new Promise(setImmediate);
    running -= 1;
    done += 1;
  };
  await inParallel(2, [task, task, task, task, task]);
  expect({ most, done }).toEqual({ most: 2, done: 5 });
});

test('a task that fails is told when the others are done', async () => {
  let done = false;
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    done = true;
  };
  await expect(inParallel(2, [() => Promise.reject(new Error('no')), slow])).rejects.toThrow('no');
  expect(done).toBe(true);
});
