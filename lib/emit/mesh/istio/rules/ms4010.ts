import { Rule, Severity } from '../../../../errors';
import { DeploymentWorkload, portOf } from '../../../../program';
import { isIpAddress, Protocol } from '../../../../values';

/** External services that a microservice calls by TCP on one port have addresses of their own. */
export const MS4010: Rule<DeploymentWorkload> = {
  code: 'MS4010',
  title: 'two external services cannot be told apart',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Connections that carry neither a host name of HTTP nor one of TLS are told apart by address and port ' +
    'alone. State the addresses of external services that share a port.',
  reads: 'calls of the microservice',

  evaluate: ({ outbound }) => {
    const byTcp = outbound.filter(
      (call) =>
        call.callee.external !== undefined &&
        portOf(call)?.protocol === Protocol.TCP &&
        !isIpAddress(call.callee.external.host),
    );
    return byTcp
      .filter((call) =>
        byTcp.some(
          (other) =>
            other.callee.id !== call.callee.id &&
            portOf(other)!.number === portOf(call)!.number &&
            !areApart(call.callee.external!.addresses, other.callee.external!.addresses),
        ),
      )
      .map((call) => ({
        message: `${call.callee.name} cannot be told from another external service`,
        given: `both are called by TCP on port ${portOf(call)!.number}`,
        allowed: 'external services with addresses of their own',
        fix: `state the addresses of ${call.callee.name}`,
      }));
  },
};

/** Tells that two lists of ranges are known and share none. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((range) => b.includes(range));
}
