import { Duration } from 'cdk8s';
import type { MicroserviceProps } from '../../../lib/api/workload/microservice-props';
import { Port, Probe } from '../../../lib/values';
import { cart, containerOf } from './program';

const main = (props: Partial<MicroserviceProps>) =>
  containerOf(cart({ ports: [Port.http(80, { targetPort: 8080 })], ...props }));

test('a server is asked for a connection where nothing is said', () => {
  const { startupProbe, readinessProbe, livenessProbe } = main({});
  expect(startupProbe).toEqual({
    tcpSocket: { port: 8080 },
    periodSeconds: 2,
    timeoutSeconds: 2,
    failureThreshold: 31,
  });
  expect(readinessProbe).toEqual({
    tcpSocket: { port: 8080 },
    periodSeconds: 5,
    timeoutSeconds: 2,
    failureThreshold: 3,
  });
  expect(livenessProbe).toEqual({
    tcpSocket: { port: 8080 },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 6,
  });
});

test('a worker is not asked', () => {
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
    expect(containerOf(cart())).not.toHaveProperty(probe);
});

test('an HTTP probe', () => {
  expect(main({ probes: { readiness: Probe.http('/ready') } }).readinessProbe.httpGet).toEqual({
    path: '/ready',
    port: 8080,
  });
  const { httpGet } = main({
    probes: { readiness: Probe.http('/ready', { port: 9000, tls: true, headers: { 'X-B': '2', 'X-A': '1' } }) },
  }).readinessProbe;
  expect(httpGet).toEqual({
    path: '/ready',
    port: 9000,
    scheme: 'HTTPS',
    httpHeaders: [
      { name: 'X-A', value: '1' },
      { name: 'X-B', value: '2' },
    ],
  });
});

test('a gRPC probe', () => {
  expect(main({ probes: { liveness: Probe.grpc() } }).livenessProbe.grpc).toEqual({ port: 8080 });
  expect(main({ probes: { liveness: Probe.grpc({ port: 7070, service: 'cart.v1' }) } }).livenessProbe.grpc).toEqual({
    port: 7070,
    service: 'cart.v1',
  });
});

test('a TCP probe', () => {
  expect(main({ probes: { readiness: Probe.tcp({ port: 9000 }) } }).readinessProbe.tcpSocket).toEqual({ port: 9000 });
});

test('a command', () => {
  const { livenessProbe, startupProbe } = containerOf(
    cart({ probes: { liveness: Probe.command(['redis-cli', 'ping'], { timeout: Duration.seconds(8) }) } }),
  );
  expect(livenessProbe.exec).toEqual({ command: ['redis-cli', 'ping'] });
  expect(startupProbe.exec).toEqual({ command: ['redis-cli', 'ping'] });
  // A start is not failed for an answer that takes as long as was said.
  expect(startupProbe.timeoutSeconds).toBe(8);
});

test('the timing as stated', () => {
  const timing = {
    period: Duration.seconds(7),
    timeout: Duration.seconds(3),
    initialDelay: Duration.minutes(1),
    failureThreshold: 4,
    successThreshold: 2,
  };
  expect(main({ probes: { readiness: Probe.tcp(timing) } }).readinessProbe).toMatchObject({
    periodSeconds: 7,
    timeoutSeconds: 3,
    initialDelaySeconds: 60,
    failureThreshold: 4,
    successThreshold: 2,
  });
});

test('the budget of the start follows from startupTime', () => {
  expect(main({ lifecycle: { startupTime: Duration.seconds(15) } }).startupProbe).toMatchObject({
    periodSeconds: 2,
    failureThreshold: 9,
  });
  expect(main({ lifecycle: { startupTime: Duration.minutes(5) } }).startupProbe.failureThreshold).toBe(151);
  expect(main({ lifecycle: { startupTime: Duration.seconds(1) } }).startupProbe.failureThreshold).toBe(2);
  expect(
    main({
      lifecycle: { startupTime: Duration.seconds(60) },
      probes: { startup: Probe.http('/started', { period: Duration.seconds(20) }) },
    }).startupProbe,
  ).toMatchObject({ httpGet: { path: '/started' }, failureThreshold: 4 });
});
