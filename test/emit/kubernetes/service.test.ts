import { ClusterFacts, NetworkPeer, Port } from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import { cart, codesOf, rendered, renderedAll, shop } from './program';

const SELECTOR = { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'cart' };

describe('the Service', () => {
  test('has every port in the order stated, with the protocol that a mesh reads', () => {
    const ports = [
      Port.grpc(7070),
      Port.http(80, { targetPort: 8080 }),
      Port.http2(81),
      Port.tcp(5432),
      Port.tls(443, { targetPort: 8443 }),
      Port.udp(53),
      Port.http(9090, { name: 'admin' }),
    ];
    expect(rendered('Service', cart({ ports }).service).spec).toEqual({
      type: 'ClusterIP',
      selector: SELECTOR,
      ports: [
        { name: 'grpc', port: 7070, targetPort: 7070, protocol: 'TCP', appProtocol: 'grpc' },
        { name: 'http', port: 80, targetPort: 8080, protocol: 'TCP', appProtocol: 'http' },
        { name: 'http2', port: 81, targetPort: 81, protocol: 'TCP', appProtocol: 'kubernetes.io/h2c' },
        { name: 'tcp', port: 5432, targetPort: 5432, protocol: 'TCP', appProtocol: 'tcp' },
        { name: 'tls', port: 443, targetPort: 8443, protocol: 'TCP', appProtocol: 'tls' },
        { name: 'udp', port: 53, targetPort: 53, protocol: 'UDP' },
        { name: 'http-admin', port: 9090, targetPort: 9090, protocol: 'TCP', appProtocol: 'http' },
      ],
    });
  });

  test('one number may stand for TCP and UDP', () => {
    expect(
      rendered('Service', cart({ ports: [Port.tcp(53), Port.udp(53)] }).service).spec.ports.map(
        ({ protocol }) => protocol,
      ),
    ).toEqual(['TCP', 'UDP']);
  });

  test('is headless where it is asked for', () => {
    expect(rendered('Service', cart({ ports: [Port.tcp(5432)], pod: { headless: true } }).service).spec).toMatchObject({
      type: 'ClusterIP',
      clusterIP: 'None',
    });
    expect(rendered('Service', cart({ ports: [Port.tcp(5432)] }).service).spec).not.toHaveProperty('clusterIP');
  });

  test('a worker has none', () => {
    const worker = cart();
    expect(worker.service).toBeUndefined();
    expect(renderedAll('Service', worker)).toEqual([]);
  });
});

describe('an exposure', () => {
  const ports = [Port.http(80, { targetPort: 8080 }), Port.grpc(7070), Port.http(9090, { name: 'admin' })];
  const ingress = [NetworkPeer.cidr('10.0.0.0/16')];
  const exposed = (microservice: ReturnType<typeof cart>) =>
    renderedAll('Service', microservice).find(({ spec }) => spec.type === 'LoadBalancer')!;
  const rulesOf = (microservice: ReturnType<typeof cart>) =>
    rendered('NetworkPolicy', microservice.networkPolicy).spec.ingress;

  // No appProtocol: clouds would take it for the protocol of their health checks.
  test('is a Service of its own, with the exposed port alone', () => {
    const microservice = cart({ ports });
    microservice.expose({ public: true, port: 80, annotations: { 'cloud.example/scheme': 'internal' } });
    const { metadata, spec } = exposed(microservice);
    expect(metadata).toMatchObject({ name: 'cart-external', annotations: { 'cloud.example/scheme': 'internal' } });
    expect(spec).toEqual({
      type: 'LoadBalancer',
      selector: SELECTOR,
      ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }],
    });
    expect(rendered('Service', microservice.service).spec).toMatchObject({ type: 'ClusterIP' });
    expect(rendered('Service', microservice.service).spec.ports).toHaveLength(3);
  });

  test("lets anybody in at the container's port where nothing is said", () => {
    const microservice = cart({ ports });
    microservice.expose({ public: true, port: 80 });
    expect(rulesOf(microservice)).toEqual([{ ports: [{ port: 8080, protocol: 'TCP' }] }]);
  });

  test('lets the stated clients in, at the load balancer and at the pod', () => {
    const microservice = cart({ ports });
    microservice.expose({ public: true, port: 80, allowedSources: ['203.0.113.0/24', '198.51.100.7/32'] });
    expect(exposed(microservice).spec).toMatchObject({
      externalTrafficPolicy: 'Local',
      loadBalancerSourceRanges: ['198.51.100.7/32', '203.0.113.0/24'],
    });
    expect(rulesOf(microservice)).toEqual([
      {
        from: [{ ipBlock: { cidr: '198.51.100.7/32' } }, { ipBlock: { cidr: '203.0.113.0/24' } }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
  });

  test("comes from the cluster's ingress where that is known; the load balancer checks the clients", () => {
    const microservice = cart({ ports }, shop({ platform: new Platform({ cluster: new ClusterFacts({ ingress }) }) }));
    microservice.expose({ public: true, port: 80, allowedSources: ['203.0.113.0/24'] });
    expect(exposed(microservice).spec).toMatchObject({ loadBalancerSourceRanges: ['203.0.113.0/24'] });
    expect(exposed(microservice).spec).not.toHaveProperty('externalTrafficPolicy');
    expect(rulesOf(microservice)).toEqual([
      { from: [{ ipBlock: { cidr: '10.0.0.0/16' } }], ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
  });

  test('several ports share the Service; each lets in its own clients', () => {
    const microservice = cart({ ports });
    microservice.expose({ public: true, port: 9090, allowedSources: ['10.9.0.0/16'] });
    microservice.expose({ public: true, port: 80, allowedSources: ['203.0.113.0/24'] });
    expect(exposed(microservice).spec.ports.map(({ port }) => port)).toEqual([80, 9090]);
    expect(exposed(microservice).spec.loadBalancerSourceRanges).toEqual(['10.9.0.0/16', '203.0.113.0/24']);
    expect(rulesOf(microservice)).toEqual([
      { from: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 9090, protocol: 'TCP' }] },
      { from: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: [{ port: 8080, protocol: 'TCP' }] },
    ]);
  });

  test('a port open to anybody does not become open to the clients of another alone, nor the other to anybody', () => {
    const microservice = cart({ ports });
    microservice.expose({ public: true, port: 80 });
    microservice.expose({ public: true, port: 9090, allowedSources: ['10.9.0.0/16'] });
    expect(exposed(microservice).spec).not.toHaveProperty('loadBalancerSourceRanges');
    expect(exposed(microservice).spec.externalTrafficPolicy).toBe('Local');
    expect(rulesOf(microservice)).toEqual([
      { ports: [{ port: 8080, protocol: 'TCP' }] },
      { from: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 9090, protocol: 'TCP' }] },
    ]);
  });

  test('the order of exposures does not change the output', () => {
    const first = cart({ ports });
    first.expose({ public: true, port: 80, allowedSources: ['203.0.113.0/24'] });
    first.expose({ public: true, port: 9090, annotations: { a: '1' } });
    const second = cart({ ports });
    second.expose({ public: true, port: 9090, annotations: { a: '1' } });
    second.expose({ public: true, port: 80, allowedSources: ['203.0.113.0/24'] });
    expect(exposed(second)).toEqual(exposed(first));
    expect(rulesOf(second)).toEqual(rulesOf(first));
  });

  test('behind an ingress nothing could tell the clients of two ports apart: a finding says so', () => {
    const behind = (...sources: (string[] | undefined)[]) => {
      const microservice = cart(
        { ports },
        shop({ platform: new Platform({ cluster: new ClusterFacts({ ingress }) }) }),
      );
      sources.forEach((allowedSources, at) =>
        microservice.expose({ public: true, port: ports[at]!.number, ...(allowedSources && { allowedSources }) }),
      );
      return codesOf(microservice);
    };
    expect(behind(['203.0.113.0/24'], ['10.9.0.0/16'])).toEqual(['MS2016']);
    expect(behind(['203.0.113.0/24'], undefined)).toEqual(['MS2016']);
    expect(behind(['203.0.113.0/24', '10.9.0.0/16'], ['10.9.0.0/16', '203.0.113.0/24'])).toEqual([]);
    expect(behind(undefined, undefined)).toEqual([]);
  });

  test('the only port need not be named', () => {
    const microservice = cart({ ports: [Port.http(80)] });
    microservice.expose({ public: true });
    expect(exposed(microservice).spec.ports.map(({ port }) => port)).toEqual([80]);
  });
});
