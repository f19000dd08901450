import { describedPolicy, sharedPolicy } from '../../../lib/program';

const other = { timeout: 30_000, retries: 0 };

test.each([
  ['of nobody is that of others', [], other],
  [
    'of one is its own',
    [{ timeout: 2000, retries: 1, perTryTimeout: 900 }],
    { timeout: 2000, retries: 1, perTryTimeout: 900 },
  ],
  [
    'has the longest timeout',
    [
      { timeout: 2000, retries: 0 },
      { timeout: 5000, retries: 0 },
    ],
    { timeout: 5000, retries: 0 },
  ],
  [
    'has no more retries than all allow',
    [
      { timeout: 2000, retries: 2, perTryTimeout: 500 },
      { timeout: 2000, retries: 1, perTryTimeout: 900 },
    ],
    { timeout: 2000, retries: 1, perTryTimeout: 900 },
  ],
  [
    'sends nothing again where one does not',
    [
      { timeout: 2000, retries: 2, perTryTimeout: 500 },
      { timeout: 2000, retries: 0 },
    ],
    { timeout: 2000, retries: 0 },
  ],
  ['ends no stream', [{ timeout: 2000, retries: 0 }, { retries: 0 }], { retries: 0 }],
])('the policy %s', (_, policies, shared) => {
  expect(sharedPolicy(policies, other)).toEqual(shared);
});

test('reports show time and retries', () => {
  expect([describedPolicy(other), describedPolicy({ retries: 1 })]).toEqual([
    '30000 ms, 0 retries',
    'no timeout, 1 retries',
  ]);
});
