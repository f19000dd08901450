import { MeshFeature, type MeshUses } from '../../../emit/mesh';
import { type Rule, Severity } from '../../../errors';
import { perNodeOf, unique } from '../../../program';

/** An agent in the network of its node. */
export const MS1095: Rule<MeshUses> = {
  code: 'MS1095',
  title: 'no policy holds in the network of the node',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Pods in the network of their node have its address: network policies neither limit them nor tell them from ' +
    'other processes of the node, so that its callees let in the addresses of all nodes, or any address where ' +
    '`host.nodeAddresses` is not stated. No mesh gives them a proxy: calls from and to them are plain text, without ' +
    'an identity, which the ports of their callees take. Acknowledge it where the agent has to see the network of ' +
    'the node; a port of the node needs `hostPort` alone.',
  reads: 'host access of the agent, calls, mesh',

  evaluate: ({ mesh, microservice }) => {
    const perNode = perNodeOf(microservice);
    if (perNode?.hostNetwork !== true) return [];
    const { name, outbound, inbound } = microservice;
    const encrypted = mesh._features[MeshFeature.MUTUAL_TLS].level === 'exact';
    const callees = unique(
      outbound.filter(({ callee }) => callee.workload !== undefined).map(({ callee }) => callee.name),
    );
    const callers = unique(inbound.map(({ caller }) => caller.name));
    const known = perNode.nodeAddresses.length > 0;
    return [
      {
        message: `no network policy ${encrypted ? 'and no mutual TLS ' : ''}holds for ${name}`,
        given: [
          'host.network was true',
          ...(callees.length === 0
            ? []
            : [
                `${callees.join(', ')} let in ${known ? 'all nodes' : 'any address'}` +
                  (encrypted ? ', in plain text' : ''),
              ]),
          ...(callers.length > 0 && encrypted ? [`${callers.join(', ')} call it in plain text`] : []),
        ].join('; '),
        allowed: 'pods in a network of their own',
        fix:
          'leave host.network out, with hostPort where a port of the node is all it needs, or acknowledge it' +
          (known ? '' : ', with host.nodeAddresses to let in less'),
      },
    ];
  },
};
