import * as fc from 'fast-check';
import {
  exposureName,
  isDnsLabel,
  isDnsSubdomain,
  isServiceName,
  LONGEST_NAME,
  suggestName,
} from '../../../lib/emit/kubernetes';
import { codesOf, shop } from './program';
import { Microservice } from '../../../lib/api/workload/microservice';

test.each([
  ['cart', true],
  ['cart-2', true],
  ['c', true],
  ['2cart', false],
  ['-cart', false],
  ['cart-', false],
  ['Cart', false],
  ['cart.x', false],
  ['', false],
])('%j names a Service: %s', (name, is) => {
  expect(isServiceName(name)).toBe(is);
});

test.each([
  ['2cart', true],
  ['cart.x', false],
  ['x'.repeat(63), true],
  ['x'.repeat(64), false],
])('%j is a label: %s', (name, is) => {
  expect(isDnsLabel(name)).toBe(is);
});

test.each([
  ['api.example', true],
  ['api..example', false],
  ['API.example', false],
  [`${'x'.repeat(64)}.example`, false],
])('%j is a host: %s', (name, is) => {
  expect(isDnsSubdomain(name)).toBe(is);
});

test('a suggestion is always a name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
      const suggested = suggestName(name);
      expect(isServiceName(suggested)).toBe(true);
      expect(suggested.length).toBeLessThanOrEqual(LONGEST_NAME);
    }),
  );
});

test('the longest name still has room for its suffix', () => {
  expect(exposureName('x'.repeat(LONGEST_NAME)).length).toBeLessThanOrEqual(63);
});

test.each([
  ['cart', []],
  ['Cart', ['MS1001']],
  ['2cart', ['MS1001']],
  ['cart_1', ['MS1001']],
  ['x'.repeat(52), []],
  ['x'.repeat(53), ['MS1002']],
])('a microservice named %s: %j', (name, codes) => {
  expect(codesOf(new Microservice(shop(), name, { image: 'acme/cart:1' }))).toEqual(codes);
});
