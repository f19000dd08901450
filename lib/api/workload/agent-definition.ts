import type { DeploymentDefinition } from '../../program';
import { AgentUpdate, InternalTrafficPolicy } from '../../values';
import type { AgentProps } from './agent-props';
import { microserviceDefinition } from './microservice-definition';
import type { WorkloadContext } from './workload-context';
import type { Statements } from './workload-state';

/** Definition of an agent: that of a microservice, and its part in each node. */
export function agentDefinition(
  name: string,
  props: AgentProps,
  context: WorkloadContext,
  statements: Statements,
): DeploymentDefinition {
  const {
    internalTrafficPolicy = InternalTrafficPolicy.LOCAL,
    host: { network = false, pid = false, nodeAddresses = [] } = {},
    lifecycle: { update = AgentUpdate.rolling(), ...lifecycle } = {},
    telemetry: { objectives, ...telemetry } = {},
    pod: { placement: { everyNode = false, ...placement } = {}, ...pod } = {},
    ...stated
  } = props;
  return microserviceDefinition(
    name,
    { ...stated, ...(objectives && { objectives }), lifecycle, telemetry, pod: { ...pod, placement } },
    context,
    statements,
    {
      perNode: {
        update,
        everyNode,
        internalTrafficPolicy,
        hostNetwork: network,
        hostPid: pid,
        nodeAddresses: [...nodeAddresses],
      },
    },
  );
}
