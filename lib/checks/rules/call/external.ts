import type { Problem } from '../../../errors';
import { isDnsSubdomain } from '../../../kubernetes';
import type { Party } from '../../../model';
import type { Rule } from '../../rule';
import { portProblems } from '../microservice/ports';
import { isCidr } from './cidr';

/** An external service has a name and is somewhere. */
export const external: Rule<Party> = ({ name, ports, external: facts }) => {
  const { host, addresses } = facts!;
  const problems: Problem[] = [...portProblems(ports)];
  if (name === '') {
    problems.push({ code: 'MS0014', message: 'an external service has no name', given: `the id was '', host was '${host}'`, allowed: 'an id that is not empty', fix: 'name it after what it does: variables with its address begin with the name' });
  }
  if (!isDnsSubdomain(host)) {
    problems.push({ code: 'MS2012', message: 'the host of an external service is no host name', given: `host was '${host}'`, allowed: 'a DNS name in lower case, without scheme and port', fix: 'state the name alone' });
  }
  for (const range of addresses.filter((candidate) => !isCidr(candidate))) {
    problems.push({ code: 'MS2013', message: 'a range of addresses is none', given: `it was '${range}'`, allowed: 'CIDR notation, such as 203.0.113.0/24', fix: 'correct it; a single address ends in /32 or /128' });
  }
  if (addresses.length === 0) {
    problems.push({ code: 'MS2014', message: 'network policies cannot name hosts', given: `${host} opens every public address on its ports to its callers`, allowed: 'its ranges of addresses', fix: 'state addresses, or acknowledge that they change' });
  }
  return problems;
};
