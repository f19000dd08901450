import { describedPolicy, type EdgePolicy, mergedPolicy, unstatedPolicy } from '../../../lib/program';

const policy = (
  timeout: number | undefined,
  retries?: EdgePolicy['retries'],
  headers?: EdgePolicy['headers'],
): EdgePolicy => ({ ...unstatedPolicy(undefined), timeout, retries, headers });

const TENANT = { set: { 'x-tenant': 'acme' }, remove: [] };

const other = policy(30_000);

test.each([
  ['of nobody is that of others', [], other],
  [
    'of one is its own',
    [policy(2000, { attempts: 1, perTryTimeout: 900 })],
    policy(2000, { attempts: 1, perTryTimeout: 900 }),
  ],
  ['has the longest timeout', [policy(2000), policy(5000)], policy(5000)],
  [
    'has no more retries than all allow',
    [policy(2000, { attempts: 2, perTryTimeout: 500 }), policy(2000, { attempts: 1, perTryTimeout: 900 })],
    policy(2000, { attempts: 1, perTryTimeout: 900 }),
  ],
  [
    'sends nothing again where one does not',
    [policy(2000, { attempts: 2, perTryTimeout: 500 }), policy(2000)],
    policy(2000),
  ],
  [
    'sets the headers that all set',
    [policy(2000, undefined, TENANT), policy(2000, undefined, TENANT)],
    policy(2000, undefined, TENANT),
  ],
  ['sets no header that only one sets', [policy(2000, undefined, TENANT), policy(2000)], policy(2000)],
  [
    'takes no comma of a value for the end of a header',
    [
      policy(2000, undefined, { set: { a: '1,b: 2' }, remove: [] }),
      policy(2000, undefined, { set: { a: '1', b: '2' }, remove: [] }),
    ],
    policy(2000),
  ],
  ['ends no stream', [policy(2000), policy(undefined)], policy(undefined)],
])('the policy %s', (_, policies, shared) => {
  expect(mergedPolicy(policies, other)).toEqual(shared);
});

test('reports show time and retries', () => {
  expect([describedPolicy(other), describedPolicy(policy(undefined, { attempts: 1, perTryTimeout: 5 }))]).toEqual([
    '30000 ms, 0 retries',
    'no timeout, 1 retries',
  ]);
  expect(describedPolicy(policy(5, undefined, TENANT))).toBe('5 ms, 0 retries, headers x-tenant: acme');
});
