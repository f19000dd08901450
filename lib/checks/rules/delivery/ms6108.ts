import { Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, isByMesh, unique } from '../../../program';
import { RolloutKind } from '../../../values';

/** The requests to a canary can be split between versions. */
export const MS6108: Rule<DeploymentWorkload> = {
  code: 'MS6108',
  title: 'requests cannot be split',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A mesh splits requests of HTTP and gRPC, at callers and at its gateways. Connections of other protocols, ' +
    'work that a worker fetches and requests that a load balancer sends to pods directly go to all versions alike.',
  reads: 'rollout, ports and exposures of the microservice, mesh, delivery',

  evaluate: (facts) => {
    const { settings, ports, exposures, wayIn, delivery } = facts;
    if (settings.values.rollout._kind !== RolloutKind.CANARY) return [];
    if (!ports.some(({ protocol }) => protocol.hasRequests))
      return [
        {
          message: 'there are no requests to split',
          given:
            ports.length === 0
              ? 'it has no ports'
              : `its ports speak ${unique(ports.map(({ protocol }) => protocol.name)).join(', ')}`,
          allowed: 'canaries of microservices with a port of HTTP or gRPC',
          fix: 'state Rollout.rolling()',
        },
      ];
    return delivery.versions === undefined || exposures.length === 0 || isByMesh(facts)
      ? []
      : [
          {
            message: 'requests from outside are not split',
            given:
              wayIn.pods === undefined
                ? 'it is exposed by a load balancer, which sends them to pods of all versions alike'
                : `it is exposed by ${wayIn.provider}, whose routes no delivery changes: all go to the stable version`,
            allowed: 'exposures by a gateway of the mesh',
            fix: 'state an ingress gateway on the platform, or acknowledge it where few requests come from outside',
          },
        ];
  },
};
