import { Agent, type AgentProps, AgentUpdate, HostPathType, PodSecurityLevel, Port, Volume } from '../../../../lib';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { Context } from '../../suite';
import { answersOf, type Statement, type Subject } from './statements';

const SUBJECT = 'agents';
const OBJECT = 'DaemonSet agents/logs';
const AGENTS: Subject = { stack: 'agents', object: OBJECT, podSecurity: PodSecurityLevel.PRIVILEGED };

const agent = (name: string, props: Partial<AgentProps>): Statement => ({
  name,
  state: (stack) => void new Agent(stack, 'logs', { image: 'ghcr.io/acme/logs:2.1', ...props }),
});
const update = (name: string, rule: AgentUpdate) => agent(name, { lifecycle: { update: rule } });
const path = (text: string, type?: HostPathType) =>
  agent(`the path ${text} of the node`, {
    pod: { mounts: [Volume.hostPath('log', text, type === undefined ? {} : { type }).at('/log')] },
  });

/** Agents that the API server takes. */
const TAKEN: readonly Statement[] = [
  agent('a port and a Service of its node', { ports: [Port.http(8080)] }),
  agent('a port of the node', { ports: [Port.udp(8125, { hostPort: 9125 })] }),
  agent('every node', { pod: { placement: { everyNode: true } } }),
  agent('the network and the processes of the node', { ports: [Port.tcp(9100)], host: { network: true, pid: true } }),
  update('several nodes at once', AgentUpdate.rolling(1000)),
  update('all nodes at once', AgentUpdate.rollingPercent(100)),
  update('a surge', AgentUpdate.surging(2)),
  update('a surge of all nodes', AgentUpdate.surgingPercent(100)),
  update('by hand', AgentUpdate.onDelete()),
  ...Object.values(HostPathType).map((type) => path('/var/log', type)),
];

/** Agents that the API server refuses. */
const REFUSED: readonly Statement[] = [
  update('no node at once', AgentUpdate.rolling(0)),
  update('more than all nodes', AgentUpdate.rollingPercent(101)),
  update('fewer than no node', AgentUpdate.surging(-1)),
  update('parts of a percent', AgentUpdate.surgingPercent(1.5)),
  agent('a port of the node twice', {
    ports: [Port.udp(8125, { hostPort: 9125 }), Port.udp(8126, { name: 'other', hostPort: 9125 })],
  }),
  agent('a port of the node out of range', { ports: [Port.udp(8125, { hostPort: 65_536 })] }),
  agent('another port in the network of the node', {
    ports: [Port.tcp(80, { hostPort: 81 })],
    host: { network: true },
  }),
  path('/var/../log'),
];

/** Judges what findings say of agents: the API server refuses what they report, and takes the others. */
export async function judgeAgents({ judge, findsPlanted }: Context, client: KubernetesClient): Promise<void> {
  await judge(SUBJECT, 'where nothing is found, the API server admits', () =>
    answersOf(client, AGENTS, TAKEN, ({ problems, errors }) => [
      ...problems,
      ...errors.map((error) => `the program is told: ${error}`),
    ]),
  );
  await judge(SUBJECT, 'what the API server refuses is an error before', () =>
    answersOf(client, AGENTS, REFUSED, ({ problems, errors }) => [
      ...(problems.length === 0 ? ['the API server takes it'] : []),
      ...(errors.length === 0 ? ['no finding says that it is refused'] : []),
    ]),
  );
  await findsPlanted(
    { name: 'an update that the API server refuses', object: OBJECT, message: /no node at once.*maxUnavailable/s },
    () => answersOf(client, AGENTS, [REFUSED[0]!], ({ problems }) => problems),
  );
}
