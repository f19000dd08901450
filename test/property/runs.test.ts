import * as fc from 'fast-check';
import { runs } from './runs';

const never = fc.property(fc.nat(), () => true);

test('a property that ends in time passes', () => {
  expect(() => {
    fc.assert(never, runs(10));
  }).not.toThrow();
});

test('a property that is interrupted fails', () => {
  expect(() => {
    fc.assert(never, { ...runs(Number.MAX_SAFE_INTEGER), interruptAfterTimeLimit: 5 });
  }).toThrow('Property interrupted');
});
