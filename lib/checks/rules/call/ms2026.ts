import { Rule, Severity } from '../../../errors';
import type { Endpoint } from '../../../program';
import { Protocol } from '../../../values';

/** TLS begins twice. */
export const MS2026: Rule<Endpoint> = {
  code: 'MS2026',
  title: 'TLS begins twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The application begins TLS on the port, and the proxy is told to begin it too. State the plain protocol that ' +
    "the application speaks, with the service's TLS port as `targetPort`; or leave `tls` out.",
  reads: 'external service',

  evaluate: ({ name, ports, external }) => {
    const twice = ports.filter(({ protocol }) => external!.tlsByProxy && protocol === Protocol.TLS);
    const named = twice.map(({ number }) => `port ${number}`).join(' and ');
    return twice.length === 0
      ? []
      : [
          {
            message: `TLS towards ${name} begins twice`,
            given: `tls was begun by the proxy, and ${named} speaks TLS already`,
            allowed: 'ports of plain text: the proxy makes TLS of them',
            fix: 'state the protocol of the application, as in Port.http(80, { targetPort: 443 }), or leave tls out',
          },
        ];
  },
};
