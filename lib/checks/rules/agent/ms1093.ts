import { type Detail, type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { type Port, repeated } from '../../../values';
import type { PlatformUse } from '../../stack-facts';
import { nodePorts } from './node-ports';

/** A port of the node that several ports or pods want. */
export const MS1093: Rule<DeploymentWorkload> = {
  code: 'MS1093',
  title: 'a port of the node is taken twice',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A port of a node leads to one port of one pod. Kubernetes refuses a pod that states it twice, and keeps a pod ' +
    'pending whose port another pod of the node has: an agent that shares nodes with it never runs there. In the ' +
    'network of a node, the port of the container is the port of the node. Acknowledge it where taints keep the two ' +
    'apart.',
  reads: 'ports of agents and microservices, node selectors',

  evaluate: ({ ports, perNode }) => [
    ...repeated(nodePorts(perNode === undefined ? { ports } : { ports, perNode }).map(({ text }) => text)).map(
      (text): Detail => ({
        message: `two ports lead from port ${text} of the node`,
        given: `hostPort ${text} stood twice`,
        allowed: 'each port of the node once',
        fix: 'state another hostPort for one of them',
      }),
    ),
    ...twoWays(ports).map((target): Detail => ({
      message: `two ports of the node lead to port ${target} of the container`,
      given: `ports with targetPort ${target} had different hostPorts`,
      allowed: 'one port of the node for each port of the container',
      fix: 'leave one of them out',
    })),
    ...(perNode?.hostNetwork === true
      ? ports
          .filter(({ hostPort, targetPort }) => hostPort !== undefined && hostPort !== targetPort)
          .map(({ name, hostPort, targetPort }): Detail => ({
            message: 'in the network of the node, a port has no other number',
            given: `port ${name} had hostPort ${hostPort}, and the container listens on ${targetPort}`,
            allowed: 'the port that the container listens on',
            fix: 'leave hostPort out, or state targetPort as the same number',
          }))
      : []),
  ],
};

/** Ports of the container that several ports of the node lead to. */
function twoWays(ports: readonly Port[]): string[] {
  const ways = new Map<string, Set<number>>();
  for (const { targetPort, protocol, hostPort } of ports) {
    const key = `${targetPort}/${protocol.transport}`;
    if (hostPort !== undefined) ways.set(key, (ways.get(key) ?? new Set()).add(hostPort));
  }
  return [...ways].filter(([, all]) => all.size > 1).map(([key]) => key);
}

/** A port of nodes that an agent and another workload of the cluster want on the same nodes. */
export const MS1093_OF_NODES: Rule<PlatformUse> = {
  ...MS1093,

  evaluate: ({ microservices }) => {
    const takers = microservices.flatMap((facts) => nodePorts(facts).map(({ text }) => ({ facts, text })));
    const byPort = new Map<string, DeploymentWorkload[]>();
    for (const { facts, text } of takers) {
      const others = byPort.get(text) ?? [];
      if (!others.includes(facts)) byPort.set(text, [...others, facts]);
    }
    return [...byPort]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([text, all]) => {
        const sorted = [...all].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
        const meeting = sorted.flatMap((one, at) =>
          sorted.slice(at + 1).flatMap((other) => (meetOnNodes(one, other) ? [[one, other] as const] : [])),
        );
        return meeting.map(([one, other]): Detail => ({
          message: `${idOf(one)} and ${idOf(other)} want port ${text} of the same nodes`,
          given: `both take port ${text} of the nodes they run on, and no label that they select tells these apart`,
          allowed: 'a port of the node for each, or nodes of its own for each',
          fix: 'state another hostPort for one of them, or node selectors with different values of a label',
        }));
      });
  },
};

/** True where an agent is among them, and their node selectors ask for different values of no label. */
function meetOnNodes(one: DeploymentWorkload, other: DeploymentWorkload): boolean {
  if (one.perNode === undefined && other.perNode === undefined) return false;
  const [a, b] = [one.settings.values.nodeSelector, other.settings.values.nodeSelector];
  return !Object.entries(a).some(([key, value]) => Object.hasOwn(b, key) && b[key] !== value);
}

function idOf({ namespace, name }: DeploymentWorkload): string {
  return `${namespace}/${name}`;
}
