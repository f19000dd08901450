import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { RolloutKind } from '../../../../values';

/** A switch of the Service switches all requests. */
export const MS6121: Rule<DeploymentWorkload> = {
  code: 'MS6121',
  title: 'a switch would not switch requests',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Argo Rollouts switches the Service of a microservice from the old pods to the new ones. Without ports ' +
    "there is no Service, and a load balancer of the microservice's own, which leads to all of its pods, is " +
    'not switched.',
  reads: 'rollout, ports and exposures of the microservice, mesh',

  evaluate: ({ name, settings, ports, exposures, wayIn }) => {
    if (settings.values.rollout._kind !== RolloutKind.BLUE_GREEN) return [];
    if (ports.length === 0)
      return [
        {
          message: `${name} has no Service to switch`,
          given: 'it has no ports',
          allowed: 'blue-green switches of microservices with ports',
          fix: 'state Rollout.rolling(), or Rollout.recreate()',
        },
      ];
    return exposures.length === 0 || wayIn.pods !== undefined
      ? []
      : [
          {
            message: `requests from outside reach both versions of ${name} before the switch`,
            given: 'it is exposed by a load balancer, which sends them to pods of both',
            allowed: 'exposures by a gateway of the mesh, which are switched with the Service',
            fix: 'state an ingress gateway on the platform, or another rollout',
          },
        ];
  },
};
