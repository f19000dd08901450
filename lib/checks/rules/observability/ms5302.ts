import { Rule, Severity } from '../../../errors';
import { tracingOf, Workload } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { statedEndpoints } from '../../../emit/observability';
import { Instrumentation } from '../../../values';

/** The protocols of the usual ports of collectors. */
const PROTOCOLS: Readonly<Record<number, string>> = { 4317: 'grpc', 4318: 'http/protobuf' };

/** The collector of a platform takes the stated protocol on its port. */
export const MS5302: Rule<PlatformUse> = {
  code: 'MS5302',
  title: 'the protocol of spans does not fit their receiver',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Port 4317 speaks gRPC and port 4318 HTTP by default, and SDKs lose spans of the wrong protocol ' +
    'without a message. The agent of the OpenTelemetry operator for Python sends only by HTTP. Acknowledge ' +
    'the finding where the collector, or the image of the agent, is set up otherwise.',
  reads: 'tracing of the platform, agent and variables of the workload',

  evaluate: ({ platform }) => {
    if (platform.tracing === undefined) return [];
    const { port, protocol } = platform.tracing._facts.collector;
    return PROTOCOLS[port] === undefined || PROTOCOLS[port] === protocol
      ? []
      : [
          {
            message: 'the protocol of spans is not the one of its port',
            given: `protocol was ${protocol}, port was ${port}`,
            allowed: '4317 for gRPC, 4318 for HTTP',
            fix: 'leave the port out, or state the other protocol',
          },
        ];
  },
};

/** The agent of a microservice speaks the protocol of the collector. */
export const MS5302_AGENT: Rule<Workload> = {
  ...MS5302,

  evaluate: (facts) => {
    const tracing = tracingOf(facts);
    return tracing?.operator !== true ||
      facts.settings.values.instrumentation !== Instrumentation.PYTHON ||
      tracing.collector.protocol !== 'grpc'
      ? []
      : [
          {
            message: `the agent of ${facts.name} does not speak gRPC to the collector`,
            given: 'telemetry.instrumentation was python, the collector takes grpc',
            allowed: 'OtlpProtocol.HTTP_PROTOBUF',
            fix: 'state the port of the collector that takes HTTP',
          },
        ];
  },
};

/** The protocol of an endpoint that a program states is known, and is that of its port. */
export const MS5302_ENDPOINT: Rule<Workload> = {
  ...MS5302,

  evaluate: (facts) =>
    tracingOf(facts) === undefined
      ? []
      : statedEndpoints(facts)
          .filter(({ stated, derived }) =>
            stated === undefined
              ? derived === undefined
              : derived !== undefined && stated.value !== undefined && stated.value !== derived,
          )
          .map(({ endpoint, protocolName, stated, derived }) => ({
            message:
              stated === undefined
                ? 'the protocol of an endpoint for spans is not known'
                : 'the protocol of spans is not the one of its port',
            given: `${endpoint.name} was ${endpoint.value ?? 'not a literal value'}${
              stated === undefined ? '' : `, ${protocolName} was ${stated.value}`
            }`,
            allowed: '4317 for gRPC, 4318 for HTTP, or a stated protocol for other ports',
            fix:
              `state ${protocolName}${derived === undefined ? ', grpc or http/protobuf' : `: '${derived}'`}, ` +
              'or the other port',
          })),
};
