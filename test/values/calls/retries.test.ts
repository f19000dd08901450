import { Duration } from 'cdk8s';
import { Retries } from '../../../lib/values';

test('a request is sent once, or again up to so many times', () => {
  expect(Retries.none().attempts).toBe(0);
  expect(Retries.upTo(3).attempts).toBe(3);
});

test('one attempt takes as long as is stated, or as follows from the call', () => {
  expect(Retries.upTo(3, { perTryTimeout: Duration.millis(50) }).perTryTimeout!.toMilliseconds()).toBe(50);
  expect(Retries.upTo(3).perTryTimeout).toBeUndefined();
  expect(Retries.none().perTryTimeout).toBeUndefined();
});

test('a number that is none is kept, for a finding to show', () => {
  expect(Retries.upTo(NaN).attempts).toBeNaN();
});
