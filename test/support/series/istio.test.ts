import { queriedSeries } from '../promql';
import { ISTIO_METRICS, istioRequest, selects } from './istio';

const selected = (query: string, sample = istioRequest('bank/pay', 'shop/cart', { response_code: '503' })) =>
  selects(queriedSeries(query)[0]!, sample);

test.each([
  ['istio_requests_total', true],
  ['istio_requests', false],
  ['istio_requests_total{reporter="source"}', true],
  ['istio_requests_total{reporter!="source"}', false],
  ['istio_requests_total{response_code=~"5.."}', true],
  ['istio_requests_total{response_code=~"5."}', false],
  ['istio_requests_total{response_code!~"5.."}', false],
  ['istio_requests_total{grpc_response_status=~"2|4"}', false],
  ['istio_requests_total{grpc_response_status!~"2|4"}', true],
  ['istio_requests_total{grpc_response_status=""}', true],
  ['istio_requests_total{source_canonical_service="pay",destination_service="cart.shop.svc.cluster.local"}', true],
])('%s: %s', (query, expected) => {
  expect(selected(query)).toBe(expected);
});

test('a request has no label that its metric has not', () => {
  const { metric, labels } = istioRequest('bank/pay', 'shop/cart');
  expect(Object.keys(labels).filter((label) => !ISTIO_METRICS[metric]!.includes(label))).toEqual([]);
});
