import type { Detail, Rule } from '../../../../errors';
import { isDnsLabel } from '../../../kubernetes';
import { Edge, Workload } from '../../../../program';
import { MS4011 } from '../../rules';

/** Port of name servers: the proxy captures it for DNS. */
const DNS_PORT = 53;

/** The mesh can carry every call: it knows the callee, and its proxy forwards the port. */
export const MS4011_CALLS: Rule<Workload> = {
  ...MS4011,

  evaluate: ({ outbound }) => [...outbound.flatMap(external), ...outbound.flatMap(nameServer)],
};

function external(call: Edge): Detail[] {
  const { name, external: service } = call.callee;
  if (service === undefined) return [];
  return [
    ...(service.namespace !== ''
      ? []
      : [
          {
            message: `${name} is stated outside of an application stack`,
            given: `its host is ${service.host}`,
            allowed: 'external services of a stack: their objects have a namespace',
            fix: 'pass a stack as the scope of the external service',
          },
        ]),
    ...(call.port?.protocol.transport !== 'UDP'
      ? []
      : [
          {
            message: `${name} is called over UDP`,
            given: `its host is ${service.host}`,
            allowed: 'protocols over TCP',
            fix: 'call it over TCP, or from a platform without a mesh',
          },
        ]),
    ...(isDnsLabel(name)
      ? []
      : [
          {
            message: 'Kubernetes refuses the objects of an external service',
            given: `its id was '${name}'`,
            allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
            fix: 'choose such an id',
          },
        ]),
  ];
}

function nameServer(call: Edge): Detail[] {
  const port = call.port;
  const { name } = call.callee;
  return port?.number !== DNS_PORT || port.protocol.transport !== 'TCP'
    ? []
    : [
        {
          message: `${name} is called by TCP on port ${DNS_PORT}`,
          given: 'the proxy leaves that port to name servers',
          allowed: 'any other port',
          fix: `serve another port on the Service of ${name}`,
        },
      ];
}
