import { MS0014 } from '../../../errors';
import type { Problem } from '../../../errors';
import { isDnsSubdomain } from '../../../emit/kubernetes';
import { Party } from '../../../program';
import { isIpAddress, Protocol, rangesOf } from '../../../values';
import type { Rule } from '../../rule';
import { portProblems } from '../microservice/ports';
import { isCidr } from './cidr';

/** An external service has a name and is somewhere. */
export const external: Rule<Party> = (party) => {
  const { name, ports, external: facts } = party;
  const { host, addresses, tlsByProxy, restrictedCallers } = facts!;
  const problems: Problem[] = [...portProblems(ports)];
  if (name === '') {
    problems.push({
      definition: MS0014,
      message: 'an external service has no name',
      given: `the id was '', host was '${host}'`,
      allowed: 'an id that is not empty',
      fix: 'name it after what it does: variables with its address begin with the name',
    });
  }
  if (!isHost(host)) {
    problems.push({
      code: 'MS2012',
      message: 'the host of an external service is no host name',
      given: `host was '${host}'`,
      allowed: 'a DNS name in lower case or an address, without scheme and port',
      fix: 'state the name alone',
    });
  }
  for (const { number: port } of ports.filter(({ protocol }) => tlsByProxy && protocol === Protocol.TLS)) {
    problems.push({
      code: 'MS2026',
      message: `TLS towards ${name} begins twice`,
      given: `tls was begun by the proxy, and port ${port} speaks TLS already`,
      allowed: 'ports of plain text: the proxy makes TLS of them',
      fix: 'state what the application speaks, as in Port.http(80, { targetPort: 443 }), or leave tls out',
    });
  }
  for (const range of addresses.filter((candidate) => !isCidr(candidate))) {
    problems.push({
      code: 'MS2013',
      message: 'a range of addresses is none',
      given: `it was '${range}'`,
      allowed: 'CIDR notation, such as 203.0.113.0/24',
      fix: 'correct it; a single address ends in /32 or /128',
    });
  }
  if (restrictedCallers.length > 0 && rangesOf(host, addresses).length === 0) {
    problems.push({
      code: 'MS2014',
      message: 'network policies cannot name hosts',
      given:
        `${host} opens every public address on its ports to ` +
        (`${[...new Set(restrictedCallers.map(({ name: caller }) => caller))].sort().join(', ')}; private ` +
          'addresses stay closed'),
      allowed: 'its ranges of addresses',
      fix: 'state addresses: private ones are reached no other way; acknowledge it where they are public and change',
    });
  }
  return problems;
};

/** Names whose last part is a number are taken for addresses by resolvers. */
function isHost(host: string): boolean {
  return isIpAddress(host) || (isDnsSubdomain(host) && !/(?:^|\.)\d+$/.test(host));
}
