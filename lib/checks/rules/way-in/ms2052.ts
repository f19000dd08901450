import { type Rule, Severity, shortList } from '../../../errors';
import { type Mesh, MeshFeature } from '../../../emit/mesh';
import { exposedPorts } from '../../../emit/kubernetes';
import { type DeploymentWorkload, entersPlainly } from '../../../program';

/** A microservice behind a way in of its own platform, in a mesh. */
export interface EnteredInMesh {
  readonly mesh: Mesh;
  readonly microservice: DeploymentWorkload;
}

/** Requests from outside arrive in plain text. */
export const MS2052: Rule<EnteredInMesh> = {
  code: 'MS2052',
  title: 'requests from outside arrive in plain text',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The way in of the platform has no identity in the mesh, and pods of the mesh refuse whoever has none. The ' +
    'exposed ports therefore take plain text too, from callers without an identity; the network policy alone tells ' +
    'the way in from other pods outside of the mesh. Put the controller into the mesh and state its service account, ' +
    'use a gateway of the mesh, or acknowledge it.',
  reads: 'exposures of the microservice, mesh, way in of the platform',

  evaluate: ({ mesh, microservice }) => {
    const { name, wayIn } = microservice;
    const ports = exposedPorts(microservice).map(({ number }) => `${number}`);
    return ports.length === 0 ||
      !entersPlainly(microservice) ||
      mesh._features[MeshFeature.MUTUAL_TLS].level !== 'exact'
      ? []
      : [
          {
            message: `requests from outside reach ${name} in plain text`,
            given: `${wayIn.provider} is outside of ${mesh.name}, and leads to port ${shortList(ports)}`,
            allowed: 'ways in with a service account of the mesh',
            fix:
              wayIn.pods === undefined
                ? 'use a gateway of the mesh, or acknowledge it'
                : 'put its pods into the mesh and state serviceAccount on the platform, or acknowledge it',
          },
        ];
  },
};
