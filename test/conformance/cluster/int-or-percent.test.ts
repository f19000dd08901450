import { resolve } from './int-or-percent';

test('a number is what it is, a percentage is rounded as its field is', () => {
  expect(resolve(2, 10, 'up')).toBe(2);
  expect(resolve('25%', 3, 'up')).toBe(1);
  expect(resolve('25%', 3, 'down')).toBe(0);
  expect(resolve('100%', 3, 'down')).toBe(3);
});
