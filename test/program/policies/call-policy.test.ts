import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { Call, unstatedPolicy, pausesMillis, policyOf } from '../../../lib/program';
import { CallOptions, Port, Retries } from '../../../lib/values';

/** A call to a microservice whose longest request takes so many seconds, where that is known. */
function call(options: CallOptions, longestRequest?: number): Call {
  const workload = {
    namespace: 'shop',
    serviceAccount: 'x',
    exposures: [],
    ...(longestRequest !== undefined && { longestRequest }),
  };
  return {
    caller: { id: '/shop/web', name: 'web', ports: [], workload },
    callee: { id: '/shop/cart', name: 'cart', ports: [Port.grpc(9090)], workload },
    options,
  };
}

const retried = (timeout: number, attempts: number, perTry?: number): CallOptions => ({
  timeout: Duration.millis(timeout),
  idempotent: true,
  retries: Retries.upTo(attempts, perTry === undefined ? {} : { perTryTimeout: Duration.millis(perTry) }),
});

describe('the timeout', () => {
  test('is the stated one', () => {
    expect(policyOf(call({ timeout: Duration.millis(250) }, 5))).toEqual({
      timeout: 250,
      retries: undefined,
      headers: undefined,
    });
  });

  test("is the callee's longest request where none is stated, and 30 s where nobody knows that", () => {
    expect(policyOf(call({}, 5))).toEqual({ timeout: 5000, retries: undefined, headers: undefined });
    expect(policyOf(call({}))).toEqual({ timeout: 30_000, retries: undefined, headers: undefined });
    expect(
      policyOf({ ...call({}), callee: { id: 'host/bank.example', name: 'bank', ports: [Port.tls(443)] } }),
    ).toEqual({ timeout: 30_000, retries: undefined, headers: undefined });
  });

  test('of what no call is stated for is the same, without retries', () => {
    expect(unstatedPolicy(5)).toEqual({ timeout: 5000, retries: undefined, headers: undefined });
    expect(unstatedPolicy(undefined)).toEqual({ timeout: 30_000, retries: undefined, headers: undefined });
  });

  test('of a stream is none, whatever the callee says', () => {
    expect(policyOf(call({ streaming: true }, 5))).toEqual({
      timeout: undefined,
      retries: undefined,
      headers: undefined,
    });
    expect(policyOf(call({ ...retried(1000, 2), streaming: true }))).toEqual({
      timeout: undefined,
      retries: undefined,
      headers: undefined,
    });
    expect(policyOf(call({ streaming: false }, 5))).toEqual({ timeout: 5000, retries: undefined, headers: undefined });
  });
});

describe('the pauses', () => {
  // 25, 75, 175, and 250 for each further one.
  test.each([
    [0, 0],
    [1, 25],
    [2, 100],
    [3, 275],
    [4, 525],
    [5, 775],
    [10, 2025],
  ])('of %d retries take up to %d ms', (retries, millis) => {
    expect(pausesMillis(retries)).toBe(millis);
  });
});

describe('the time of one attempt', () => {
  test.each([
    [1000, 1, 487], // (1000 - 25) / 2
    [1000, 2, 300], // (1000 - 100) / 3
    [1000, 3, 181], // (1000 - 275) / 4
    [1000, 4, 95], // (1000 - 525) / 5
  ])('of %d ms with %d retries is %d ms', (timeout, retries, perTryTimeout) => {
    expect(policyOf(call(retried(timeout, retries)))).toEqual({
      timeout,
      retries: { attempts: retries, perTryTimeout },
      headers: undefined,
    });
  });

  test('is the stated one', () => {
    expect(policyOf(call(retried(1000, 2, 50)))).toEqual({
      timeout: 1000,
      retries: { attempts: 2, perTryTimeout: 50 },
      headers: undefined,
    });
  });

  test("follows from the callee's longest request too", () => {
    expect(policyOf(call({ idempotent: true, retries: Retries.upTo(1) }, 2))).toEqual({
      timeout: 2000,
      retries: { attempts: 1, perTryTimeout: 987 },
      headers: undefined,
    });
  });

  test('is none where there is one attempt', () => {
    expect(policyOf(call({ timeout: Duration.seconds(1), idempotent: true, retries: Retries.none() }))).toEqual({
      timeout: 1000,
      retries: undefined,
      headers: undefined,
    });
  });

  test('lets all attempts fit into the timeout, and wastes less than a millisecond of each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5000, max: 100_000 }), fc.integer({ min: 1, max: 10 }), (timeout, retries) => {
        const { perTryTimeout } = policyOf(call(retried(timeout, retries))).retries!;
        const taken = (retries + 1) * perTryTimeout + pausesMillis(retries);
        expect(taken).toBeLessThanOrEqual(timeout);
        expect(taken + retries + 1).toBeGreaterThan(timeout);
      }),
    );
  });
});

test('a request that may do harm twice is sent once, whatever is stated: that it is stated is an error', () => {
  expect(policyOf(call({ timeout: Duration.seconds(1), retries: Retries.upTo(2) }))).toEqual({
    timeout: 1000,
    retries: undefined,
    headers: undefined,
  });
  expect(policyOf(call({ timeout: Duration.seconds(1), retries: Retries.upTo(2), idempotent: false }))).toEqual({
    timeout: 1000,
    retries: undefined,
    headers: undefined,
  });
});
