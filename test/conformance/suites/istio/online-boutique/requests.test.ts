import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { STATED_CALLS, statedCall } from './calls';
import { requestsOf, urlsOf } from './requests';

const service = (name: string, port: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { ports: [port] },
});
const shipping = service('shippingservice', { port: 50051, targetPort: 50051, appProtocol: 'grpc' });
const frontend = service('frontend', { port: 80, targetPort: 8080, appProtocol: 'http' });

test('says of every call of upstream what the program states', () => {
  expect(STATED_CALLS).toHaveLength(16);
  expect(STATED_CALLS.filter(({ retries }) => retries === undefined)).toEqual([]);
  expect(statedCall('adservice', 'frontend')).toBeUndefined();
});

test('asks for every method where a call is limited to some', () => {
  expect(
    requestsOf(['frontend', 'adservice'], [shipping, frontend]).map(({ caller, url, isCall, isStated }) => [
      caller,
      url,
      isCall,
      isStated,
    ]),
  ).toEqual([
    ['frontend', 'grpc://shippingservice:50051/hipstershop.Service/GetQuote', true, true],
    ['frontend', 'grpc://shippingservice:50051/hipstershop.Service/ShipOrder', true, false],
    ['adservice', 'grpc://shippingservice:50051/hipstershop.Service/GetQuote', false, false],
    ['adservice', 'grpc://shippingservice:50051/hipstershop.Service/ShipOrder', false, false],
    ['adservice', 'http://frontend:80/', false, false],
  ]);
});

test('calls pods at the port of their container', () => {
  expect(urlsOf(frontend, '10.0.0.1', true)).toEqual([{ method: 'Any', url: 'http://10.0.0.1:8080/' }]);
  expect(
    urlsOf(service('redis-cart', { port: 6379, targetPort: 6379, appProtocol: 'tcp' }), 'redis-cart')[0]!.url,
  ).toBe('tcp://redis-cart:6379');
});
