import { readKubeScore } from './kube-score';

const PULL_POLICY = {
  check: { id: 'container-image-pull-policy' },
  grade: 1,
  skipped: false,
  comments: [{ path: 'cart', summary: 'ImagePullPolicy is not set to Always', description: 'Set it.' }],
};

function objects(...checks: readonly object[]): string {
  return JSON.stringify([
    {
      type_meta: { kind: 'Deployment' },
      object_meta: { name: 'cart', namespace: 'shop' },
      checks,
      file_name: '/tmp/shop/shop.yaml',
      file_row: 1,
    },
  ]);
}

test('what is not entirely good is a finding about an object', () => {
  expect(readKubeScore(objects(PULL_POLICY))).toEqual({
    checks: 1,
    findings: [
      {
        check: 'container-image-pull-policy',
        words: 'ImagePullPolicy is not set to Always (cart): Set it.',
        file: 'shop.yaml',
        target: { kind: 'Deployment', namespace: 'shop', name: 'cart' },
      },
    ],
  });
});

test('good and skipped checks are none', () => {
  expect(
    readKubeScore(
      objects(
        { check: { id: 'pod-probes' }, grade: 10, skipped: false, comments: null },
        { ...PULL_POLICY, skipped: true },
      ),
    ),
  ).toEqual({ checks: 1, findings: [] });
});

test('a check without a comment says its name', () => {
  expect(
    readKubeScore(objects({ ...PULL_POLICY, check: { id: 'x', name: 'Some check' }, comments: null })).findings,
  ).toMatchObject([{ check: 'x', words: 'Some check' }]);
});
