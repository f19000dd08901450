import { circularReferences, orderVariables } from '../../lib/values';

const LENGTH = 20_000;
const chain = (last: string) =>
  Array.from({ length: LENGTH }, (_, at) => ({ name: `V${at}`, value: at === LENGTH - 1 ? last : `$(V${at + 1})` }));

test('a chain of references that is longer than the stack is ordered from its end', () => {
  const names = orderVariables(chain('x')).map(({ name }) => name);
  expect(names[0]).toBe(`V${LENGTH - 1}`);
  expect(names.at(-1)).toBe('V0');
  expect(circularReferences(chain('x'))).toEqual([]);
});

test('a circle that is longer than the stack is one circle', () => {
  const circles = circularReferences(chain('$(V0)'));
  expect(circles.map(({ length }) => length)).toEqual([LENGTH]);
  expect(circles[0]![0]).toBe('V0');
});

test('circles that meet are named one by one', () => {
  const variables = [
    { name: 'A', value: '$(B) $(C)' },
    { name: 'B', value: '$(A)' },
    { name: 'C', value: '$(C) $(A)' },
  ];
  expect(circularReferences(variables)).toEqual([['A', 'B'], ['C'], ['A', 'C']]);
});
