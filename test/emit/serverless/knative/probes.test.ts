import { Duration } from 'cdk8s';
import { Probe } from '../../../../lib';
import { containerOf, thumbnail } from '../program';

test('a start waits for no period: queue-proxy asks as often as it likes', () => {
  expect(containerOf(thumbnail()).readinessProbe).toEqual({ tcpSocket: { port: 8080 }, successThreshold: 1 });
  expect(containerOf(thumbnail({ probes: { readiness: Probe.http('/healthz') } })).readinessProbe).toEqual({
    httpGet: { path: '/healthz', port: 8080 },
    successThreshold: 1,
  });
});

test('times that are stated are kept, with the others beside them', () => {
  expect(
    containerOf(thumbnail({ probes: { readiness: Probe.http('/healthz', { period: Duration.seconds(1) }) } }))
      .readinessProbe,
  ).toEqual({
    httpGet: { path: '/healthz', port: 8080 },
    periodSeconds: 1,
    timeoutSeconds: 2,
    failureThreshold: 3,
    successThreshold: 1,
  });
});

test('what does not answer is restarted, and not before it had time to start', () => {
  const liveness = (seconds: number) =>
    containerOf(thumbnail({ lifecycle: { startupTime: Duration.seconds(seconds) } })).livenessProbe;
  const minute = { tcpSocket: { port: 8080 }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 };
  expect(liveness(20)).toEqual(minute);
  // The first probe is sent at once: six of them take 50 s.
  expect(liveness(50)).toEqual(minute);
  expect(liveness(90)).toEqual({ ...minute, initialDelaySeconds: 40 });
  expect(
    containerOf(
      thumbnail({
        lifecycle: { startupTime: Duration.seconds(90) },
        probes: { liveness: Probe.http('/', { initialDelay: Duration.seconds(5) }) },
      }),
    ).livenessProbe,
  ).toMatchObject({ initialDelaySeconds: 5 });
});

test('starts are not slowed down by a startup probe, unless one is stated', () => {
  expect(containerOf(thumbnail())).not.toHaveProperty('startupProbe');
  const { startupProbe, livenessProbe } = containerOf(
    thumbnail({ lifecycle: { startupTime: Duration.seconds(90) }, probes: { startup: Probe.http('/started') } }),
  );
  expect(startupProbe).toEqual({
    httpGet: { path: '/started', port: 8080 },
    periodSeconds: 2,
    timeoutSeconds: 2,
    failureThreshold: 46,
  });
  expect(livenessProbe).not.toHaveProperty('initialDelaySeconds');
});

test('the server as a whole is named in probes of gRPC, as Knative writes it', () => {
  const { readinessProbe, livenessProbe } = containerOf(
    thumbnail({ probes: { readiness: Probe.grpc(), liveness: Probe.grpc({ service: 'shop.Thumbnail' }) } }),
  );
  expect(readinessProbe.grpc).toEqual({ port: 8080, service: '' });
  expect(livenessProbe.grpc).toEqual({ port: 8080, service: 'shop.Thumbnail' });
});
