import { FindingDefinition, Rule, Severity, shortList } from '../../../errors';
import { type Call, type Endpoint, Reach, type Workload, unique } from '../../../program';
import { holdsMostPublicAddresses, rangesOf } from '../../../values';

/** Network policies cannot name hosts. */
export const MS2014: FindingDefinition = {
  code: 'MS2014',
  title: 'network policies cannot name hosts',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The external service, or the exposed microservice of another cluster, has no known addresses, so its callers ' +
    'may reach every public address on its ports, and no private one: a database in a private network stays out of ' +
    'reach until `addresses` names its range. State the ranges; acknowledge the finding where they are public and ' +
    'change. Ranges that hold half of the public addresses, such as `0.0.0.0/0`, name nothing: they open pods and ' +
    'nodes too.',
  reads: 'external service, workload',
};

/** An external service, and the calls to it. */
export interface CalledService {
  readonly endpoint: Endpoint;
  readonly inbound: readonly Call[];
}

/** External services that callers with a network policy call. */
export const MS2014_OF_EXTERNAL_SERVICE: Rule<CalledService> = {
  ...MS2014,
  evaluate: ({ endpoint: { external }, inbound }) => {
    const { host, addresses } = external!;
    const callers = inbound.map(({ caller }) => caller).filter(({ workload }) => workload?.limitsEgress === true);
    const ranges = rangesOf(host, addresses);
    if (callers.length === 0 || isNarrow(ranges)) return [];
    return [
      {
        message: 'network policies cannot name hosts',
        given:
          `${host} opens ${opened(ranges)} on its ports to ${unique(callers.map(({ name }) => name)).join(', ')}; ` +
          others(ranges),
        allowed: 'its ranges of addresses',
        fix: `state ${remedy(ranges)}; acknowledge it where they are public and change`,
      },
    ];
  },
};

/** Exposed callees in other clusters. */
export const MS2014_OF_WORKLOAD: Rule<Workload> = {
  ...MS2014,
  evaluate: ({ outbound, settings }) =>
    !settings.values.networkPolicy
      ? []
      : outbound
          .filter((call) => call.reach === Reach.CLUSTER && !isNarrow(call.ranges))
          .flatMap((call) => {
            const { host } = call.exposure ?? {};
            return host === undefined
              ? []
              : [
                  {
                    message: 'network policies cannot name hosts',
                    given:
                      `the call to ${call.callee.name} opens ${opened(call.ranges)} on its port; ` +
                      others(call.ranges),
                    allowed: `the addresses of ${host}`,
                    fix:
                      `where it is exposed, state ${remedy(call.ranges)}; acknowledge it where they are public and ` +
                      'change',
                  },
                ];
          }),
};

function isNarrow(ranges: readonly string[]): boolean {
  return ranges.length > 0 && !holdsMostPublicAddresses(ranges);
}

function opened(ranges: readonly string[]): string {
  return ranges.length === 0 ? 'every public address' : shortList(ranges);
}

function others(ranges: readonly string[]): string {
  return ranges.length === 0 ? 'private addresses stay closed' : 'pods and nodes inside stand open too';
}

function remedy(ranges: readonly string[]): string {
  return ranges.length === 0
    ? 'addresses: private ones are reached no other way'
    : 'smaller ranges, or leave addresses out, which opens public addresses alone';
}
