import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { AgentUpdateKind, isWhole } from '../../../values';

/** Invalid number of an agent's update. */
export const MS1090: Rule<DeploymentWorkload> = {
  code: 'MS1090',
  title: 'invalid number of an update of nodes',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An update exchanges the pod of one node at a time at least, and of all nodes at most: Kubernetes refuses other ' +
    'numbers, and one that exchanges none never ends.',
  reads: 'update of the agent',

  evaluate: ({ perNode }) => {
    if (perNode === undefined || perNode.update._kind === AgentUpdateKind.ON_DELETE) return [];
    const { _kind: kind, _nodes: nodes, _isPercent: isPercent } = perNode.update;
    const field = kind === AgentUpdateKind.SURGE ? 'maxSurge' : 'maxUnavailable';
    return isWhole(nodes, 1, isPercent ? 100 : undefined)
      ? []
      : [
          {
            message: `invalid ${field}`,
            given: `${field} of lifecycle.update was ${nodes}${isPercent ? ' %' : ''}`,
            allowed: isPercent ? 'whole percents from 1 to 100' : 'whole numbers from 1',
            fix: 'state how many nodes are exchanged at once, or leave it out for one after the other',
          },
        ];
  },
};
