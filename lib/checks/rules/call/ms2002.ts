import { Rule, Severity } from '../../../errors';
import { Edge } from '../../../program';

/** A call names no single port. */
export const MS2002: Rule<Edge> = {
  code: 'MS2002',
  title: 'a call names no single port',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The callee has several ports, and neither number nor protocol tells which one is called. Name the port.',
  reads: 'call',

  evaluate: (call) => {
    const {
      callee: { name, ports },
      options: { port, protocol },
    } = call;
    const isServed = port === undefined || ports.some(({ number }) => number === port);
    if (ports.length === 0 || !isServed || call.port !== undefined) return [];
    return [
      {
        message: `the call to ${name} must say which port it goes to`,
        given:
          `it named ${port === undefined ? 'no port' : `port ${port}, which stands for two`}` +
          `${protocol === undefined ? '' : `, and ${protocol.name} does not tell`}`,
        allowed: ports.map((each) => `${each.number} (${each.name})`).join(', '),
        fix: port === undefined ? 'name a port' : 'state the protocol too',
      },
    ];
  },
};
