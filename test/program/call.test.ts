import {
  Activator,
  activatorOf,
  addressesOf,
  Call,
  callKey,
  Endpoint,
  portOf,
  WorkloadEndpoint,
} from '../../lib/program';
import { AddressFormat, CallOptions, NetworkPeer, Port, Protocol } from '../../lib/values';

const PORTS = [Port.http(80), Port.grpc(9090), Port.http(8081, { name: 'admin' }), Port.udp(80)];

function call(options: CallOptions, ports: readonly Port[] = PORTS, callee: Partial<Endpoint> = {}): Call {
  const workload = { namespace: 'shop', serviceAccount: 'x', exposures: [] };
  return {
    caller: { id: '/shop/web', name: 'web', ports: [], workload },
    callee: { id: '/shop/cart', name: 'cart', ports, workload, ...callee },
    options,
  };
}

describe('portOf', () => {
  test.each<[string, CallOptions, readonly Port[], string | undefined]>([
    ['the only one', {}, [Port.grpc(9090)], 'grpc'],
    ['the one of the stated number', { port: 8081 }, PORTS, 'http-admin'],
    ['the only one of the stated protocol', { protocol: Protocol.GRPC }, PORTS, 'grpc'],
    ['none where several speak the protocol', { protocol: Protocol.HTTP }, PORTS, undefined],
    ['none where nothing tells', {}, PORTS, undefined],
    ['none of another number', { port: 81 }, PORTS, undefined],
    ['the one of number and protocol', { port: 80, protocol: Protocol.UDP }, PORTS, 'udp'],
    ['none where one number stands for two', { port: 80 }, PORTS, undefined],
    ['the only one, whatever the call speaks', { protocol: Protocol.TCP }, [Port.grpc(9090)], 'grpc'],
    ['none of none', {}, [], undefined],
  ])('is %s', (_, options, ports, name) => {
    expect(portOf(call(options, ports))?.name).toBe(name);
  });
});

describe('callKey', () => {
  test('port, methods and paths tell calls apart; their order does not', () => {
    const keys = [
      { port: 9090 },
      { port: 8081 },
      { port: 80, protocol: Protocol.HTTP },
      { port: 80, protocol: Protocol.UDP },
      { port: 9090, methods: ['A'] },
      { port: 9090, paths: ['/a'] },
    ].map((options) => callKey(call(options)));
    expect(new Set(keys).size).toBe(keys.length);
    expect(callKey(call({ port: 9090, operation: { methods: ['A', 'B'] } }))).toBe(
      callKey(call({ port: 9090, operation: { methods: ['B', 'A'] } })),
    );
  });

  test('the only port is the same, named or not', () => {
    expect(callKey(call({}, [Port.grpc(9090)]))).toBe(callKey(call({ port: 9090 }, [Port.grpc(9090)])));
  });
});

const address = (stated: Parameters<typeof addressesOf>[0]) => addressesOf(stated)[0];

describe('addressesOf', () => {
  const grpc = [Port.grpc(9090)];

  test.each<[AddressFormat | undefined, string]>([
    [undefined, 'cart:9090'],
    [AddressFormat.hostAndPort(), 'cart:9090'],
    [AddressFormat.host(), 'cart'],
    [AddressFormat.port(), '9090'],
    [AddressFormat.url(), 'dns:///cart:9090'],
    [AddressFormat.template('{host}/{host}?p={port}'), 'cart/cart?p=9090'],
  ])('%p gives %s', (format, value) => {
    expect(addressesOf(call({ ...(format && { addresses: [{ format }] }) }, grpc))).toMatchObject([
      { name: 'CART_ADDR', value },
    ]);
  });

  test.each([
    [Port.http(80), 'http://'],
    [Port.http2(80), 'http://'],
    [Port.tls(443), 'https://'],
    [Port.tcp(5432), 'tcp://'],
    [Port.udp(53), 'udp://'],
  ])('the URL of %p begins with %s', (port, scheme) => {
    expect(address(call({ addresses: [{ format: AddressFormat.url() }] }, [port]))!.value).toBe(
      `${scheme}cart:${port.number}`,
    );
  });

  test('an empty list gives no variable', () => {
    expect(addressesOf(call({ addresses: [] }, grpc))).toEqual([]);
  });

  test("the name can be stated; by default it is the callee's", () => {
    expect(address(call({ addressEnv: 'BACKEND' }, grpc))!.name).toBe('BACKEND');
    expect(address(call({}, grpc, { name: 'product-catalog-2' }))!.name).toBe('PRODUCT_CATALOG_2_ADDR');
  });

  test("the address holds the Service's port, not the container's", () => {
    expect(address(call({}, [Port.http(80, { targetPort: 8080 })]))!.value).toBe('cart:80');
  });
});

describe('a callee behind an activator', () => {
  const activator = {
    pods: NetworkPeer.pods({ namespace: 'holding' }),
    targetPort: 8080,
    service: { name: 'holder', namespace: 'holding', port: 80 },
    serviceAccount: 'holder',
  };
  const held = (
    ports: readonly Port[],
    more: Partial<Activator> = {},
    options: CallOptions = {},
    runtime: Partial<WorkloadEndpoint> = {},
  ) =>
    call(options, ports, {
      workload: {
        namespace: 'shop',
        serviceAccount: 'cart',
        exposures: [],
        activator: { ...activator, ...more },
        ...runtime,
      },
    });

  test('is addressed as ever where a mesh leads there, else by a name that stands for it in the whole cluster', () => {
    expect(address(held([Port.http(80)]))!.value).toBe('cart:80');
    expect(address(held([Port.http(80)], {}, {}, { runtime: 'Knative' }))!.value).toBe('cart.shop.svc:80');
    expect(
      address(
        held(
          [Port.http(80)],
          { address: { service: 'cart-held', port: 8080 } },
          { addresses: [{ format: AddressFormat.url() }] },
        ),
      )!.value,
    ).toBe('http://cart-held.shop.svc:8080');
  });

  test('is behind it for requests of its cluster alone', () => {
    expect(activatorOf(held([Port.http(80)]))).toMatchObject({ serviceAccount: 'holder' });
    expect(activatorOf(held([Port.tcp(5432)]))).toBeUndefined();
    expect(address(held([Port.tcp(5432)]))!.value).toBe('cart:5432');
    const elsewhere = held([Port.http(80)]);
    expect(
      activatorOf({
        ...elsewhere,
        caller: { ...elsewhere.caller, workload: { ...elsewhere.caller.workload!, cluster: 'a' } },
        callee: { ...elsewhere.callee, workload: { ...elsewhere.callee.workload!, cluster: 'b' } },
      }),
    ).toBeUndefined();
  });
});
