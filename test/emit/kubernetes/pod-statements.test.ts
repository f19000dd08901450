import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  DnsPolicy,
  Hook,
  Job,
  Microservice,
  NodeAffinity,
  NodeExpression,
  PodAffinity,
  Port,
  Probe,
  ScheduledJob,
  StatefulService,
} from '../../../lib';
import { cart, codesOf, containerOf, podOf, shop, shopOn } from './program';

type Json = Record<string, any>;

const PORTS = [Port.http(8080)];

describe('hooks', () => {
  test('a command before the end runs behind the pause, and the grace period counts both', () => {
    const preStop = Hook.command(['/drain', '--all'], { longest: Duration.seconds(20) });
    const microservice = cart({ ports: PORTS, lifecycle: { hooks: { preStop } } });
    expect(containerOf(microservice).lifecycle).toEqual({
      preStop: { exec: { command: ['sh', '-c', 'sleep 10 && exec "$0" "$@"', '/drain', '--all'] } },
    });
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(10 + 20 + 30 + 5);
    expect(codesOf(microservice)).toEqual([]);
  });

  test('of a worker it runs at once, without a shell', () => {
    const microservice = cart({ lifecycle: { hooks: { preStop: Hook.command(['/drain']) } } });
    expect(containerOf(microservice).lifecycle).toEqual({ preStop: { exec: { command: ['/drain'] } } });
    expect(podOf(microservice).terminationGracePeriodSeconds).toBe(5 + 30 + 5);
  });

  test('one after the start stands beside the computed pause', () => {
    const hooks = { postStart: Hook.http('/warm', { port: 8080 }) };
    expect(containerOf(cart({ ports: PORTS, lifecycle: { hooks } })).lifecycle).toEqual({
      postStart: { httpGet: { path: '/warm', port: 8080 } },
      preStop: { sleep: { seconds: 10 } },
    });
  });
});

test('a stated grace period counts, whatever the longest request is', () => {
  const microservice = cart({ ports: PORTS, lifecycle: { terminationGracePeriod: Duration.seconds(300) } });
  expect(podOf(microservice).terminationGracePeriodSeconds).toBe(300);
  expect(codesOf(microservice)).toEqual([]);
});

test('a shorter one is one finding, with the sum', () => {
  const microservice = cart({ ports: PORTS, lifecycle: { terminationGracePeriod: Duration.seconds(20) } });
  expect(podOf(microservice).terminationGracePeriodSeconds).toBe(20);
  expect(codesOf(microservice)).toEqual(['MS1121']);
});

describe('resources', () => {
  test('extended ones and huge pages have limits that are their requests', () => {
    const resources = {
      extended: { 'nvidia.com/gpu': 2 },
      hugePages: [{ pageSize: Size.mebibytes(2), total: Size.mebibytes(64) }],
      ephemeralStorage: { request: Size.gibibytes(1), limit: Size.gibibytes(2) },
    };
    const microservice = cart({ resources });
    const fixed = { 'nvidia.com/gpu': '2', 'hugepages-2Mi': '64Mi' };
    expect(containerOf(microservice).resources).toEqual({
      requests: { cpu: '100m', memory: '256Mi', 'ephemeral-storage': '1Gi', ...fixed },
      limits: { memory: '256Mi', 'ephemeral-storage': '2Gi', ...fixed },
    });
    expect(codesOf(microservice)).toEqual([]);
  });

  test('no memory limit is a statement with a finding', () => {
    const microservice = cart({ resources: { noMemoryLimit: true } });
    expect(containerOf(microservice).resources).toEqual({ requests: { cpu: '100m', memory: '256Mi' }, limits: {} });
    expect(codesOf(microservice)).toEqual(['MS1122']);
  });

  test('those of the pod, where the cluster has the field', () => {
    const resources = { pod: { cpu: { request: Cpu.millis(500) }, memory: { limit: Size.gibibytes(1) } } };
    const on = (version: string) => cart({ resources }, shopOn(version));
    expect((podOf(on('1.34')) as Json)['resources']).toEqual({
      requests: { cpu: '500m' },
      limits: { memory: '1Gi' },
    });
    expect(podOf(on('1.33'))).not.toHaveProperty('resources');
    expect(codesOf(on('1.33'))).toEqual(['MS1120']);
  });
});

describe('no probes', () => {
  test('none is emitted, and a finding says what that costs', () => {
    const microservice = cart({ ports: PORTS, probes: { none: true } });
    for (const field of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(containerOf(microservice)).not.toHaveProperty(field);
    expect(codesOf(microservice)).toEqual(['MS1123']);
  });

  test('beside it, stated ones stay', () => {
    const container = containerOf(cart({ ports: PORTS, probes: { none: true, readiness: Probe.http('/ready') } }));
    expect(container.readinessProbe).toMatchObject({ httpGet: { path: '/ready', port: 8080 } });
    expect(container).not.toHaveProperty('livenessProbe');
  });
});

describe('every kind has them', () => {
  const placement = {
    nodeAffinity: [
      NodeAffinity.required([NodeExpression.in('arch', ['arm64']), NodeExpression.greaterThan('cores', 8)]),
      NodeAffinity.preferred(10, [NodeExpression.doesNotExist('spot')]),
    ],
    podAffinity: [PodAffinity.near({ app: 'cache' }), PodAffinity.apartFrom({ app: 'batch' }, { weight: 5 })],
    schedulingGates: ['acme.io/quota'],
    runtimeClassName: 'sandbox',
    hostAliases: [{ ip: '10.1.2.3', hostnames: ['ledger.internal'] }],
    dns: { policy: DnsPolicy.DEFAULT, searches: ['acme.internal'], options: { ndots: '2', edns0: '' } },
  };
  const props = {
    image: 'ghcr.io/acme/any:1.0.0',
    pod: { placement },
    security: { hostUsers: false, shareProcessNamespace: true },
    resources: { extended: { 'nvidia.com/gpu': 1 } },
  };
  const run = { activeDeadline: Duration.hours(1) };
  const kinds = {
    Microservice: () => new Microservice(shopOn('1.33'), 'any', props),
    StatefulService: () => new StatefulService(shopOn('1.33'), 'any', props),
    Job: () => new Job(shopOn('1.33'), 'any', { ...props, run }),
    ScheduledJob: () => new ScheduledJob(shopOn('1.33'), 'any', { ...props, run, schedule: '0 3 * * *' }),
  };

  test.each(Object.entries(kinds))('%s', (_, make) => {
    const workload = make();
    const { spec } = workload.workload.toJson() as Json;
    const pod = ((spec.jobTemplate?.spec ?? spec) as Json)['template'].spec as Json;
    expect(pod).toMatchObject({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: 'arch', operator: 'In', values: ['arm64'] },
                  { key: 'cores', operator: 'Gt', values: ['8'] },
                ],
              },
            ],
          },
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 10, preference: { matchExpressions: [{ key: 'spot', operator: 'DoesNotExist' }] } },
          ],
        },
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'cache' } } },
          ],
        },
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 5, podAffinityTerm: { labelSelector: { matchLabels: { app: 'batch' } } } },
          ],
        },
      },
      schedulingGates: [{ name: 'acme.io/quota' }],
      runtimeClassName: 'sandbox',
      hostAliases: [{ ip: '10.1.2.3', hostnames: ['ledger.internal'] }],
      dnsPolicy: 'Default',
      dnsConfig: { searches: ['acme.internal'], options: [{ name: 'edns0' }, { name: 'ndots', value: '2' }] },
      hostUsers: false,
      shareProcessNamespace: true,
    });
    expect(pod['containers'][0].resources.limits['nvidia.com/gpu']).toBe('1');
    expect(codesOf(workload)).toEqual([]);
  });
});

test('an unchanged program has none of it', () => {
  const pod = podOf(cart({ ports: PORTS }, shop()));
  for (const field of ['affinity', 'schedulingGates', 'runtimeClassName', 'hostAliases', 'dnsConfig', 'hostUsers'])
    expect(pod).not.toHaveProperty(field);
});
