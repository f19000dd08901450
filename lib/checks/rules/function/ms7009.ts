import { unique } from '../../../program';
import { Rule, Severity } from '../../../errors';
import { MeshFeature } from '../../../emit/mesh';
import type { FunctionBesideMesh } from './beside-mesh';

/** Network policies and certificates tell the callers of a function apart. */
export const MS7009: Rule<FunctionBesideMesh> = {
  code: 'MS7009',
  title: 'callers of a function are not told apart',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Requests reach a function through the gateway of Knative, which every pod in the cluster may call: ' +
    'network policies let in only the gateway, and no certificate names the caller behind it. Have the ' +
    'function authenticate its callers where that matters, and acknowledge the finding.',
  reads: 'callers of the function, mesh',

  evaluate: ({ mesh, facts: { name, inbound } }) => {
    const callers = unique(inbound.map(({ caller }) => caller.name));
    const inMesh = mesh._features[MeshFeature.MUTUAL_TLS].level === 'exact';
    const calls = callers.length === 0 ? 'no call to it is stated' : `calls of ${callers.join(', ')} are stated`;
    const past = inMesh ? `, past the mutual TLS and the authorization of ${mesh.name}` : '';
    return callers.length === 0 && !inMesh
      ? []
      : [
          {
            message: `callers of ${name} are not told apart`,
            given: `${calls}; every client of the gateway reaches it${past}`,
            fix: 'have it authenticate its callers where that matters, and acknowledge this; or run a Microservice',
          },
        ];
  },
};
