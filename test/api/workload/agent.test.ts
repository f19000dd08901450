import { ApiObject } from 'cdk8s';
import { Rollout } from '../../../lib';
import { Agent } from '../../../lib/api/workload/agent';
import type { AgentProps } from '../../../lib/api/workload/agent-props';
import type { ApplicationStack } from '../../../lib/api/application-stack';
import { Platform } from '../../../lib/platform';
import {
  AgentUpdate,
  HostPathType,
  InternalTrafficPolicy,
  PodSecurityLevel,
  Port,
  Scaling,
  TaintEffect,
  TopologySpread,
  Volume,
} from '../../../lib/values';
import { codesOf, rendered, shop } from '../../emit/kubernetes/program';

const agent = (props: Partial<AgentProps> = {}, stack: ApplicationStack = shop()) =>
  new Agent(stack, 'logs', { image: 'ghcr.io/acme/logs:2.1', ports: [Port.http(8080)], ...props });

const specOf = (of: Agent) => rendered('DaemonSet', of.workload).spec;
const podOf = (of: Agent) => specOf(of).template.spec;

/** A stack whose namespace lets pods do what they want. */
const privileged = () => shop({ podSecurity: PodSecurityLevel.PRIVILEGED });

test('a DaemonSet, its identity and policy, and a Service; no budget, no autoscaler', () => {
  const logs = agent();
  const objects = logs.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => `${object.kind}/${object.name}`);
  expect(objects.sort()).toEqual(['DaemonSet/logs', 'NetworkPolicy/logs', 'Service/logs', 'ServiceAccount/logs']);
  expect([logs.disruptionBudget, logs.autoscaler]).toEqual([undefined, undefined]);
  expect(Agent.isAgent(logs)).toBe(true);
  expect(codesOf(logs)).toEqual([]);
});

test('one node after the other gets a new version', () => {
  const spec = specOf(agent());
  expect(spec).toMatchObject({
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    minReadySeconds: 5,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'logs', 'app.kubernetes.io/instance': 'logs' } },
  });
  for (const field of ['replicas', 'progressDeadlineSeconds', 'strategy']) expect(spec).not.toHaveProperty(field);
  expect(spec.template.spec).not.toHaveProperty('topologySpreadConstraints');
});

test.each([
  [AgentUpdate.rolling(3), { maxUnavailable: 3, maxSurge: 0 }],
  [AgentUpdate.rollingPercent(10), { maxUnavailable: '10%', maxSurge: 0 }],
  [AgentUpdate.surging(), { maxUnavailable: 0, maxSurge: 1 }],
  [AgentUpdate.surgingPercent(50), { maxUnavailable: 0, maxSurge: '50%' }],
])('the update rule %#', (update, rollingUpdate) => {
  const logs = agent({ lifecycle: { update } });
  expect(specOf(logs).updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate });
  expect(codesOf(logs)).toEqual([]);
});

test('pods stay until somebody deletes them', () => {
  expect(specOf(agent({ lifecycle: { update: AgentUpdate.onDelete() } })).updateStrategy).toEqual({ type: 'OnDelete' });
});

describe('placement', () => {
  test('is what it states', () => {
    const pod = podOf(
      agent({
        pod: {
          placement: {
            nodeSelector: { pool: 'gpu' },
            tolerations: [{ key: 'gpu', effect: TaintEffect.NO_SCHEDULE }],
            priorityClassName: 'agents',
          },
        },
      }),
    );
    expect(pod).toMatchObject({
      nodeSelector: { pool: 'gpu' },
      tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'agents',
    });
  });

  test('on every node, whatever stack and platform state', () => {
    const platform = new Platform({ defaults: { pod: { placement: { nodeSelector: { pool: 'apps' } } } } });
    const defaults = { pod: { placement: { tolerations: [{ key: 'apps' }] } } };
    const selected = agent({}, shop({ platform, defaults }));
    expect(podOf(selected)).toMatchObject({
      nodeSelector: { pool: 'apps' },
      tolerations: [{ key: 'apps', operator: 'Exists' }],
    });
    const every = agent({ pod: { placement: { everyNode: true } } }, shop({ platform, defaults }));
    expect(podOf(every).tolerations).toEqual([{ operator: 'Exists' }]);
    expect(podOf(every)).not.toHaveProperty('nodeSelector');
    expect(codesOf(every)).toEqual([]);
  });
});

test('what platform and stack state of replicas is none of its concern', () => {
  const stated = {
    scaling: Scaling.onCpu({ min: 3, max: 9 }),
    lifecycle: { rollout: Rollout.recreate(), disruptionBudget: true },
    pod: { placement: { topologySpread: [TopologySpread.overZones({ required: true })] } },
  };
  for (const stack of [
    shop({ defaults: stated }),
    shop({ platform: new Platform({ defaults: stated }) }),
    shop({ platform: new Platform({ required: stated }) }),
  ]) {
    const logs = agent({}, stack);
    expect(specOf(logs)).toEqual(specOf(agent()));
    expect([logs.disruptionBudget, logs.autoscaler]).toEqual([undefined, undefined]);
    expect(codesOf(logs)).toEqual([]);
    const names = logs.settings.map(({ name }) => name);
    expect(names.filter((name) => /^scaling|rollout|disruptionBudget|topologySpread/.test(name))).toEqual([]);
    expect(names).toContain('lifecycle.minReady');
  }
});

describe('its Service', () => {
  test('leads callers to the agent of their node', () => {
    expect(rendered('Service', agent().service).spec).toMatchObject({
      type: 'ClusterIP',
      internalTrafficPolicy: 'Local',
    });
  });

  test('or to any agent', () => {
    const service = agent({ internalTrafficPolicy: InternalTrafficPolicy.CLUSTER }).service;
    expect(rendered('Service', service).spec).not.toHaveProperty('internalTrafficPolicy');
  });

  test('is missing without ports', () => {
    expect(agent({ ports: [] }).service).toBeUndefined();
  });
});

describe('access to the node', () => {
  test('paths are read-only unless a mount states otherwise', () => {
    const log = Volume.hostPath('log', '/var/log', { type: HostPathType.DIRECTORY });
    const run = Volume.hostPath('run', '/run/logs');
    const pod = podOf(
      agent({ pod: { mounts: [log.at('/host/log'), run.at('/host/run', { readOnly: false })] } }, privileged()),
    );
    expect(pod.volumes).toEqual(
      expect.arrayContaining([
        { name: 'log', hostPath: { path: '/var/log', type: 'Directory' } },
        { name: 'run', hostPath: { path: '/run/logs' } },
      ]),
    );
    expect(pod.containers[0]!.volumeMounts).toEqual(
      expect.arrayContaining([
        { name: 'log', mountPath: '/host/log', readOnly: true },
        { name: 'run', mountPath: '/host/run' },
      ]),
    );
  });

  test('a port of the node leads to a port of the container, which several ports of the Service share', () => {
    const ports = [Port.http(80, { targetPort: 8080 }), Port.http(8080, { name: 'node', hostPort: 9000 })];
    const logs = agent({ ports }, privileged());
    expect(podOf(logs).containers[0]!.ports).toEqual([
      { name: 'http', containerPort: 8080, protocol: 'TCP', hostPort: 9000 },
    ]);
  });

  test('namespaces of the node', () => {
    const pod = podOf(agent({ host: { network: true, pid: true } }, privileged()));
    expect(pod).toMatchObject({ hostNetwork: true, hostPID: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    for (const field of ['hostNetwork', 'hostPID', 'dnsPolicy']) expect(podOf(agent())).not.toHaveProperty(field);
  });
});
