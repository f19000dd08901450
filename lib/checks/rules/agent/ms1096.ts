import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { InternalTrafficPolicy } from '../../../values';

/** A gateway that reaches the agent of its own node alone. */
export const MS1096: Rule<DeploymentWorkload> = {
  code: 'MS1096',
  title: 'a gateway reaches the agent of its own node alone',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The Service of an agent leads callers to the agent of their node, and a gateway is such a caller: clients reach ' +
    'the agents of the nodes that run a gateway, and get an error where there is none. State ' +
    '`InternalTrafficPolicy.CLUSTER`, or acknowledge it where the gateways run on the nodes of the agent.',
  reads: 'exposures and internal traffic policy of the agent, mesh',

  evaluate: ({ name, perNode, wayIn, exposures }) =>
    perNode?.internalTrafficPolicy !== InternalTrafficPolicy.LOCAL || wayIn.pods === undefined || exposures.length === 0
      ? []
      : [
          {
            message: `the gateway reaches no agent ${name} of another node`,
            given: 'internalTrafficPolicy was Local, and the agent is exposed by a gateway',
            allowed: 'InternalTrafficPolicy.CLUSTER for an agent behind a gateway',
            fix: 'state it, or acknowledge it where gateways run on the same nodes',
          },
        ],
};
