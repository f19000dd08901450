import {
  Agent,
  type AgentProps,
  AgentUpdate,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  Microservice,
  NetworkPlugin,
  Platform,
  PodSecurityLevel,
  Port,
  Scaling,
  Volume,
} from '../../lib';
import { App } from 'cdk8s';
import { findingsOf, renderedAll } from '../emit/kubernetes/program';

const agent = (stack: ApplicationStack, name: string, props: Partial<AgentProps> = {}) =>
  new Agent(stack, name, { image: 'ghcr.io/acme/agent:2.1', ...props });

const nodes = (props: ConstructorParameters<typeof ApplicationStack>[2] = {}) =>
  new ApplicationStack(new App(), 'nodes', { podSecurity: PodSecurityLevel.PRIVILEGED, ...props });

const given = (stack: ApplicationStack, code: string) =>
  findingsOf(stack)
    .filter((finding) => finding.code === code)
    .map((finding) => finding.given);

describe('MS1026: Pod Security', () => {
  const props: Partial<AgentProps> = {
    ports: [Port.tcp(9100, { hostPort: 9100 })],
    host: { pid: true },
    pod: { mounts: [Volume.hostPath('log', '/var/log').at('/log')] },
  };

  test.each([PodSecurityLevel.RESTRICTED, PodSecurityLevel.BASELINE])(
    '%s refuses access to the node',
    (podSecurity) => {
      const stack = nodes({ podSecurity });
      agent(stack, 'logs', props);
      expect(given(stack, 'MS1026')).toEqual([
        'host.pid was true',
        'volume log was the path /var/log of the node',
        'port tcp had hostPort 9100',
      ]);
      const [finding] = findingsOf(stack).filter(({ code }) => code === 'MS1026');
      expect(finding!.fix).toContain('PodSecurityLevel.PRIVILEGED');
    },
  );

  test('a privileged namespace admits it', () => {
    const stack = nodes();
    agent(stack, 'logs', props);
    expect(findingsOf(stack)).toEqual([]);
  });

  test('a network of the node is refused too', () => {
    const stack = nodes({ podSecurity: PodSecurityLevel.BASELINE });
    agent(stack, 'logs', { host: { network: true } });
    expect(given(stack, 'MS1026')).toEqual(['host.network was true']);
  });
});

test.each([
  [AgentUpdate.rolling(0), 'maxUnavailable of lifecycle.update was 0'],
  [AgentUpdate.surging(1.5), 'maxSurge of lifecycle.update was 1.5'],
  [AgentUpdate.rollingPercent(101), 'maxUnavailable of lifecycle.update was 101 %'],
  [AgentUpdate.surgingPercent(NaN), 'maxSurge of lifecycle.update was NaN %'],
])('MS1090: %s', (update, text) => {
  const stack = nodes();
  agent(stack, 'logs', { lifecycle: { update } });
  expect(given(stack, 'MS1090')).toEqual([text]);
});

test('MS1091: a surge in the network of the node wants its ports twice', () => {
  const stack = nodes();
  const lifecycle = { update: AgentUpdate.surging() };
  agent(stack, 'metrics', { ports: [Port.tcp(9100)], host: { network: true }, lifecycle });
  expect(given(stack, 'MS1091')).toEqual(['lifecycle.update surges, and the agent has 9100/TCP of its node']);
});

test('MS1092: an agent selects the control plane, and does not tolerate its taint', () => {
  const key = 'node-role.kubernetes.io/control-plane';
  const stack = nodes();
  const nodeSelector = { [key]: '' };
  agent(stack, 'bad', { pod: { placement: { nodeSelector } } });
  agent(stack, 'good', { pod: { placement: { nodeSelector, tolerations: [{ key }] } } });
  agent(stack, 'both', { pod: { placement: { everyNode: true, tolerations: [{ key }] } } });
  expect(given(stack, 'MS1092')).toEqual([
    `pod.placement.nodeSelector held ${key}`,
    `pod.placement.tolerations held ${key}`,
  ]);
});

describe('MS1093: ports of a node', () => {
  const port = (hostPort: number, name?: string) =>
    Port.udp(hostPort, { hostPort, ...(name !== undefined && { name }) });

  test('twice in one pod', () => {
    const stack = nodes();
    agent(stack, 'statsd', { ports: [port(8125), Port.udp(9125, { name: 'other', hostPort: 8125 })] });
    agent(stack, 'twice', { ports: [port(1000), Port.udp(80, { name: 'b', targetPort: 1000, hostPort: 1001 })] });
    agent(stack, 'host', { ports: [Port.tcp(80, { hostPort: 81 })], host: { network: true } });
    expect(given(stack, 'MS1093')).toEqual([
      'hostPort 8125/UDP stood twice',
      'ports with targetPort 1000/UDP had different hostPorts',
      'port tcp had hostPort 81, and the container listens on 80',
    ]);
  });

  test('by two workloads that share nodes, one of them an agent', () => {
    const platform = new Platform();
    const stack = nodes({ platform });
    const on = (pool: string) => ({ placement: { nodeSelector: { pool } } });
    agent(stack, 'a', { ports: [port(8125)], pod: on('x') });
    agent(stack, 'b', { ports: [port(8125)], pod: on('y') });
    expect(given(stack, 'MS1093')).toEqual([]);
    const other = new ApplicationStack(stack.node.root as App, 'other', {
      platform,
      podSecurity: PodSecurityLevel.PRIVILEGED,
    });
    new Microservice(other, 'c', {
      image: 'ghcr.io/acme/c:1.0',
      ports: [port(8125)],
      scaling: Scaling.fixed(0),
      pod: on('y'),
    });
    const messages = findingsOf(stack)
      .filter(({ code }) => code === 'MS1093')
      .map(({ message }) => message);
    expect(messages).toEqual(['nodes/b and other/c want port 8125/UDP of the same nodes']);
  });
});

test('MS1094: replicas and those of a rollout need a node each', () => {
  const stack = nodes();
  new Microservice(stack, 'dns', {
    image: 'ghcr.io/acme/dns:1.0',
    ports: [Port.udp(53, { hostPort: 53 })],
    scaling: Scaling.fixed(4),
  });
  const [finding] = findingsOf(stack).filter(({ code }) => code === 'MS1094');
  expect(finding!.message).toBe('its pods need 5 nodes');
});

test('invalid paths and ports of the node', () => {
  const stack = nodes();
  agent(stack, 'logs', {
    ports: [Port.tcp(80, { hostPort: 70_000 })],
    pod: { mounts: [Volume.hostPath('log', 'var/log').at('/a'), Volume.hostPath('up', '/var/../etc').at('/b')] },
  });
  expect(given(stack, 'MS1015')).toEqual(["volume log shows 'var/log'", "volume up shows '/var/../etc'"]);
  expect(given(stack, 'MS1016')).toEqual(['hostPort of tcp was 70000']);
});

test('MS1072: pods of all nodes share a claim', () => {
  const stack = nodes();
  agent(stack, 'logs', { pod: { mounts: [Volume.claimNamed('data', 'data').at('/data')] } });
  expect(given(stack, 'MS1072')).toEqual(['the claim is ReadWriteOnce']);
});

describe('the network of the node', () => {
  const calling = (platform: Platform, nodeAddresses: string[] = []) => {
    const stack = nodes({ platform });
    const probe = agent(stack, 'probe', { ports: [Port.http(8080)], host: { network: true, nodeAddresses } });
    const web = new Microservice(stack, 'web', { image: 'ghcr.io/acme/web:1.0', ports: [Port.http(80)] });
    probe.calls(web);
    web.calls(probe);
    return { stack, probe, web };
  };
  const peersOf = (web: Microservice) => {
    const { spec } = renderedAll('NetworkPolicy', web)[0]!;
    const to = spec!.egress!.find(({ ports }) => ports?.some(({ port }) => port === 8080))?.to;
    return [spec!.ingress?.[0]?.from, to].map((all) => all?.map(({ ipBlock }) => ipBlock?.cidr));
  };

  test('is known by the addresses of nodes', () => {
    expect(peersOf(calling(new Platform(), ['10.0.0.0/16']).web)).toEqual([['10.0.0.0/16'], ['10.0.0.0/16']]);
    const any = ['0.0.0.0/0', '::/0'];
    expect(peersOf(calling(new Platform()).web)).toEqual([any, any]);
  });

  test('is named by Cilium', () => {
    const { web } = calling(new Platform({ cluster: new ClusterFacts({ networkPlugin: NetworkPlugin.cilium() }) }));
    const [policy] = renderedAll('CiliumNetworkPolicy' as never, web) as { spec: Record<string, unknown> }[];
    const entities = ['host', 'remote-node'];
    expect(policy!.spec).toMatchObject({
      ingress: [{ fromEntities: entities, toPorts: [{ ports: [{ port: '80', protocol: 'TCP' }] }] }],
      egress: [{ toEntities: entities, toPorts: [{ ports: [{ port: '8080', protocol: 'TCP' }] }] }],
    });
  });

  test('MS1095 says what it costs', () => {
    expect(given(calling(new Platform(), ['10.0.0.0/16']).stack, 'MS1095')).toEqual([
      'host.network was true; web let in all nodes',
    ]);
    expect(given(calling(new Platform({ mesh: new IstioMesh() })).stack, 'MS1095')).toEqual([
      'host.network was true; web let in any address, in plain text; web call it in plain text',
    ]);
  });

  test('has no proxy of Istio: callees take plain text, and callers keep routes', () => {
    const { probe, web } = calling(new Platform({ mesh: new IstioMesh() }));
    const kinds = (of: Agent | Microservice) =>
      (['Sidecar', 'AuthorizationPolicy', 'PeerAuthentication', 'VirtualService', 'DestinationRule'] as const).filter(
        (kind) => renderedAll(kind, of).length > 0,
      );
    expect(kinds(probe)).toEqual(['VirtualService', 'DestinationRule']);
    expect(kinds(web)).toEqual(['Sidecar', 'AuthorizationPolicy', 'PeerAuthentication']);
    expect(renderedAll('PeerAuthentication', web)[0]!.spec).toMatchObject({
      portLevelMtls: { '80': { mode: 'PERMISSIVE' } },
    });
    expect(renderedAll('DaemonSet', probe)[0]!.spec!.template.metadata).not.toHaveProperty('annotations');
  });
});

test.each([new Platform(), new Platform({ mesh: new IstioMesh() })])('a platform with agents alone', (platform) => {
  const stack = nodes({ platform, podSecurity: PodSecurityLevel.RESTRICTED });
  const logs = agent(stack, 'logs', { ports: [Port.http(8080)] });
  logs.calls(agent(stack, 'store', { ports: [Port.grpc(9000)] }));
  expect(findingsOf(stack)).toEqual([]);
});
