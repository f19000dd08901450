import { Duration, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import {
  KnativeFeature,
  KnativeServingProps,
  Microservice,
  MicroserviceSettings,
  Port,
  Probe,
  ProbeOptions,
  Protocol,
  Scaling,
  ScalingMetric,
  SecuritySettings,
  ServerlessFunction,
  ServerlessFunctionProps,
  TaintEffect,
  TopologySpread,
  Volume,
} from '../../lib';
import { shop, thumbnail } from '../emit/serverless/program';

/** A function, what its stack states for all, and the installation of Knative that runs it. */
export interface FunctionSpec {
  readonly stated: Partial<ServerlessFunctionProps>;
  readonly forAll: MicroserviceSettings;
  readonly installed: KnativeServingProps;
  readonly exposed: boolean;
}

const seconds = (max: number) => fc.integer({ min: 1, max }).map((count) => Duration.seconds(count));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
/** One of some values, and now and then one of others. */
const mostly = <T>(usual: readonly T[], rare: readonly T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const metric = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((requests) => ScalingMetric.concurrency(requests)),
  fc.double({ min: 0.001, max: 1e4, noNaN: true }).map((requests) => ScalingMetric.requestsPerSecond(requests)),
  fc.integer({ min: 1, max: 100 }).map((percent) => ScalingMetric.cpu(percent)),
  fc.integer({ min: 1, max: 100 }).map((percent) => ScalingMetric.memory(percent)),
);

const scaling = fc.oneof(
  fc.nat({ max: 5 }).map((replicas) => Scaling.fixed(replicas)),
  fc
    .record({ on: metric, min: maybe(fc.nat({ max: 5 })), max: fc.nat({ max: 30 }), delay: maybe(seconds(4000)) })
    .map(({ on, min, max, delay }) =>
      Scaling.on([on], {
        max,
        ...(min !== undefined && { min }),
        ...(delay !== undefined && { scaleDown: { stabilization: delay } }),
      }),
    ),
  fc
    .record({
      peakRequestsPerSecond: fc.integer({ min: 1, max: 5000 }),
      requestsPerSecondPerReplica: fc.integer({ min: 1, max: 500 }),
    })
    .map((load) => Scaling.forLoad(load)),
);

const timing: fc.Arbitrary<ProbeOptions> = fc.oneof(
  fc.constant({}),
  fc.record({ period: seconds(60), failureThreshold: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ initialDelay: seconds(30) }),
);
const probe = fc
  .tuple(fc.constantFrom('http', 'tcp', 'grpc', 'command'), timing)
  .map(([kind, options]) =>
    kind === 'http'
      ? Probe.http('/healthz', options)
      : kind === 'tcp'
        ? Probe.tcp(options)
        : kind === 'grpc'
          ? Probe.grpc(options)
          : Probe.command(['/check'], options),
  );

const work = Volume.emptyDir('work', { sizeLimit: Size.gibibytes(1) }).at('/work');
const sizes = Volume.configMapNamed('sizes', 'sizes').at('/etc/sizes');
const mounts = mostly(
  [[], [work], [work, sizes]],
  [[Volume.secretNamed('key', 'key').at('/etc/key', { readOnly: false })], [Volume.emptyDir('all').at('/dev')]],
);

const optional = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { requiredKeys: [] });

const props: fc.Arbitrary<Partial<ServerlessFunctionProps>> = fc.record(
  {
    protocol: fc.constantFrom(Protocol.HTTP, Protocol.HTTP2, Protocol.GRPC),
    containerPort: mostly([8080, 9000, 3000], [8012, 9090]),
    scaling,
    lifecycle: optional({
      concurrency: mostly([1, 10, 250, 1000], [1001]),
      longestRequest: seconds(400),
      startupTime: seconds(250),
      rolloutDuration: seconds(3600),
    }),
    probes: optional({ readiness: probe, liveness: probe, startup: probe }),
    env: mostly<Record<string, string>>([{}, { QUALITY: '80' }], [{ PORT: '1' }]),
    pod: optional({
      mounts,
      envValues: mostly<Record<string, EnvValue>>([{}], [{ POD: EnvValue.fromFieldRef('metadata.name' as never) }]),
    }),
    security: mostly<SecuritySettings>(
      [{}, { runAsUser: 1000 }, { readOnlyRootFilesystem: false }],
      [{ fsGroup: 1000 }, { addCapabilities: ['NET_BIND_SERVICE'] }],
    ),
    metadata: optional({
      podAnnotations: mostly<Record<string, string>>(
        [{}, { 'autoscaling.knative.dev/window': '120s' }],
        [{ 'autoscaling.knative.dev/min-scale': '2' }],
      ),
    }),
  },
  { requiredKeys: [] },
);

const knative: fc.Arbitrary<KnativeServingProps> = fc.record({
  hpa: fc.boolean(),
  features: fc.subarray(Object.values(KnativeFeature)),
});

/** Statements that only some installations support. */
const forAll: fc.Arbitrary<MicroserviceSettings> = fc.constantFrom<MicroserviceSettings[]>(
  {},
  {},
  { pod: { placement: { nodeSelector: { disk: 'fast' } } } },
  { pod: { placement: { tolerations: [{ key: 'dedicated', value: 'functions', effect: TaintEffect.NO_SCHEDULE }] } } },
  { pod: { placement: { priorityClassName: 'low' } } },
  { pod: { placement: { topologySpread: [TopologySpread.overZones()] } } },
);

/** Any function: many of them valid, and many not. */
export function functionSpecs(): fc.Arbitrary<FunctionSpec> {
  return fc.record({ stated: props, forAll, installed: knative, exposed: fc.boolean() });
}

/** A function as a program, with a caller that it calls back. */
export function functionOf({ stated, forAll: defaults, installed, exposed }: FunctionSpec): ServerlessFunction {
  const stack = shop(installed, {}, { defaults });
  const resized = thumbnail(stated, stack);
  const store = new Microservice(stack, 'store', { image: 'acme/store:1', ports: [Port.http(80)] });
  resized.calls(store);
  store.calls(resized);
  if (exposed) resized.expose({ public: true });
  return resized;
}
