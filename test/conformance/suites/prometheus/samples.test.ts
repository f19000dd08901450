import { matches, samplesOf } from './samples';

test.each([
  ['5..', ['500']],
  ['250(\\.0)?', ['250', '250.0']],
  ['Unknown|Internal', ['Unknown', 'Internal']],
  ['/api/v1\\.0/.*', ['/api/v1.0/', '/api/v1.0/0']],
  ['a(b|c)[d-f]+', ['abd', 'acd']],
  ['[^x]\\d', ['00']],
  ['a-[0-9]{3}', ['a-000']],
  ['[xy]{2,4}', ['xx']],
])('%s matches what is made of it', (pattern, samples) => {
  expect(samplesOf(pattern)).toEqual(samples);
});

test('says so where it does not know an expression', () => {
  expect(() => samplesOf('a\\sb')).toThrow('no text can be made that a\\sb matches');
});

test('matchers are anchored', () => {
  expect(matches('25|50', '250')).toBe(false);
});
