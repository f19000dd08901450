import { answersOf } from './behaviour';
import { attemptOf, identityOf } from './headers';

test('gives a sequence, then something else, then failures at their rate', () => {
  const next = answersOf({ sequence: [{ status: 500 }], otherwise: { status: 204 } });
  expect([next(), next(), next()]).toEqual([{ status: 500 }, { status: 204 }, { status: 204 }]);
  const always = answersOf({ failureRate: 1, failure: { reset: true } });
  expect([always(), always()]).toEqual([{ reset: true }, { reset: true }]);
});

test('knows who calls, and how often', () => {
  expect(identityOf({})).toBeUndefined();
  expect(identityOf({ 'x-forwarded-client-cert': 'Hash=1;URI=spiffe://a/ns/b/sa/c' })).toBe('spiffe://a/ns/b/sa/c');
  expect([attemptOf({}), attemptOf({ 'x-envoy-attempt-count': '3' })]).toEqual([undefined, 3]);
});
