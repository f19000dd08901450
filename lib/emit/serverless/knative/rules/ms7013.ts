import { Rule, Severity } from '../../../../errors';
import type { FunctionWorkload } from '../../../../program';

/** A function speaks a protocol that has requests. */
export const MS7013: Rule<FunctionWorkload> = {
  code: 'MS7013',
  title: 'a function speaks no HTTP',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Functions take requests of HTTP/1.1, HTTP/2 or gRPC: Knative cannot hold connections without requests ' +
    'until a replica runs.',
  reads: 'ports of the function',

  evaluate: ({ name, ports }) =>
    ports
      .filter(({ protocol: { hasRequests } }) => !hasRequests)
      .map(({ protocol }) => ({
        message: `${name} takes no requests`,
        given: `protocol was ${protocol.name}`,
        allowed: 'Protocol.HTTP, Protocol.HTTP2 and Protocol.GRPC',
        fix: 'run a Microservice, which serves any protocol',
      })),
};
