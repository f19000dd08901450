import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { AgentUpdateKind } from '../../../values';
import { nodePorts } from './node-ports';

/** A surge of an agent that has ports of its node. */
export const MS1091: Rule<DeploymentWorkload> = {
  code: 'MS1091',
  title: 'two pods of a node want the same port of it',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A surge starts the new pod of a node beside the old one. A port of the node belongs to one of them: the ' +
    'scheduler keeps the new pod pending, and the update never ends.',
  reads: 'update and ports of the agent',

  evaluate: (facts) => {
    const { perNode } = facts;
    const ports = nodePorts(facts);
    return perNode?.update._kind !== AgentUpdateKind.SURGE || ports.length === 0
      ? []
      : [
          {
            message: 'the new pod of a node never starts beside the old one',
            given: `lifecycle.update surges, and the agent has ${ports.map(({ text }) => text).join(', ')} of its node`,
            allowed: 'AgentUpdate.rolling() and AgentUpdate.onDelete() for an agent with ports of its node',
            fix: 'state AgentUpdate.rolling(), or leave the ports of the node out',
          },
        ];
  },
};
