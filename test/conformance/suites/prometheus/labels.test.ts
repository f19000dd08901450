import { labelsFor, opposite, selects, takes } from './labels';

const FAILED = { label: 'code', operator: '=~', value: '5..' } as const;

test('labels meet every matcher', () => {
  const matchers = [
    { label: 'job', operator: '=', value: 'cart' },
    FAILED,
    { label: 'code', operator: '!=', value: '500' },
    { label: 'path', operator: '!=', value: '' },
  ] as const;
  expect(() => labelsFor(matchers)).toThrow('no value of code meets =~"5.." and !="500"');
  const met = matchers.filter(({ operator, label }) => !(operator === '!=' && label === 'code'));
  expect(labelsFor(met)).toEqual({ job: 'cart', code: '500', path: '200' });
  expect(selects({ matchers: met }, labelsFor(met))).toBe(true);
});

test('the opposite of a matcher takes what it refuses', () => {
  for (const value of ['500', '200', '']) expect(takes(opposite(FAILED), value)).toBe(!takes(FAILED, value));
  expect(labelsFor([opposite(FAILED)])).toEqual({ code: '200' });
});
