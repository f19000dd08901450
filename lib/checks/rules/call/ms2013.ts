import { FindingDefinition, Rule, Severity } from '../../../errors';
import { Workload, Endpoint, Reach } from '../../../program';
import { rangeProblems } from '../range-problems';

/** Invalid range of addresses. */
export const MS2013: FindingDefinition = {
  code: 'MS2013',
  title: 'invalid range of addresses',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Addresses are ranges in CIDR notation; a single address ends in `/32`, or `/128` for IPv6. From 1.36 on, ' +
    'Kubernetes refuses ranges with bits after their prefix, leading zeros and IPv4 that is written as IPv6, and ' +
    'warns of IPv6 that is not written as RFC 5952 says.',
  reads: 'external service, workload',
};

/** Addresses of an external service. */
export const MS2013_OF_EXTERNAL_SERVICE: Rule<Endpoint> = {
  ...MS2013,
  evaluate: ({ external }) => external!.addresses.flatMap((range) => rangeProblems(range, `it was '${range}'`)),
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
              : exposure.addresses.flatMap((range) =>
                  rangeProblems(range, `${call.callee.name} is exposed at '${range}'`),
                );
          }),
};
