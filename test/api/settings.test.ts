import type { ImagePullPolicy } from 'cdk8s-plus-27';
import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { ApplicationStackProps } from '../../lib/api/application-stack';
import type { MicroserviceProps } from '../../lib/api/workload/microservice-props';
import { MicroserviceSettings, Port, Scaling, Setting, TopologySpread } from '../../lib/values';
import { Platform } from '../../lib/platform';
import { cart, containerOf, deploymentOf, findingsOf, podOf, shop } from '../emit/kubernetes/program';

interface Layers {
  readonly platform?: MicroserviceSettings;
  readonly required?: MicroserviceSettings;
  readonly stack?: MicroserviceSettings;
  readonly microservice?: Partial<MicroserviceProps>;
}

function stated({ platform = {}, required = {}, stack, microservice = {} }: Layers) {
  const props: ApplicationStackProps = {
    platform: new Platform({ defaults: platform, required }),
    ...(stack && { defaults: stack }),
  };
  return cart({ ports: [Port.http(80)], ...microservice }, shop(props));
}

const shown = (setting: Setting | undefined) => setting && [setting.value, setting.origin];

describe('the nearest statement counts', () => {
  const replicas = (layers: Layers) => {
    const microservice = stated(layers);
    return [deploymentOf(microservice).spec.replicas, microservice.setting('scaling')!.origin];
  };

  test.each<[Layers, number, string]>([
    [{}, 2, 'library'],
    [{ platform: { scaling: Scaling.fixed(3) } }, 3, 'platform'],
    [{ platform: { scaling: Scaling.fixed(3) }, stack: { scaling: Scaling.fixed(4) } }, 4, 'stack shop'],
    [
      {
        platform: { scaling: Scaling.fixed(3) },
        stack: { scaling: Scaling.fixed(4) },
        microservice: { scaling: Scaling.fixed(5) },
      },
      5,
      'microservice cart',
    ],
    [{ required: { scaling: Scaling.fixed(9) } }, 9, 'platform (required)'],
  ])('%j', (layers, expected, origin) => {
    expect(replicas(layers)).toEqual([expected, origin]);
  });

  test('field by field', () => {
    const microservice = stated({
      platform: { resources: { cpu: { request: Cpu.millis(200) } }, security: { runAsUser: 1000 } },
      stack: { resources: { memory: { request: Size.mebibytes(64) } } },
      microservice: { resources: { memory: { limit: Size.mebibytes(128) } }, security: { runAsGroup: 2000 } },
    });
    expect(containerOf(microservice).resources).toEqual({
      requests: { cpu: '200m', memory: '64Mi' },
      limits: { memory: '128Mi' },
    });
    expect(podOf(microservice).securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 2000,
    });
    expect(shown(microservice.setting('resources.cpu.request'))).toEqual(['200m', 'platform']);
    expect(shown(microservice.setting('resources.memory.request'))).toEqual(['64Mi', 'stack shop']);
    expect(shown(microservice.setting('resources.memory.limit'))).toEqual(['128Mi', 'microservice cart']);
  });

  test('lists count as a whole', () => {
    const microservice = stated({
      platform: { pod: { placement: { topologySpread: [TopologySpread.overZones()] } } },
      stack: { pod: { placement: { topologySpread: [] } } },
    });
    expect(podOf(microservice)).not.toHaveProperty('topologySpreadConstraints');
    expect(shown(microservice.setting('pod.placement.topologySpread'))).toEqual(['[]', 'stack shop']);
  });

  test('maps are laid over one another', () => {
    const grouped = (key: string, map: Record<string, string>): MicroserviceSettings =>
      key === 'nodeSelector' ? { pod: { placement: { [key]: map } } } : { metadata: { [key]: map } };
    const layers = (key: 'annotations' | 'podAnnotations' | 'nodeSelector' | 'labels') =>
      stated({
        platform: grouped(key, { a: 'p', b: 'p' }),
        stack: grouped(key, { b: 's', c: 's' }),
        microservice: grouped(key, { c: 'm' }),
      });
    expect(layers('annotations').workload.toJson().metadata.annotations).toEqual({ a: 'p', b: 's', c: 'm' });
    expect(layers('podAnnotations').workload.toJson().spec.template.metadata.annotations).toEqual({
      a: 'p',
      b: 's',
      c: 'm',
    });
    expect(podOf(layers('nodeSelector')).nodeSelector).toEqual({ a: 'p', b: 's', c: 'm' });
    expect(layers('labels').workload.toJson().metadata.labels).toMatchObject({ a: 'p', b: 's', c: 'm' });
  });
});

test.each<[string, MicroserviceSettings, (microservice: ReturnType<typeof cart>) => unknown, unknown]>([
  [
    'imagePullPolicy',
    { pod: { imagePullPolicy: 'Always' as ImagePullPolicy } },
    (m) => containerOf(m).imagePullPolicy,
    'Always',
  ],
  [
    'imagePullSecrets',
    { pod: { imagePullSecrets: ['registry'] } },
    (m) => podOf(m).imagePullSecrets,
    [{ name: 'registry' }],
  ],
  ['disruptionBudget', { lifecycle: { disruptionBudget: false } }, (m) => m.disruptionBudget, undefined],
  [
    'longestRequest',
    { lifecycle: { longestRequest: Duration.seconds(60) } },
    (m) => podOf(m).terminationGracePeriodSeconds,
    75,
  ],
  [
    'startupTime',
    { lifecycle: { startupTime: Duration.seconds(120) } },
    (m) => containerOf(m).startupProbe.failureThreshold,
    61,
  ],
  ['minReady', { lifecycle: { minReady: Duration.seconds(9) } }, (m) => deploymentOf(m).spec.minReadySeconds, 9],
  [
    'endpointPropagation',
    { lifecycle: { endpointPropagation: Duration.seconds(3) } },
    (m) => containerOf(m).lifecycle.preStop.sleep.seconds,
    3,
  ],
  [
    'tolerations',
    { pod: { placement: { tolerations: [{ key: 'spot' }] } } },
    (m) => podOf(m).tolerations,
    [{ key: 'spot', operator: 'Exists' }],
  ],
  [
    'priorityClassName',
    { pod: { placement: { priorityClassName: 'high' } } },
    (m) => podOf(m).priorityClassName,
    'high',
  ],
  [
    'networkPolicy',
    { security: { networkPolicy: false } },
    (m) => (m.networkPolicy.toJson() as { spec: object }).spec,
    expect.objectContaining({ egress: [{}] }),
  ],
])('%s can be said by platform, stack, microservice and as required', (_, setting, read, expected) => {
  for (const layer of ['platform', 'stack', 'microservice', 'required'] as const)
    expect(read(stated({ [layer]: setting }))).toEqual(expected);
});

describe('settings in effect', () => {
  test('are all there, sorted, each with where it was said', () => {
    const { settings } = stated({});
    expect(settings.map(({ name, value, origin }) => `${name} = ${value} (${origin})`)).toEqual([
      'lifecycle.concurrency = 100 (library)',
      'lifecycle.disruptionBudget = true (library)',
      'lifecycle.endpointPropagation = 10 seconds (library)',
      'lifecycle.longestRequest = 30 seconds (library)',
      'lifecycle.minReady = 5 seconds (library)',
      'lifecycle.rollout = {kind: rolling, surgePercent: 25, steps: []} (library)',
      'lifecycle.startupTime = 1 minute (library)',
      'pod.imagePullPolicy = IfNotPresent (library)',
      'pod.placement.topologySpread = [{nodeLabel: topology.kubernetes.io/zone, required: false, maxSkew: 1}, ' +
        '{nodeLabel: kubernetes.io/hostname, required: false, maxSkew: 1}] (library)',
      'resources.cpu.request = 100m (library)',
      'resources.memory.limit = 256Mi (library)',
      'resources.memory.request = 256Mi (library)',
      'scaling = {min: 2, max: 2, autoscaled: false} (library)',
      'scaling.pods = 3 = 2 and a surge of 25 % while a rollout goes on: what a quota has to allow (library)',
      'security.addCapabilities = [] (library)',
      'security.allowPrivilegeEscalation = false (library)',
      'security.networkPolicy = true (library)',
      'security.readOnlyRootFilesystem = true (library)',
      'security.runAsNonRoot = true (library)',
      'security.seccompProfile = RuntimeDefault (library)',
    ]);
  });

  test('what follows from others comes from where these were said', () => {
    const microservice = stated({
      platform: { resources: { memory: { limit: Size.gibibytes(1) } } },
      stack: { scaling: Scaling.fixed(1) },
    });
    expect(shown(microservice.setting('resources.memory.request'))).toEqual(['1Gi', 'platform']);
    expect(shown(microservice.setting('lifecycle.disruptionBudget'))).toEqual(['false', 'stack shop']);
  });

  test('a setting that nobody stated is none', () => {
    expect(stated({}).setting('pod.placement.priorityClassName')).toBeUndefined();
    expect(stated({}).setting('typo')).toBeUndefined();
  });
});

describe('what a platform requires', () => {
  test('counts most, and whoever says otherwise hears of it', () => {
    const microservice = stated({
      required: { security: { readOnlyRootFilesystem: true } },
      stack: { security: { readOnlyRootFilesystem: false } },
      microservice: { security: { readOnlyRootFilesystem: false } },
    });
    expect(containerOf(microservice).securityContext.readOnlyRootFilesystem).toBe(true);
    expect(findingsOf(microservice)).toMatchObject([
      {
        code: 'MS1027',
        path: 'shop',
        message: 'the platform requires security.readOnlyRootFilesystem to be true',
        given: 'security.readOnlyRootFilesystem was false',
      },
      { code: 'MS1027', path: 'shop/cart' },
    ]);
  });

  test('agreeing is no conflict, and saying nothing neither', () => {
    expect(
      findingsOf(
        stated({
          required: { lifecycle: { longestRequest: Duration.seconds(60) } },
          microservice: { lifecycle: { longestRequest: Duration.minutes(1) } },
        }),
      ),
    ).toEqual([]);
    expect(findingsOf(stated({ required: { security: { networkPolicy: true } } }))).toEqual([]);
  });

  test('other fields of the same setting stay free', () => {
    const microservice = stated({
      required: { resources: { memory: { limit: Size.mebibytes(512) } } },
      microservice: { resources: { memory: { request: Size.mebibytes(64) } } },
    });
    expect(containerOf(microservice).resources).toMatchObject({
      requests: { memory: '64Mi' },
      limits: { memory: '512Mi' },
    });
    expect(findingsOf(microservice)).toEqual([]);
  });

  test('its own defaults may differ: the requirement counts', () => {
    const microservice = stated({
      platform: { lifecycle: { minReady: Duration.seconds(1) } },
      required: { lifecycle: { minReady: Duration.seconds(30) } },
    });
    expect(deploymentOf(microservice).spec.minReadySeconds).toBe(30);
    expect(findingsOf(microservice)).toEqual([]);
  });
});

test('a finding about a number says who stated it', () => {
  const microservice = stated({
    stack: { resources: { memory: { request: Size.gibibytes(1) } } },
    microservice: { resources: { memory: { limit: Size.mebibytes(512) } } },
  });
  expect(findingsOf(microservice)).toMatchObject([
    { code: 'MS1007', given: 'resources.memory.request was 1Gi (stack shop), resources.memory.limit was 512Mi' },
  ]);
});
