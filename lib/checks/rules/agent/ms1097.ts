import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { rangeProblems } from '../range-problems';

/** Invalid addresses of nodes. */
export const MS1097: Rule<DeploymentWorkload> = {
  code: 'MS1097',
  title: 'invalid addresses of nodes',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Network policies know pods in the network of a node by ranges of addresses in CIDR notation. Other pods have ' +
    'labels, and the addresses of nodes mean nothing for them.',
  reads: 'host access of the agent',

  evaluate: ({ perNode }) => {
    const { nodeAddresses = [], hostNetwork = false } = perNode ?? {};
    return [
      ...nodeAddresses.flatMap((range) => rangeProblems(range, `host.nodeAddresses held '${range}'`)),
      ...(nodeAddresses.length > 0 && !hostNetwork
        ? [
            {
              message: 'addresses of nodes have no effect',
              given: 'host.nodeAddresses was stated, and host.network was not true',
              allowed: 'addresses of nodes for an agent in their network',
              fix: 'leave host.nodeAddresses out, or state host.network',
            },
          ]
        : []),
    ];
  },
};
