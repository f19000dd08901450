import { type Detail, type Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, originOf } from '../../../program';

/** Label of the nodes of the control plane, and key of the taint that kubeadm gives them. */
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

/** Placement of an agent that contradicts itself. */
export const MS1092: Rule<DeploymentWorkload> = {
  code: 'MS1092',
  title: 'the placement of an agent contradicts itself',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An agent on every node tolerates all taints, and a node selector leaves nodes out. Nodes of the control plane ' +
    'have a taint where kubeadm made them: an agent that selects them and does not tolerate it runs nowhere. ' +
    'Acknowledge it where they have none.',
  reads: 'placement of the agent',

  evaluate: ({ perNode, settings }) => {
    if (perNode === undefined) return [];
    const { nodeSelector, tolerations } = settings.values;
    if (perNode.everyNode) {
      const labels = Object.keys(nodeSelector).sort();
      return [
        ...labels.map((key): Detail => ({
          message: 'an agent on every node selects nodes',
          given: `pod.placement.nodeSelector held ${key} (${originOf(settings, `nodeSelector.${key}`)})`,
          allowed: 'everyNode without a node selector, or a node selector alone',
          fix: 'leave one of them out',
        })),
        ...(tolerations.length === 0
          ? []
          : [
              {
                message: 'tolerations have no effect on an agent on every node',
                given: `pod.placement.tolerations held ${tolerations.map(({ key }) => key).join(', ')}`,
                allowed: 'everyNode, which tolerates every taint, or tolerations alone',
                fix: 'leave one of them out',
              },
            ]),
      ];
    }
    return !Object.hasOwn(nodeSelector, CONTROL_PLANE) || tolerations.some(({ key }) => key === CONTROL_PLANE)
      ? []
      : [
          {
            message: 'the agent selects nodes whose taint it does not tolerate',
            given: `pod.placement.nodeSelector held ${CONTROL_PLANE}`,
            allowed: 'a toleration of the taint that nodes of the control plane have',
            fix: `add { key: '${CONTROL_PLANE}' } to pod.placement.tolerations`,
          },
        ];
  },
};
