import { Rule, Severity } from '../../../errors';
import { Edge } from '../../../program';

/** A timeout or retries have no effect. */
export const MS2025: Rule<Edge> = {
  code: 'MS2025',
  title: 'a timeout or retries have no effect',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The called port carries bytes, without visible bounds between requests. Leave them out, or state the protocol ' +
    'of the port.',
  reads: 'call',

  evaluate: (call) => {
    const port = call.port;
    if (port === undefined || port.protocol.hasRequests) return [];
    const { timeout, retries } = call.options;
    const limits = [
      ...(timeout === undefined ? [] : ['a timeout']),
      ...((retries?.attempts ?? 0) === 0 ? [] : ['retries']),
    ];
    return limits.length === 0
      ? []
      : [
          {
            message:
              `port ${port.number} of ${call.callee.name} has no requests ` + `that could have ${limits.join(' and ')}`,
            given: `it speaks ${port.protocol.name}`,
            allowed: 'timeouts and retries on ports that speak HTTP or gRPC',
            fix: 'leave them out, or state the protocol of the port',
          },
        ];
  },
};
