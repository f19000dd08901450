import { Rule, Severity } from '../../../errors';
import { Edge } from '../../../program';

/** Caller and callee speak different protocols. */
export const MS2004: Rule<Edge> = {
  code: 'MS2004',
  title: 'caller and callee speak different protocols',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The call states a protocol that the port does not speak. Call another port, or correct the protocol on either ' +
    'side.',
  reads: 'call',

  evaluate: (call) => {
    const {
      callee: { name },
      options: { protocol },
    } = call;
    const port = call.port;
    return protocol === undefined || port === undefined || protocol === port.protocol
      ? []
      : [
          {
            message: `port ${port.number} of ${name} does not speak ${protocol.name}`,
            given: `the call spoke ${protocol.name}`,
            allowed: port.protocol.name,
            fix: 'call another port, or correct the protocol on either side',
          },
        ];
  },
};
