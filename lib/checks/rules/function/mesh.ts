import type { Problem } from '../../../errors';
import { Mesh, MeshFeature } from '../../../emit/mesh';
import { Call, crossesClusters, FunctionWorkload, portOf } from '../../../program';

/** What a function loses because its pods are in no mesh, and its callers come through a gateway. */
export function functionInMesh(
  mesh: Mesh,
  { name, outbound, inbound }: Pick<FunctionWorkload, 'name' | 'outbound' | 'inbound'>,
): Problem[] {
  const inMesh = mesh._features[MeshFeature.MUTUAL_TLS].level === 'exact';
  const callers = [...new Set(inbound.map(({ caller }) => caller.name))].sort();
  return [
    ...(callers.length === 0 && !inMesh
      ? []
      : [
          {
            code: 'MS7009' as const,
            message: `callers of ${name} are not told apart`,
            given:
              (callers.length === 0 ? 'no call to it is stated' : `calls of ${callers.join(', ')} are stated`) +
              '; whoever reaches the gateway reaches it' +
              (inMesh ? `, past the mutual TLS and the authorization of ${mesh.name}` : ''),
            fix: 'have it authenticate its callers where that matters, and acknowledge this; or run a Microservice',
          },
        ]),
    ...outbound.flatMap((call) => [...(inMesh ? intoMesh(mesh, call) : []), ...withoutProxy(call)]),
  ];
}

function intoMesh({ name: mesh }: Mesh, call: Call): Problem[] {
  const { caller, callee } = call;
  return callee.workload === undefined || callee.workload.runtime !== undefined || crossesClusters(call)
    ? []
    : [
        {
          code: 'MS7010',
          message: `${caller.name} cannot call ${callee.name} in ${mesh}`,
          given: `${callee.name} insists on mutual TLS, and pods of functions have no certificate`,
          allowed: 'functions, and what is outside of the mesh',
          fix: `expose ${callee.name} and call its host as an ExternalService, or run ${caller.name} as a Microservice`,
        },
      ];
}

function withoutProxy(call: Call): Problem[] {
  const { caller, callee } = call;
  return callee.external?.tlsByProxy !== true
    ? []
    : [
        {
          code: 'MS7010',
          message: `nobody begins TLS from ${caller.name} to ${callee.name}`,
          given: `tls of ${callee.name} was left to the proxy, which pods of functions do not have`,
          allowed: 'external services whose TLS the application begins',
          fix:
            `state another ExternalService for ${callee.external.host} with ` +
            `Port.tls(${portOf(call)?.targetPort ?? 443}), and begin TLS in the program`,
        },
      ];
}
