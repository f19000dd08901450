import { Port, Protocol } from '../../../lib/values';

test.each([
  [Port.http(80), 'http', 'TCP', 'http'],
  [Port.http2(80), 'http2', 'TCP', 'kubernetes.io/h2c'],
  [Port.grpc(80), 'grpc', 'TCP', 'grpc'],
  [Port.tcp(80), 'tcp', 'TCP', 'tcp'],
  [Port.tls(80), 'tls', 'TCP', 'tls'],
  [Port.udp(80), 'udp', 'UDP', undefined],
])('%p is named after its protocol', (port, name, transport, appProtocol) => {
  expect(port.name).toBe(name);
  expect(port.protocol.transport).toBe(transport);
  expect(port.protocol.appProtocol).toBe(appProtocol);
});

test('the name begins with the protocol, once', () => {
  expect(Port.http(80, { name: 'admin' }).name).toBe('http-admin');
  expect(Port.http(80, { name: 'http-admin' }).name).toBe('http-admin');
  expect(Port.http(80, { name: 'http' }).name).toBe('http');
  expect(Port.http(80, { name: 'https' }).name).toBe('http-https');
});

test('the container listens where the Service does unless something else is said', () => {
  expect(Port.http(80).targetPort).toBe(80);
  expect(Port.http(80, { targetPort: 8080 }).targetPort).toBe(8080);
});

test('metrics are served only where it is said', () => {
  expect(Port.http(80).servesMetrics).toBe(false);
  expect(Port.http(80, { servesMetrics: true }).servesMetrics).toBe(true);
});

test('only HTTP, HTTP/2 and gRPC have requests', () => {
  const { HTTP, HTTP2, GRPC, TCP, TLS, UDP } = Protocol;
  expect([HTTP, HTTP2, GRPC, TCP, TLS, UDP].map(({ hasRequests }) => hasRequests)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
