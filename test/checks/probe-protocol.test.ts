import {
  ApplicationStack,
  Microservice,
  MicroserviceProps,
  Platform,
  Port,
  Probe,
  Protocol,
  IstioMesh,
  IstioVersion,
} from '../../lib';
import { IMAGE, describeCode, findings } from './cases';

const web = (stack: ApplicationStack, props: Partial<MicroserviceProps>) =>
  new Microservice(stack, 'cart', { image: IMAGE, ...props });
const about = (ports: Port[], probe: Probe) => (stack: ApplicationStack) =>
  void web(stack, { ports, probes: { readiness: probe } });
const TLS = [Port.tls(7233)];

describeCode('MS1023', [
  {
    name: 'gRPC of a port with TLS',
    bad: about(TLS, Probe.grpc()),
    good: about(TLS, Probe.tcp()),
    given: 'container cart: the probe asks 7233, which Port.tls(7233) leads to',
    allowed: 'Probe.tcp, Probe.http with tls',
    fix: 'use Probe.tcp()',
  },
  {
    name: 'plain HTTP of a port with TLS',
    bad: about(TLS, Probe.http('/h')),
    good: about(TLS, Probe.http('/h', { tls: true })),
    given: 'Port.tls(7233)',
    fix: 'state tls: true',
  },
  {
    name: 'TLS of a port without',
    bad: about([Port.http(80)], Probe.http('/h', { tls: true })),
    good: about([Port.tcp(80)], Probe.http('/h', { tls: true })),
    given: 'Port.http(80)',
    allowed: 'without tls',
    fix: 'leave tls out',
  },
  {
    name: 'a port of datagrams',
    bad: about([Port.udp(53)], Probe.tcp({ port: 53 })),
    good: about([Port.udp(53), Port.tcp(53)], Probe.tcp({ port: 53 })),
    given: 'Port.udp(53)',
    fix: 'a TCP port',
  },
  {
    name: 'a probe of another container of the pod',
    bad: (stack) =>
      void web(stack, {
        ports: [Port.tls(443, { targetPort: 8443 })],
        pod: { containers: [{ name: 'proxy', image: IMAGE, probes: { liveness: Probe.grpc({ port: 8443 }) } }] },
      }),
    good: (stack) =>
      void web(stack, {
        ports: [Port.tls(443, { targetPort: 8443 })],
        pod: { containers: [{ name: 'proxy', image: IMAGE, probes: { liveness: Probe.tcp({ port: 8443 }) } }] },
      }),
    given: 'container proxy: the probe asks 8443, which Port.tls(443) leads to',
    fix: 'use Probe.tcp()',
  },
]);

const PROBES = {
  http: Probe.http('/h', { port: 9000 }),
  https: Probe.http('/h', { port: 9000, tls: true }),
  grpc: Probe.grpc({ port: 9000 }),
  tcp: Probe.tcp({ port: 9000 }),
  command: Probe.command(['true']),
};
const SPOKEN: readonly [Protocol, readonly (keyof typeof PROBES)[]][] = [
  [Protocol.HTTP, ['http', 'grpc', 'tcp', 'command']],
  [Protocol.HTTP2, ['http', 'grpc', 'tcp', 'command']],
  [Protocol.GRPC, ['http', 'grpc', 'tcp', 'command']],
  [Protocol.TCP, ['http', 'https', 'grpc', 'tcp', 'command']],
  [Protocol.TLS, ['https', 'tcp', 'command']],
  [Protocol.UDP, ['command']],
];
const portOf = ({ name }: Protocol) => Port[name as 'http' | 'http2' | 'grpc' | 'tcp' | 'tls' | 'udp'](9000);

test.each(SPOKEN.map(([protocol, spoken]) => [protocol.name, protocol, spoken] as const))(
  'a port of %s is asked in what it speaks, in a mesh or without',
  (_, protocol, spoken) => {
    for (const mesh of [undefined, new IstioMesh({ version: IstioVersion.of('1.30') })])
      for (const kind of ['startup', 'readiness', 'liveness'] as const)
        expect(
          Object.entries(PROBES)
            .filter(([, probe]) => {
              const found = findings((stack) => {
                const own = new ApplicationStack(stack.node.root, 'own', {
                  platform: new Platform({ ...(mesh && { mesh }) }),
                });
                web(own, { ports: [portOf(protocol)], probes: { [kind]: probe } });
              });
              return found.every(({ code, message }) => code !== 'MS1023' || !message.startsWith(`the ${kind} probe`));
            })
            .map(([name]) => name),
        ).toEqual(spoken);
  },
);
