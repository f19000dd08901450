import { ClusterDns, ClusterFacts, NetworkPeer } from '../../../lib/values';

const peers = (dns: ClusterDns) => dns.peers.map(({ namespace, labels, range }) => ({ namespace, labels, range }));

test('little is assumed of a cluster of which nothing is said', () => {
  const facts = new ClusterFacts();
  expect(facts.name).toBe('cluster');
  expect(`${facts.kubernetesVersion}`).toBe('1.30');
  expect(facts).toMatchObject({ zones: [], apiServer: [], apiServerPorts: [443, 6443], ingress: [], scrapers: [] });
  expect(peers(facts.dns)).toEqual(peers(ClusterDns.coreDns()));
});

test('CoreDNS listens on port 53 in kube-system', () => {
  expect(ClusterDns.coreDns().port).toBe(53);
  expect(peers(ClusterDns.coreDns())).toEqual([
    { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, range: undefined },
  ]);
});

test('the DNS pods of OpenShift listen on port 5353', () => {
  expect(ClusterDns.openShift().port).toBe(5353);
  expect(peers(ClusterDns.openShift())).toEqual([
    { namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' }, range: undefined },
  ]);
});

test('NodeLocal answers on one address of the node, and CoreDNS still does', () => {
  expect(peers(ClusterDns.nodeLocal())).toEqual([
    ...peers(ClusterDns.coreDns()),
    { namespace: undefined, labels: {}, range: '169.254.20.10/32' },
  ]);
  expect(ClusterDns.nodeLocal('fd00::10').peers.at(-1)!.range).toBe('fd00::10/128');
});

test('lists are copied', () => {
  const zones = ['a'];
  const ingress = [NetworkPeer.cidr('10.0.0.0/8')];
  const facts = new ClusterFacts({ zones, ingress });
  zones.push('b');
  ingress.pop();
  expect(facts.zones).toEqual(['a']);
  expect(facts.ingress).toHaveLength(1);
});
