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
      platform: { topologySpread: [TopologySpread.overZones()] },
      stack: { topologySpread: [] },
    });
    expect(podOf(microservice)).not.toHaveProperty('topologySpreadConstraints');
    expect(shown(microservice.setting('topologySpread'))).toEqual(['[]', 'stack shop']);
  });

  test('maps are laid over one another', () => {
    const layers = (key: 'annotations' | 'podAnnotations' | 'nodeSelector' | 'labels') =>
      stated({
        platform: { [key]: { a: 'p', b: 'p' } },
        stack: { [key]: { b: 's', c: 's' } },
        microservice: { [key]: { c: 'm' } },
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

test.each<
  [keyof MicroserviceSettings, MicroserviceSettings, (microservice: ReturnType<typeof cart>) => unknown, unknown]
>([
  [
    'imagePullPolicy',
    { imagePullPolicy: 'Always' as MicroserviceSettings['imagePullPolicy'] },
    (m) => containerOf(m).imagePullPolicy,
    'Always',
  ],
  ['imagePullSecrets', { imagePullSecrets: ['registry'] }, (m) => podOf(m).imagePullSecrets, [{ name: 'registry' }]],
  ['disruptionBudget', { disruptionBudget: false }, (m) => m.disruptionBudget, undefined],
  ['longestRequest', { longestRequest: Duration.seconds(60) }, (m) => podOf(m).terminationGracePeriodSeconds, 75],
  ['startupTime', { startupTime: Duration.seconds(120) }, (m) => containerOf(m).startupProbe.failureThreshold, 61],
  ['minReady', { minReady: Duration.seconds(9) }, (m) => deploymentOf(m).spec.minReadySeconds, 9],
  [
    'endpointPropagation',
    { endpointPropagation: Duration.seconds(3) },
    (m) => containerOf(m).lifecycle.preStop.sleep.seconds,
    3,
  ],
  [
    'tolerations',
    { tolerations: [{ key: 'spot' }] },
    (m) => podOf(m).tolerations,
    [{ key: 'spot', operator: 'Exists' }],
  ],
  ['priorityClassName', { priorityClassName: 'high' }, (m) => podOf(m).priorityClassName, 'high'],
  [
    'networkPolicy',
    { networkPolicy: false },
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
      'concurrency = 100 (library)',
      'disruptionBudget = true (library)',
      'endpointPropagation = 10 seconds (library)',
      'imagePullPolicy = IfNotPresent (library)',
      'longestRequest = 30 seconds (library)',
      'minReady = 5 seconds (library)',
      'networkPolicy = true (library)',
      'resources.cpu.request = 100m (library)',
      'resources.memory.limit = 256Mi (library)',
      'resources.memory.request = 256Mi (library)',
      'rollout = {kind: rolling, surgePercent: 25, steps: []} (library)',
      'scaling = {min: 2, max: 2, autoscaled: false} (library)',
      'scaling.pods = 3 = 2 and a surge of 25 % while a rollout goes on: what a quota has to allow (library)',
      'security.allowPrivilegeEscalation = false (library)',
      'security.keptCapabilities = [] (library)',
      'security.readOnlyRootFilesystem = true (library)',
      'security.runAsNonRoot = true (library)',
      'security.runtimeDefaultSeccomp = true (library)',
      'startupTime = 1 minute (library)',
      'topologySpread = [{nodeLabel: topology.kubernetes.io/zone, required: false, maxSkew: 1}, {nodeLabel: ' +
        'kubernetes.io/hostname, required: false, maxSkew: 1}] (library)',
    ]);
  });

  test('what follows from others comes from where these were said', () => {
    const microservice = stated({
      platform: { resources: { memory: { limit: Size.gibibytes(1) } } },
      stack: { scaling: Scaling.fixed(1) },
    });
    expect(shown(microservice.setting('resources.memory.request'))).toEqual(['1Gi', 'platform']);
    expect(shown(microservice.setting('disruptionBudget'))).toEqual(['false', 'stack shop']);
  });

  test('a setting that nobody stated is none', () => {
    expect(stated({}).setting('priorityClassName')).toBeUndefined();
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
          required: { longestRequest: Duration.seconds(60) },
          microservice: { longestRequest: Duration.minutes(1) },
        }),
      ),
    ).toEqual([]);
    expect(findingsOf(stated({ required: { networkPolicy: true } }))).toEqual([]);
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
      platform: { minReady: Duration.seconds(1) },
      required: { minReady: Duration.seconds(30) },
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
