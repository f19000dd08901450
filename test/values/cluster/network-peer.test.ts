import { anyAddress, NetworkPeer, publicAddresses } from '../../../lib/values';

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

test('lists and maps are copied', () => {
  const [labels, except] = [{ a: '1' } as Record<string, string>, ['10.1.0.0/16']];
  const [pods, range] = [NetworkPeer.pods({ namespace: 'x', labels }), NetworkPeer.cidr('10.0.0.0/8', except)];
  labels['b'] = '2';
  except.pop();
  expect(pods.labels).toEqual({ a: '1' });
  expect(range.except).toHaveLength(1);
});
