import { Rule, Severity } from '../../../errors';
import type { Endpoint } from '../../../program';
import { isDnsSubdomain } from '../../../emit/kubernetes';
import { canonicalAddress, isIpAddress, parseRange, rangesOf } from '../../../values';

/** Invalid host of an external service. */
export const MS2012: Rule<Endpoint> = {
  code: 'MS2012',
  title: 'invalid host of an external service',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Hosts are DNS names in lower case, or IP addresses in the canonical text of RFC 5952, without scheme, port and ' +
    'path.',
  reads: 'external service',

  evaluate: ({ external }) => {
    const { host } = external!;
    const canonical = isIpAddress(host) ? addressText(host) : host;
    if (canonical === host && isHost(host)) return [];
    return [
      {
        message: 'invalid host of an external service',
        given: `host was '${host}'`,
        allowed: 'a DNS name in lower case or an address in canonical form, without scheme and port',
        fix: canonical === host ? 'state only the name' : `state '${canonical}'`,
      },
    ];
  },
};

function addressText(address: string): string {
  return canonicalAddress(parseRange(rangesOf(address, [])[0]!)!);
}

/** True for DNS names and addresses; resolvers take names whose last part is a number for addresses. */
function isHost(host: string): boolean {
  return isIpAddress(host) || (isDnsSubdomain(host) && !/(?:^|\.)\d+$/.test(host));
}
