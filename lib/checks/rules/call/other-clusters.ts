import type { Problem } from '../../../errors';
import { Call, calleeRanges, crossesClusters, exposureOf, Workload } from '../../../program';
import type { Rule } from '../../rule';
import { isCidr } from './cidr';

/** The caller's network policy can tell where an exposed callee of another cluster is. */
export const otherClusters: Rule<Workload> = ({ outbound, settings }) =>
  settings.values.networkPolicy ? outbound.filter(crossesClusters).flatMap(addresses) : [];

function addresses(call: Call): Problem[] {
  const exposure = exposureOf(call);
  if (exposure?.host === undefined) return [];
  const { name } = call.callee;
  if (calleeRanges(call).length === 0) {
    return [
      {
        code: 'MS2014',
        message: 'network policies cannot name hosts',
        given: `the call to ${name} opens every public address on its port; private addresses stay closed`,
        allowed: `the addresses of ${exposure.host}`,
        fix:
          'state addresses where it is exposed: private ones are reached no other way; acknowledge it where ' +
          'they are public and change',
      },
    ];
  }
  return exposure.addresses
    .filter((range) => !isCidr(range))
    .map((range) => ({
      code: 'MS2013',
      message: 'a range of addresses is none',
      given: `${name} is exposed at '${range}'`,
      allowed: 'CIDR notation, such as 203.0.113.0/24',
      fix: 'correct it; a single address ends in /32 or /128',
    }));
}
