import { Duration } from 'cdk8s';
import type { ClusterFactsProps, IstioMeshProps } from '../../../../lib';
import type { RequestSeries } from '../../../../lib/values';
import { ISTIO_METRICS, ISTIO_TAG, istioRequest, selects } from '../../../support/series/istio';
import { IstioProgram } from './program';

/** What proxies say of `shop/web`. */
const seriesOn = (mesh: IstioMeshProps = {}, cluster: ClusterFactsProps = {}) =>
  new IstioProgram(mesh, cluster).serve('web')._facts.mesh.series!;

const series = seriesOn();
const counted = ({ total, failed }: RequestSeries) => [...total, ...failed];
const allOf = (each: RequestSeries) => [...counted(each), each.duration!.buckets, each.duration!.count];

test("metrics and labels are ones that Istio's proxies have", () => {
  for (const { metric, matchers } of [series.inbound, series.served, series.outbound].flatMap(allOf)) {
    expect(Object.keys(ISTIO_METRICS)).toContain(metric);
    expect(matchers.map(({ label }) => label).filter((label) => !ISTIO_METRICS[metric]!.includes(label))).toEqual([]);
  }
  expect(
    [series.callerLabel, series.calleeLabel].filter((label) => !ISTIO_METRICS.istio_requests_total!.includes(label)),
  ).toEqual([]);
  expect(series.routeLabel).toBe(ISTIO_TAG);
});

describe.each([
  ['a call to it', istioRequest('bank/pay', 'shop/web'), [true, false, false]],
  [
    'a call to it, as its own proxy reports it',
    istioRequest('bank/pay', 'shop/web', { reporter: 'destination' }),
    [false, true, false],
  ],
  ['a call of its own', istioRequest('shop/web', 'shop/cart'), [false, false, true]],
  [
    'a call of its own, as its callee reports it',
    istioRequest('shop/web', 'shop/cart', { reporter: 'destination' }),
    [false, false, false],
  ],
  ['a call to itself', istioRequest('shop/web', 'shop/web'), [true, false, true]],
  ['a call to one of its name', istioRequest('bank/pay', 'bank/web'), [false, false, false]],
  ['a call of one of its name', istioRequest('bank/web', 'bank/pay'), [false, false, false]],
  ['a call to one whose name begins alike', istioRequest('bank/pay', 'shop/web-2'), [false, false, false]],
])('%s', (_, sample, expected) => {
  test.each([
    [0, 'inbound'],
    [1, 'served'],
    [2, 'outbound'],
  ] as const)('%#: is among what is %s, or not', (at, kind) => {
    expect(series[kind].total.map((each) => selects(each, sample))).toEqual([expected[at]]);
  });
});

test('a failure is counted once, whatever fails', () => {
  const failures = [
    ['503', ''],
    ['503', '14'],
    ['200', '2'],
    ['200', '4'],
    ['200', '12'],
    ['200', '13'],
    ['200', '14'],
    ['200', '15'],
  ];
  const answers = [
    ['200', ''],
    ['200', '0'],
    ['404', ''],
    ['200', '5'],
    ['429', ''],
    ['200', '1'],
    ['200', '16'],
  ];
  const times = ([code, status]: string[]) =>
    series.inbound.failed.filter((each) =>
      selects(
        each,
        istioRequest('bank/pay', 'shop/web', {
          response_code: code!,
          ...(status !== '' && { grpc_response_status: status! }),
        }),
      ),
    ).length;
  expect(failures.map(times)).toEqual(failures.map(() => 1));
  expect(answers.map(times)).toEqual(answers.map(() => 0));
});

test("the host is that of the cluster's domain", () => {
  const { inbound } = seriesOn({}, { domain: 'example.org' });
  expect(inbound.total[0]!.matchers).toContainEqual({
    label: 'destination_service',
    operator: '=',
    value: 'web.shop.svc.example.org',
  });
});

test('durations are in milliseconds, by the bounds of Envoy or those that are stated', () => {
  expect(series.inbound.duration).toEqual(
    expect.objectContaining({
      unitsPerSecond: 1000,
      boundsMillis: [
        0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 300000, 600000, 1800000, 3600000,
      ],
    }),
  );
  expect(
    seriesOn({ durationBounds: [Duration.millis(100), Duration.seconds(1)] }).inbound.duration!.boundsMillis,
  ).toEqual([100, 1000]);
});
