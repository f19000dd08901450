import { Detail, FindingDefinition, Rule, Severity } from '../../../errors';
import { Workload, Endpoint, Reach } from '../../../program';
import { isCidr } from './cidr';

/** Invalid range of addresses. */
export const MS2013: FindingDefinition = {
  code: 'MS2013',
  title: 'invalid range of addresses',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'Addresses are ranges in CIDR notation; a single address ends in `/32`, or `/128` for IPv6.',
  reads: 'external service, workload',
};

/** Addresses of an external service. */
export const MS2013_OF_EXTERNAL_SERVICE: Rule<Endpoint> = {
  ...MS2013,
  evaluate: ({ external }) => external!.addresses.flatMap((range) => detailsOf(range, `it was '${range}'`)),
};

/** Addresses of exposed callees in other clusters, where the network policy of the caller needs them. */
export const MS2013_OF_WORKLOAD: Rule<Workload> = {
  ...MS2013,
  evaluate: ({ outbound, settings }) =>
    !settings.values.networkPolicy
      ? []
      : outbound
          .filter((call) => call.reach === Reach.CLUSTER && call.ranges.length > 0)
          .flatMap((call) => {
            const exposure = call.exposure;
            return exposure?.host === undefined
              ? []
              : exposure.addresses.flatMap((range) => detailsOf(range, `${call.callee.name} is exposed at '${range}'`));
          }),
};

function detailsOf(range: string, given: string): Detail[] {
  return isCidr(range)
    ? []
    : [
        {
          message: 'invalid range of addresses',
          given,
          allowed: 'CIDR notation, such as 203.0.113.0/24',
          fix: 'state the first address and the length of the prefix; a single address ends in /32 or /128',
        },
      ];
}
