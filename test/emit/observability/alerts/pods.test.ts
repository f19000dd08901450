import { podNames } from '../../../../lib/emit/observability/alerts/pods';

const matches = (name: string, pod: string) => new RegExp(`^(?:${podNames([name]).value})$`).test(pod);

test('pods of a Deployment are matched', () => {
  expect(matches('cart', 'cart-5d4f8c7b96-x7z2k')).toBe(true);
  expect(matches('cart', 'cart-fb6c8-x7z2k')).toBe(false);
  expect(matches('cart', 'cart-bcdf45-x7z2k')).toBe(true);
});

test.each([
  ['a Deployment of a longer name', 'cart-store-5d4f8c7b96-x7z2k'],
  ['a Deployment of a shorter name', 'my-cart-5d4f8c7b96-x7z2k'],
  ['a StatefulSet', 'cart-0'],
  ['a StatefulSet of a longer name', 'cart-db-0'],
  ['a Job', 'cart-db-x7z2k'],
  ['a CronJob', 'cart-29384756-x7z2k'],
  ['a DaemonSet', 'cart-x7z2k'],
])('pods of %s are not', (_, pod) => {
  expect(matches('cart', pod)).toBe(false);
});

test('names that the API server cuts are matched', () => {
  // The base of a generated name is cut at 58 characters, dash included.
  const podOf = (name: string, hash: string) => `${`${name}-${hash}-`.slice(0, 58)}x7z2k`;
  for (let length = 1; length <= 52; length++) {
    const name = 'c'.repeat(length);
    for (const hash of ['5d4f8c7b96', '5d4f8c7b9', '5d4f8c'])
      expect([length, hash, matches(name, podOf(name, hash))]).toEqual([length, hash, true]);
  }
});

test("of a microservice in two versions, the pods of both are matched, and nobody else's", () => {
  const both = new RegExp(`^(?:${podNames(['web-primary', 'web']).value})$`);
  expect(
    [
      'web-primary-5d4f8c7b96-bcdfg',
      'web-5d4f8c7b96-bcdfg',
      'web-canary-5d4f8c7b96-bcdfg',
      'web-primary-store-5d4f8c7b96-bcdfg',
    ].map((pod) => both.test(pod)),
  ).toEqual([false, false, false, false].map((_, at) => at < 2));
});
