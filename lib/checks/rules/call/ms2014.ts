import { FindingDefinition, Rule, Severity } from '../../../errors';
import { type Call, type Endpoint, Reach, type Workload, unique } from '../../../program';
import { rangesOf } from '../../../values';

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
    'change.',
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
    if (callers.length === 0 || rangesOf(host, addresses).length > 0) return [];
    return [
      {
        message: 'network policies cannot name hosts',
        given:
          `${host} opens every public address on its ports to ` +
          `${unique(callers.map(({ name }) => name)).join(', ')}; private addresses stay closed`,
        allowed: 'its ranges of addresses',
        fix: 'state addresses: private ones are reached no other way; acknowledge it where they are public and change',
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
          .filter((call) => call.reach === Reach.CLUSTER && call.ranges.length === 0)
          .flatMap((call) => {
            const { host } = call.exposure ?? {};
            return host === undefined
              ? []
              : [
                  {
                    message: 'network policies cannot name hosts',
                    given:
                      `the call to ${call.callee.name} opens every public address on its port; ` +
                      'private addresses stay closed',
                    allowed: `the addresses of ${host}`,
                    fix:
                      'state addresses where it is exposed: private ones are reached no other way; acknowledge it ' +
                      'where they are public and change',
                  },
                ];
          }),
};
