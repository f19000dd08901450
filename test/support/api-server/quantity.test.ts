import { atMost, nanos } from './quantity';

test.each([
  ['1', '1000m'],
  ['0.1', '100m'],
  ['1Ki', '1024'],
  ['1.5Gi', '1536Mi'],
  ['1e3', '1k'],
  ['1E', '1000P'],
  ['.5', '500m'],
  ['2.', '2'],
  ['1n', '0.4n'],
  [4, '4'],
])('%s is %s', (one, other) => {
  expect(nanos(one)).toBe(nanos(other));
  expect(nanos(one)).toBeDefined();
});

test.each(['', 'abc', '1 Gi', '1GB', '1mi', '1Kii', '--1', '1.1.1'])('%j is no quantity', (text) => {
  expect(nanos(text)).toBeUndefined();
});

test('quantities compare exactly', () => {
  expect(atMost('128Mi', '128Mi')).toBe(true);
  expect(atMost('129M', '128Mi')).toBe(true);
  expect(atMost('135M', '128Mi')).toBe(false);
  expect(atMost('9007199254740993', '9007199254740992')).toBe(false);
  expect(atMost('-1', '0')).toBe(true);
  expect(atMost('many', '1')).toBe(true);
});
