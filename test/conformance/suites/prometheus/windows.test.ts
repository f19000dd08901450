import { BURN_WINDOWS, tolerated } from './windows';

test('over 30 days, budgets are spent 14.4, 6, 3 and 1 times too fast', () => {
  expect(BURN_WINDOWS.map((window) => Number(tolerated(window, 99.9, 30).toFixed(6)))).toEqual([
    0.0144, 0.006, 0.003, 0.001,
  ]);
});

test('no alert fires while an objective of a short window is met', () => {
  expect(tolerated(BURN_WINDOWS[3]!, 99, 7)).toBeCloseTo(0.01, 10);
});
