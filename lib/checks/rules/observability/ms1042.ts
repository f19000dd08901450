import { Detail, Rule, Severity } from '../../../errors';
import { DeploymentWorkload, isCollector, spanPort } from '../../../program';
import { Port, Protocol } from '../../../values';

/** Protocols of ports by the protocol of the spans. Streams of bytes carry both. */
const CARRIERS: Readonly<Record<string, readonly Protocol[]>> = {
  grpc: [Protocol.GRPC, Protocol.HTTP2, Protocol.TCP, Protocol.TLS],
  'http/protobuf': [Protocol.HTTP, Protocol.TCP, Protocol.TLS],
};

/** A microservice that collects spans listens for them. */
export const MS1042: Rule<DeploymentWorkload> = {
  code: 'MS1042',
  title: 'the collector of spans does not listen for them',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The tracing of a platform names the Service, the port and the protocol of its collector. Where a microservice ' +
    'is that collector, it declares the port, by the same number at the Service and at the pods, since the network ' +
    'policies of all others open that number. The way into it is opened on that port, from the namespaces of the ' +
    'stacks on the platform.',
  reads: 'ports of the microservice, tracing of the platform',

  evaluate: (facts) => {
    if (facts.tracing === undefined || !isCollector(facts)) return [];
    const { port: number, protocol } = facts.tracing.collector;
    const port = spanPort(facts);
    const right = `Port.${protocol === 'grpc' ? 'grpc' : 'http'}(${number})`;
    if (port === undefined) return [undeclared(facts, number, right)];
    return [
      ...(port.targetPort === number ? [] : [elsewhere(facts.name, port)]),
      ...(CARRIERS[protocol]?.includes(port.protocol) === false
        ? [
            {
              message: `the port of ${facts.name} does not carry the spans that are sent to it`,
              given: `port ${number} was ${port.protocol.name}, spans are sent by ${protocol}`,
              allowed: right,
              fix: `state ports: [${right}], or the other protocol of the collector`,
            },
          ]
        : []),
    ];
  },
};

function undeclared({ name, ports }: DeploymentWorkload, number: number, right: string): Detail {
  return {
    message: `${name} does not listen for the spans that are sent to it`,
    given: `ports were ${ports.map((each) => each.number).join(', ') || 'none'}, spans are sent to port ${number}`,
    allowed: right,
    fix: `state ports: [${right}], or the port of the collector in the tracing of the platform`,
  };
}

function elsewhere(name: string, { number, targetPort }: Port): Detail {
  return {
    message: `the pods of ${name} listen on another port than spans are sent to`,
    given: `port ${number} had the targetPort ${targetPort}`,
    allowed: 'one number for the Service and the pods',
    fix: 'leave targetPort out, and listen on the number of the port',
  };
}
