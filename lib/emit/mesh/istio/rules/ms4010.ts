import { Rule, Severity } from '../../../../errors';
import { Workload } from '../../../../program';
import { isIpAddress, Protocol } from '../../../../values';

/** External services that a microservice calls by TCP on one port have addresses of their own. */
export const MS4010: Rule<Workload> = {
  code: 'MS4010',
  title: 'two external services cannot be told apart',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A proxy tells connections without a host name of HTTP or TLS apart only by address and port. State the ' +
    'addresses of external services that share a port.',
  reads: 'calls of the microservice',

  evaluate: ({ outbound }) => {
    const byTcp = outbound.filter(
      (call) =>
        call.callee.external !== undefined &&
        call.port?.protocol === Protocol.TCP &&
        !isIpAddress(call.callee.external.host),
    );
    return byTcp
      .filter((call) =>
        byTcp.some(
          (other) =>
            other.callee.id !== call.callee.id &&
            other.port!.number === call.port!.number &&
            !areApart(call.callee.external!.addresses, other.callee.external!.addresses),
        ),
      )
      .map((call) => ({
        message: `${call.callee.name} cannot be told from another external service`,
        given: `both are called by TCP on port ${call.port!.number}`,
        allowed: 'external services with addresses of their own',
        fix: `state the addresses of ${call.callee.name}`,
      }));
  },
};

/** True for two lists of ranges that are known and share none. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((range) => b.includes(range));
}
