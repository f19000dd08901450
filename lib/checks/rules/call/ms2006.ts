import { Rule, Severity } from '../../../errors';
import { Edge } from '../../../program';

/** A port has no methods and paths. */
export const MS2006: Rule<Edge> = {
  code: 'MS2006',
  title: 'a port has no methods and paths',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Methods and paths tell requests of HTTP and gRPC apart; the called port carries something else. Leave them ' +
    'out, or state the protocol of the port.',
  reads: 'call',

  evaluate: (call) => {
    const { methods = [], paths = [] } = call.options;
    const port = call.port;
    return methods.length + paths.length === 0 || port === undefined || port.protocol.hasRequests
      ? []
      : [
          {
            message: `port ${port.number} of ${call.callee.name} has no methods and paths`,
            given: `the call named ${[...methods, ...paths].join(', ')}`,
            allowed: 'methods and paths on ports that speak HTTP or gRPC',
            fix: 'leave them out, or state the protocol of the port',
          },
        ];
  },
};
