import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { objectivesOf } from './objectives';
import { withText } from './planted';
import { PLANTED } from './planted-rules';

function read(manifest: KubernetesObject) {
  return objectivesOf({
    object: { manifest, file: 'rules.yaml', line: 1 },
    system: 'shop',
    group: manifest.spec.groups[0],
    path: 'rules.yaml',
  });
}

test('reads what an objective states, and the raw series that are counted', () => {
  const [availability, latency] = read(PLANTED);
  expect(availability).toMatchObject({
    namespace: 'shop',
    microservice: 'checkout',
    objective: 'availability',
    percent: 99.9,
    windowDays: 30,
    minimumFailures: 5,
  });
  expect(availability).toMatchObject({
    total: [{ metric: 'istio_requests_total' }],
    good: [],
    bad: [{ metric: 'istio_requests_total' }, { metric: 'istio_requests_total' }],
  });
  expect(latency).toMatchObject({
    total: [{ metric: 'istio_request_duration_milliseconds_count' }],
    good: [{ metric: 'istio_request_duration_milliseconds_bucket' }],
    bad: [],
  });
});

test.each([
  [
    'an alert that does not say what it is about',
    /\([\d.]+% over 30 days\)/,
    '',
    'does not say "(99.9% over 30 days)"',
  ],
  ['alerts without a fewest number of failures', / >= 5$/, ' > 5', 'says how many failures it fires for'],
  ['objectives without alerts', /^ErrorBudgetBurn$/, 'Burn', 'has no alert ErrorBudgetBurn'],
  ['requests that nobody counts', /^objective:requests:rate5m$/, 'objective:requests:rate1m', 'counts no requests'],
])('says so of %s', (_, from, to, message) => {
  expect(read(withText(PLANTED, from, to))).toEqual([
    expect.stringContaining(message),
    expect.stringContaining(message),
  ]);
});

test('a defect that cannot be planted is an error', () => {
  expect(() => withText(PLANTED, 'nowhere', '')).toThrow('the planted rules do not hold nowhere');
});
