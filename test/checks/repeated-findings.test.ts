import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  Backlog,
  ClusterFacts,
  ExternalService,
  ExternalTls,
  IstioMesh,
  MicroserviceReference,
  NetworkPeer,
  Objective,
  Platform,
  PlatformProps,
  Port,
  PrometheusOperator,
  Scaling,
  SidecarMode,
} from '../../lib';
import { cart, findings, IMAGE, service } from './cases';

const monitoring = new PrometheusOperator({ selector: { release: 'prometheus' } });
const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
const five = [8001, 8002, 8003, 8004, 8005];

/** A stack on a platform. */
function on({ node }: ApplicationStack, platform: PlatformProps): ApplicationStack {
  return new ApplicationStack(node.root, 'mesh', { platform: new Platform(platform) });
}

/** One mistake whose effects are many, by the code of its finding, with what the finding names. */
const CAUSES: readonly [string, (stack: ApplicationStack) => void, RegExp][] = [
  [
    'MS1033',
    (stack) =>
      cart(stack, {
        ports: five.map((port) => Port.http(port, { name: `p${port}`, targetPort: port + 1000 })),
        pod: { headless: true },
      }),
    /port 8001 led to 9001, .*port 8005 led to 9005, headless was true/,
  ],
  [
    'MS2026',
    (stack) =>
      cart(on(stack, { mesh: new IstioMesh() })).calls(
        new ExternalService(stack, 'bank', {
          host: 'api.bank.example',
          ports: [Port.tls(443), Port.tls(8443)],
          tls: ExternalTls.byProxy(),
        }),
        { port: 443 },
      ),
    /port 443 and port 8443/,
  ],
  [
    'MS4003',
    (stack) =>
      cart(on(stack, { mesh: new IstioMesh({ sidecars: SidecarMode.CLASSIC }) }), {
        pod: { initContainers: ['first', 'second'].map((name) => ({ name, image: IMAGE, calls: true })) },
      }),
    /sidecars were classic/,
  ],
  [
    'MS4007',
    (stack) => {
      const mesh = on(stack, { mesh: new IstioMesh(), cluster });
      const ports = [8080, 9090].map((port) => Port.http(port, { name: `p${port}`, servesMetrics: true }));
      const callee = cart(mesh, { ports });
      const web = service(mesh, 'web');
      for (const { number } of ports) web.calls(callee, { port: number });
    },
    /port 8080 .*, port 9090 /,
  ],
  [
    'MS5007',
    (stack) =>
      cart(on(stack, { cluster, observability: { monitoring } }), {
        objectives: [
          Objective.availability(99.9),
          ...[250, 500].map((ms) => Objective.latency(99, Duration.millis(ms))),
        ],
      }),
    /requestMetrics are not stated/,
  ],
  [
    'MS5103',
    (stack) =>
      cart(stack, {
        telemetry: {
          alerts: { outOfMemory: true, cpuThrottled: true },
          backlogs: [Backlog.custom('mails', 9, { metric: 'mails', labels: { queue: 'mails' } })],
        },
      }),
    /cpuThrottled was true.*backlogs were mails/,
  ],
  [
    'MS2019',
    (stack) => {
      cart(stack);
      const web = service(stack, 'web');
      const reference = new MicroserviceReference({ name: 'cart', namespace: 'shop', ports: [Port.http(8080)] });
      for (const path of ['/a', '/b', '/c']) web.calls(reference, { operation: { paths: [path] } });
    },
    /the reference to shop\/cart/,
  ],
];

test.each(CAUSES)('%s is said once', (code, program, given) => {
  const found = findings((stack) => void program(stack)).filter((finding) => finding.code === code);
  expect(found.map((finding) => finding.given)).toEqual([expect.stringMatching(given)]);
});

test('an invalid number of replicas bounds nothing else', () => {
  const found = findings((stack) => cart(stack, { scaling: Scaling.fixed(NaN) }));
  expect(found.map(({ code }) => code)).toEqual(['MS1021']);
});

test('different mistakes of one kind are said each', () => {
  const found = findings((stack) => cart(stack, { ports: [Port.http(0), Port.http(70000, { name: 'other' })] }));
  expect(found.filter(({ code }) => code === 'MS1016')).toHaveLength(2);
});
