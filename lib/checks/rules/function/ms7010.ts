import { Detail, Rule, Severity } from '../../../errors';
import { Mesh, MeshFeature } from '../../../emit/mesh';
import { Edge, Reach } from '../../../program';
import type { FunctionBesideMesh } from './beside-mesh';

/** A function calls nothing that only a proxy of the mesh can reach. */
export const MS7010: Rule<FunctionBesideMesh> = {
  code: 'MS7010',
  title: 'a function has no proxy of the mesh',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Pods of functions get no sidecar, so they have no certificate to show to microservices that insist on ' +
    'mutual TLS, and no proxy begins TLS for them. Call an exposed microservice by its host as an ' +
    '`ExternalService`, begin TLS in the program, or run a `Microservice`.',
  reads: 'calls of the function, mesh',

  evaluate: ({ mesh, facts: { outbound } }) =>
    outbound.flatMap((call) => [...intoMesh(mesh, call), ...tlsByProxy(call)]),
};

function intoMesh({ name, _features }: Mesh, call: Edge): Detail[] {
  const { caller, callee } = call;
  const isOutside =
    callee.workload === undefined || callee.workload.runtime !== undefined || call.reach === Reach.CLUSTER;
  return isOutside || _features[MeshFeature.MUTUAL_TLS].level !== 'exact'
    ? []
    : [
        {
          message: `${caller.name} cannot call ${callee.name} in ${name}`,
          given: `${callee.name} insists on mutual TLS, and pods of functions have no certificate`,
          allowed: 'functions, and callees outside of the mesh',
          fix: `expose ${callee.name} and call its host as an ExternalService, or run ${caller.name} as a Microservice`,
        },
      ];
}

function tlsByProxy(call: Edge): Detail[] {
  const { caller, callee } = call;
  return callee.external?.tlsByProxy !== true
    ? []
    : [
        {
          message: `nothing begins TLS from ${caller.name} to ${callee.name}`,
          given: `tls of ${callee.name} was left to the proxy, which pods of functions do not have`,
          allowed: 'external services whose TLS the application begins',
          fix:
            `state another ExternalService for ${callee.external.host} with ` +
            `Port.tls(${call.port?.targetPort ?? 443}), and begin TLS in the program`,
        },
      ];
}
