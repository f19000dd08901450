import { counterValues, length } from './timeline';

test('each phase goes on where the one before it ended', () => {
  expect(
    counterValues(
      [
        { seconds: 60, perSecond: 0 },
        { seconds: 120, perSecond: 2 },
        { seconds: 60, perSecond: 0 },
      ],
      30,
    ),
  ).toBe('0+0x2 60+60x3 240+0x1');
});

test('steps are added without any error, which would look like a restart', () => {
  const [, start, step, count] = /^0\+0x1 (\S+)\+(\S+)x(\d+) /
    .exec(
      counterValues(
        [
          { seconds: 30, perSecond: 0 },
          { seconds: 1200, perSecond: 4 / 1200 },
          { seconds: 30, perSecond: 0 },
        ],
        30,
      ),
    )!
    .map(Number);
  let value = start!;
  for (let at = 0; at < count!; at += 1) value += step!;
  expect(value).toBe(start! + step! * count!);
  expect(value).toBeCloseTo(4, 4);
});

test('adds up', () => {
  expect(length([{ seconds: 60 }, { seconds: 120 }])).toBe(180);
});
