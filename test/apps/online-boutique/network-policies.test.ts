import { connects, End, networkOf } from '../../support/network';
import { EnvironmentName, ENVIRONMENTS, manifestsFor, WITH_ISTIO } from './boutique';
import { CALLS } from './upstream';

const INTERNET: End = { address: '198.51.100.7' };
const OFFICE: End = { address: '203.0.113.7' };
const METADATA: End = { address: '169.254.169.254' };
const DNS: End = { address: '10.8.9.53', pod: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } } };
const ISTIOD: End = { address: '10.8.9.12', pod: { namespace: 'istio-system', labels: { app: 'istiod' } } };
const GATEWAY: End = { address: '10.8.9.80', pod: { namespace: 'istio-ingress', labels: { istio: 'ingress' } } };
const STRANGER: End = { address: '10.8.9.1', pod: { namespace: 'online-boutique', labels: { app: 'stranger' } } };

/**
 * Every port that a container of the application listens on, the one that the frontend is exposed on, istiod's, and two
 * that nobody serves.
 */
const PORTS = [...new Set([...CALLS.map(([, , port]) => port), 80, 22, 15001, 15012])];

/** Who of those outside reaches the frontend: a gateway stands before it where there is a mesh. */
const VISITORS: Readonly<Record<EnvironmentName, readonly string[]>> = {
  flagger: ['gateway'],
  istio: ['gateway'],
  keda: ['gateway'],
  production: ['internet', 'office', 'dns', 'istiod', 'gateway'],
  staging: ['office'],
};

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const network = networkOf(manifestsFor(environment));
  const pods = [...network.pods].map(([key, pod]): [string, End] => [key.split('/')[1]!, pod]);
  const frontend = network.pods.get('online-boutique/frontend')!;

  /** Which of the ends an end reaches, on which ports. */
  const reached = (from: readonly (readonly [string, End])[], to: readonly (readonly [string, End])[]) =>
    from.flatMap(([caller, source]) =>
      to.flatMap(([callee, target]) =>
        PORTS.filter((port) => caller !== callee && connects(network, source, target, port)).map((port) => [
          caller,
          callee,
          port,
        ]),
      ),
    );

  test('between the microservices, the 16 calls are open and nothing else', () => {
    expect(reached(pods, pods).sort()).toEqual([...CALLS].sort());
  });

  test('nothing but the frontend is reached from outside, nor from other pods of the cluster', () => {
    const elsewhere = pods.map(([name, { pod }]): [string, End] => [
      `${name} of another namespace`,
      { address: '10.8.1.1', pod: { ...pod!, namespace: 'other' } },
    ]);
    const outside: [string, End][] = [
      ['internet', INTERNET],
      ['office', OFFICE],
      ['dns', DNS],
      ['istiod', ISTIOD],
      ['gateway', GATEWAY],
      ['stranger', STRANGER],
      ...elsewhere,
    ];
    expect(
      reached(
        outside,
        pods.filter(([name]) => name !== 'frontend'),
      ),
    ).toEqual([]);
    expect(new Set(reached(outside, pods).map(([, callee, port]) => `${callee} ${port}`))).toEqual(
      new Set(['frontend 8080']),
    );
    expect(
      reached(
        outside.filter(([, { pod }]) => pod?.namespace !== 'other' && pod?.namespace !== 'online-boutique'),
        pods,
      ).map(([visitor]) => visitor),
    ).toEqual(VISITORS[environment]);
  });

  test(
    "every microservice resolves names, by either protocol, and leaves the application for its proxy's " +
      'certificates alone, where it has one',
    () => {
      for (const [, pod] of pods) {
        expect([
          connects(network, pod, DNS, 53, 'UDP'),
          connects(network, pod, DNS, 53, 'TCP'),
          connects(network, pod, DNS, 443),
        ]).toEqual([true, true, false]);
      }
      expect(
        reached(pods, [
          ['internet', INTERNET],
          ['office', OFFICE],
          ['metadata', METADATA],
          ['gateway', GATEWAY],
          ['stranger', STRANGER],
        ]),
      ).toEqual([]);
      const certificates = pods.map(([name]) => [name, 'istiod', 15012]);
      expect(reached(pods, [['istiod', ISTIOD]])).toEqual(WITH_ISTIO.includes(environment) ? certificates : []);
    },
  );

  test('a pod that nothing is said of has no network', () => {
    expect([
      connects(network, STRANGER, DNS, 53, 'UDP'),
      connects(network, STRANGER, INTERNET, 443),
      connects(network, STRANGER, frontend, 8080),
    ]).toEqual([false, false, false]);
  });

  test(
    {
      gateway: 'visitors come through the gateway',
      internet: 'anybody visits the shop',
      office: 'the office alone visits the shop',
    }[VISITORS[environment][0]!]!,
    () => {
      expect([
        connects(network, INTERNET, frontend, 8080),
        connects(network, OFFICE, frontend, 8080),
        connects(network, GATEWAY, frontend, 8080),
      ]).toEqual(['internet', 'office', 'gateway'].map((visitor) => VISITORS[environment].includes(visitor)));
    },
  );
});
