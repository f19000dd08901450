import { Duration } from 'cdk8s';
import { Probe } from '../../../lib';
import { containerOf, thumbnail } from '../program';

test('a start waits for no period: queue-proxy asks as often as it likes', () => {
  expect(containerOf(thumbnail()).readinessProbe).toEqual({ tcpSocket: { port: 8080 }, successThreshold: 1 });
  expect(containerOf(thumbnail({ readiness: Probe.http('/healthz') })).readinessProbe).toEqual({ httpGet: { path: '/healthz', port: 8080 }, successThreshold: 1 });
});

test('times that are stated are kept, with the others beside them', () => {
  expect(containerOf(thumbnail({ readiness: Probe.http('/healthz', { period: Duration.seconds(1) }) })).readinessProbe).toEqual({
    httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1, timeoutSeconds: 2, failureThreshold: 3, successThreshold: 1,
  });
});

test('what does not answer is restarted, and not before it had time to start', () => {
  const { livenessProbe, startupProbe } = containerOf(thumbnail({ startupTime: Duration.seconds(20) }));
  expect(livenessProbe).toEqual({ tcpSocket: { port: 8080 }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 });
  expect(startupProbe).toEqual({ tcpSocket: { port: 8080 }, periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 11 });
});

test('the server as a whole is named in probes of gRPC, as Knative writes it', () => {
  const { readinessProbe, livenessProbe } = containerOf(thumbnail({ readiness: Probe.grpc(), liveness: Probe.grpc({ service: 'shop.Thumbnail' }) }));
  expect(readinessProbe.grpc).toEqual({ port: 8080, service: '' });
  expect(livenessProbe.grpc).toEqual({ port: 8080, service: 'shop.Thumbnail' });
});
