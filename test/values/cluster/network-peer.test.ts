import { BlockList } from 'node:net';
import { anyAddress, NetworkPeer, publicAddresses } from '../../../lib/values';
import { cidr } from '../../support/api-server/grammar';

test('pods of a namespace, all or by their labels', () => {
  expect(NetworkPeer.pods({ namespace: 'monitoring' })).toMatchObject({
    namespace: 'monitoring',
    labels: {},
    range: undefined,
  });
  expect(NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } }).labels).toEqual({
    app: 'prometheus',
  });
});

test('a range of addresses, but for ranges inside it', () => {
  expect(NetworkPeer.cidr('10.0.0.0/8', ['10.1.0.0/16'])).toMatchObject({
    namespace: undefined,
    range: '10.0.0.0/8',
    except: ['10.1.0.0/16'],
  });
});

test('every address is of both families', () => {
  expect(anyAddress().map(({ range, except }) => [range, except])).toEqual([
    ['0.0.0.0/0', []],
    ['::/0', []],
  ]);
});

test("public addresses are neither of pods and nodes nor of a cloud's metadata", () => {
  const except = publicAddresses().flatMap((peer) => peer.except);
  expect(publicAddresses().map(({ range }) => range)).toEqual(['0.0.0.0/0', '::/0']);
  expect(except).toEqual(
    expect.arrayContaining([
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      '100.64.0.0/10',
      '169.254.0.0/16',
      'fc00::/7',
      'fe80::/10',
    ]),
  );
});

describe('public addresses', () => {
  const list = (family: 'ipv4' | 'ipv6') => {
    const blocked = new BlockList();
    const except = publicAddresses()[family === 'ipv4' ? 0 : 1]!.except;
    except.forEach((range) => {
      const [address, bits] = range.split('/') as [string, string];
      blocked.addSubnet(address, Number(bits), family);
    });
    return (address: string) => blocked.check(address, family);
  };

  // An address of each block that the registry of special-purpose addresses does not mark as reachable.
  test.each([
    '0.0.0.1',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.0.0.1',
    '192.0.0.170',
    '192.0.2.1',
    '192.88.99.2',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.254',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.251',
    '240.0.0.1',
    '255.255.255.255',
  ])('leave out %s', (address) => expect(list('ipv4')(address)).toBe(true));

  test.each([
    '::',
    '::1',
    '::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    '100:0:0:1::1',
    '2001::1',
    '2001:2::1',
    '2001:db8::1',
    '2002:a00:1::1',
    '3fff::1',
    '5f00::1',
    'fd00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ])('leave out %s', (address) => expect(list('ipv6')(address)).toBe(true));

  test.each(['1.1.1.1', '100.128.0.1', '172.32.0.1', '192.0.1.1', '198.20.0.1', '223.255.255.255'])(
    'hold %s',
    (address) => expect(list('ipv4')(address)).toBe(false),
  );

  // Translated addresses of IPv4 are the way of clusters without it.
  test.each(['2606:4700::1111', '2a00::1', '64:ff9b::101:101', '2001:200::1'])('hold %s', (address) =>
    expect(list('ipv6')(address)).toBe(false),
  );

  test('are ranges that Kubernetes takes', () =>
    expect(publicAddresses().flatMap(({ range, except }) => [range!, ...except].filter((each) => cidr(each)))).toEqual(
      [],
    ));
});

test('lists and maps are copied', () => {
  const [labels, except] = [{ a: '1' } as Record<string, string>, ['10.1.0.0/16']];
  const [pods, range] = [NetworkPeer.pods({ namespace: 'x', labels }), NetworkPeer.cidr('10.0.0.0/8', except)];
  labels['b'] = '2';
  except.pop();
  expect(pods.labels).toEqual({ a: '1' });
  expect(range.except).toHaveLength(1);
});
