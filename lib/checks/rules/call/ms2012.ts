import { Rule, Severity } from '../../../errors';
import type { Endpoint } from '../../../program';
import { isDnsSubdomain } from '../../../emit/kubernetes';
import { isIpAddress } from '../../../values';

/** Invalid host of an external service. */
export const MS2012: Rule<Endpoint> = {
  code: 'MS2012',
  title: 'invalid host of an external service',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'Hosts are DNS names in lower case, or IP addresses, without scheme, port and path.',
  reads: 'external service',

  evaluate: ({ external }) =>
    isHost(external!.host)
      ? []
      : [
          {
            message: 'invalid host of an external service',
            given: `host was '${external!.host}'`,
            allowed: 'a DNS name in lower case or an address, without scheme and port',
            fix: 'state only the name',
          },
        ],
};

/** True for DNS names and addresses; resolvers take names whose last part is a number for addresses. */
function isHost(host: string): boolean {
  return isIpAddress(host) || (isDnsSubdomain(host) && !/(?:^|\.)\d+$/.test(host));
}
