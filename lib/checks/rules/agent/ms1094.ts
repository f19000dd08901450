import { type Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, mostPods } from '../../../program';
import { DEFAULT_SURGE_PERCENT, RolloutKind } from '../../../values';
import { nodePorts } from './node-ports';

/** Replicas that need a node each, since they have a port of it. */
export const MS1094: Rule<DeploymentWorkload> = {
  code: 'MS1094',
  title: 'replicas with a port of the node need a node each',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'One pod of a node has a port of it. With more replicas than nodes some stay pending, and so do those that a ' +
    'rollout starts beside the old ones: it never ends. State an Agent for one pod on each node, or acknowledge it ' +
    'where there are enough nodes.',
  reads: 'ports, scaling and rollout of the workload',

  evaluate: (facts) => {
    const { perNode, stateful, settings } = facts;
    const ports = nodePorts(facts);
    if (perNode !== undefined || ports.length === 0) return [];
    const { scaling, rollout } = settings.values;
    const inPlace = stateful !== undefined || rollout._kind === RolloutKind.RECREATE;
    const nodes = mostPods(scaling.max, inPlace ? 0 : (rollout.surgePercent ?? DEFAULT_SURGE_PERCENT));
    return nodes <= 1
      ? []
      : [
          {
            message: `its pods need ${nodes} nodes`,
            given:
              `${ports.map(({ text }) => text).join(', ')} of the node, ${scaling.max} replicas` +
              (inPlace ? '' : ', and those that a rollout starts beside them'),
            allowed: 'as many pods as there are nodes',
            fix: 'leave hostPort out, state an Agent, or acknowledge it where there are enough nodes',
          },
        ];
  },
};
