import { Rule, Severity } from '../../../errors';
import type { Party } from '../../../program';
import { Protocol } from '../../../values';

/** TLS begins twice. */
export const MS2026: Rule<Party> = {
  code: 'MS2026',
  title: 'TLS begins twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The application begins TLS on the port, and the proxy is told to begin it too. State the plain protocol that ' +
    "the application speaks, with the service's TLS port as `targetPort`; or leave `tls` out.",
  reads: 'external service',

  evaluate: ({ name, ports, external }) =>
    ports
      .filter(({ protocol }) => external!.tlsByProxy && protocol === Protocol.TLS)
      .map(({ number: port }) => ({
        message: `TLS towards ${name} begins twice`,
        given: `tls was begun by the proxy, and port ${port} speaks TLS already`,
        allowed: 'ports of plain text: the proxy makes TLS of them',
        fix: 'state the protocol of the application, as in Port.http(80, { targetPort: 443 }), or leave tls out',
      })),
};
