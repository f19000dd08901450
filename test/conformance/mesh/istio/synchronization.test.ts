import { rejectedUpdates, rejectionsIn } from './metrics';
import { areKnown, isSynchronized, refusalsOf } from './synchronization';

const status = (resource: object) => ({
  proxy: 'cart.shop',
  resources: { 'type.googleapis.com/envoy.config.listener.v3.Listener': resource },
});

test('a proxy is synchronized once it has taken or refused what was sent', () => {
  expect(isSynchronized(status({ sent: 'b', acked: 'a' }))).toBe(false);
  expect(isSynchronized(status({ sent: 'b', acked: 'b' }))).toBe(true);
  expect(isSynchronized(status({ sent: 'b', acked: 'a', lastError: 'no such filter' }))).toBe(true);
  expect(isSynchronized(status({}))).toBe(true);
  expect(isSynchronized({ proxy: 'cart.shop' })).toBe(true);
});

test('istiod knows a change once it has the stored version and not what was removed', () => {
  const scope = (resourceVersion: string) => ({
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: { name: 'cart', namespace: 'shop', resourceVersion },
  });
  expect(areKnown([scope('10')], [scope('10')], [])).toBe(true);
  expect(areKnown([scope('10')], [scope('9')], [])).toBe(true);
  expect(areKnown([scope('9')], [scope('10')], [])).toBe(false);
  expect(areKnown([], [scope('10')], [])).toBe(false);
  expect(areKnown([scope('9')], [], [scope('9')])).toBe(false);
  expect(areKnown([], [], [scope('9')])).toBe(true);
});

test('names what a proxy refuses', () => {
  expect(refusalsOf(status({ lastError: 'no such filter' }))).toEqual(['Listener: no such filter']);
  expect(refusalsOf(status({ sent: 'a' }))).toEqual([]);
});

test('counts refusals in pages of metrics', () => {
  expect(
    rejectionsIn(
      '# TYPE pilot_total_xds_rejects counter\npilot_total_xds_rejects{type="lds"} ' +
        '2\npilot_total_xds_rejects{type="cds"} 1\npilot_services 9\n',
    ),
  ).toBe(3);
  expect(rejectedUpdates('cluster_manager.cds.update_rejected: 0\nlistener_manager.lds.update_rejected: 1\n')).toEqual([
    'listener_manager.lds.update_rejected: 1',
  ]);
});
