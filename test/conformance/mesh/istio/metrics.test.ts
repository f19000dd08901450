import { areListenersSettled } from './metrics';

function metrics(warming: number, draining: number, chains = 0): string {
  return [
    `envoy_listener_manager_total_filter_chains_draining{} ${chains}`,
    '# TYPE envoy_listener_manager_total_listeners_draining gauge',
    `envoy_listener_manager_total_listeners_draining{} ${draining}`,
    '# TYPE envoy_listener_manager_total_listeners_warming gauge',
    `envoy_listener_manager_total_listeners_warming{} ${warming}`,
    'envoy_listener_manager_total_listeners_active{} 12',
  ].join('\n');
}

test.each([
  ['without a change under way', metrics(0, 0), true],
  ['with a listener that warms up', metrics(1, 0), false],
  ['with listeners that drain', metrics(0, 10), false],
  ['with a filter chain that drains', metrics(0, 0, 1), false],
  ['without the gauges', '', false],
])('listeners %s', (_, text, settled) => {
  expect(areListenersSettled(text)).toBe(settled);
});
