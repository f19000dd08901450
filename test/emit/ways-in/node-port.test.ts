import { IstioMesh, LoadBalancer, NodePort, NoMesh, Port } from '../../../lib';
import { find } from '../../support/manifests';
import { exposing } from './program';

test('clients connect on the stated port of nodes, or on a free one', () => {
  const manifests = exposing(
    new NodePort(),
    [{ port: 80, nodePort: 30080 }, { port: 9090 }],
    { ports: [Port.http(80, { targetPort: 8080 }), Port.tcp(9090)] },
    new NoMesh(),
  );
  const { spec } = find(manifests, 'Service', 'web-external');
  expect(spec).toMatchObject({ type: 'NodePort' });
  expect(spec.ports).toEqual([
    { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', nodePort: 30080 },
    { name: 'tcp', port: 9090, targetPort: 9090, protocol: 'TCP' },
  ]);
  expect(spec.externalTrafficPolicy).toBeUndefined();
});

test('nodes keep the addresses of clients where some are allowed, and the network policy lets them in', () => {
  const manifests = exposing(new NodePort(), [{ allowedSources: ['203.0.113.0/24'] }], {}, new NoMesh());
  const { spec } = find(manifests, 'Service', 'web-external');
  expect(spec.externalTrafficPolicy).toBe('Local');
  expect(spec.loadBalancerSourceRanges).toBeUndefined();
  expect(find(manifests, 'NetworkPolicy', 'web').spec.ingress).toEqual([
    { from: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 8080, protocol: 'TCP' }] },
  ]);
});

test.each([['NodePort', new NodePort()] as const, ['LoadBalancer', new LoadBalancer()] as const])(
  'a Service of type %s leads to pods of a mesh in plain text',
  (type, wayIn) => {
    const manifests = exposing(wayIn, [{}], {}, new IstioMesh());
    expect(find(manifests, 'Service', 'web-external').spec).toMatchObject({ type });
    expect(find(manifests, 'PeerAuthentication', 'web').spec.portLevelMtls).toEqual({
      '8080': { mode: 'PERMISSIVE' },
    });
  },
);
