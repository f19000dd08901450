import * as fc from 'fast-check';
import { re2Alternatives, re2AnyOf, re2Fault, re2Literal } from '../../../lib/values';
import { RE2_ACCEPTS, RE2_REFUSES } from '../../support/re2-patterns';

test.each(RE2_ACCEPTS)('RE2 accepts %s', (pattern) => {
  expect(re2Fault(pattern)).toBeUndefined();
});

test.each(RE2_REFUSES)('RE2 refuses %s', (pattern) => {
  expect(re2Fault(pattern)).toEqual(expect.stringMatching(/\S/));
});

test('the reason names the part that is refused', () => {
  expect(re2Fault('5[]')).toBe('a ] is missing behind []');
  expect(re2Fault('a{1001}')).toBe('{1001} is no count from 0 to 1000');
  expect(re2Fault('\\y')).toBe('\\y is no escape of RE2');
  expect(re2Fault('(?=a)')).toBe('(?=a begins no group of RE2');
});

test('two groups of one name are refused, which Prometheus alone lets pass', () => {
  expect(re2Fault('(?P<a>.)(?P<a>.)')).toBe('two groups have the name a');
});

test('groups in one another have a bound, and a long text ends', () => {
  expect(re2Fault(`${'('.repeat(200)}a${')'.repeat(200)}`)).toBeUndefined();
  expect(re2Fault(`${'('.repeat(201)}a${')'.repeat(201)}`)).toBe('more than 200 groups are in one another');
  expect(re2Fault('('.repeat(100_000))).toBe('more than 200 groups are in one another');
  expect(re2Fault('a|'.repeat(20_000))).toBeUndefined();
});

test('a literal matches its text and no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
      expect(re2Fault(re2Literal(text))).toBeUndefined();
      const pattern = new RegExp(`^(?:${re2Literal(text)})$`, 'u');
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test(other)).toBe(other === text);
    }),
  );
});

test('alternatives are read as the texts of which they were made', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
      expect(re2Fault(re2AnyOf(texts))).toBeUndefined();
      expect(re2Alternatives(re2AnyOf(texts))).toEqual(texts);
    }),
  );
});
