import { metricsPorts, portEndpoints } from '../../../lib/program';
import { Port } from '../../../lib/values';

const http = Port.http(80, { targetPort: 8080 });
const metrics = Port.http(9090, { name: 'metrics', targetPort: 9091, servesMetrics: true, metricsPath: '/prom' });
const again = Port.http(9092, { name: 'again', targetPort: 9091, servesMetrics: true });
const numbers = (ports: readonly Port[]) => ports.map(({ number }) => number);

test('ports that serve metrics, each container port once', () => {
  expect(numbers(metricsPorts([http, metrics, again]))).toEqual([9090]);
  expect(numbers(metricsPorts([http]))).toEqual([]);
  expect(
    numbers(metricsPorts([Port.http(1, { servesMetrics: true }), Port.http(2, { name: 'b', servesMetrics: true })])),
  ).toEqual([1, 2]);
});

test("an endpoint is the container's port, by the name that the container has for it", () => {
  expect(portEndpoints([http, metrics], false)).toEqual([
    { port: 9091, portName: metrics.name, path: '/prom', mutualTls: false },
  ]);
  expect(portEndpoints([http, metrics], true)).toEqual([expect.objectContaining({ mutualTls: true })]);
  // Another port of the Service leads there first.
  const first = Port.http(81, { name: 'first', targetPort: 9091 });
  expect(portEndpoints([first, metrics], false)).toEqual([
    expect.objectContaining({ portName: first.name, path: '/prom' }),
  ]);
});

test('the path is /metrics where none is stated', () => {
  expect(portEndpoints([again], false)[0]!.path).toBe('/metrics');
});
