import { App, Duration } from 'cdk8s';
import * as fc from 'fast-check';
import {
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  MetricsAccess,
  MetricSource,
  Microservice,
  Monitoring,
  NetworkPeer,
  NoMesh,
  NoMonitoring,
  Objective,
  Platform,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  RequestMetrics,
} from '../../lib';

/** A program with monitoring as plain data. */
export interface MonitoredSystem {
  readonly mesh: boolean;
  readonly monitoring: 'merged' | 'open port' | 'certificate' | 'annotations' | 'annotations with rules' | 'none';
  readonly services: readonly MonitoredService[];
  /** Caller and callee, by their places among the services. */
  readonly calls: readonly (readonly [number, number])[];
}

/** A microservice that serves requests, and metrics on a port of its own or not at all. */
export interface MonitoredService {
  readonly namespace: string;
  readonly name: string;
  readonly protocol: 'http' | 'grpc';
  readonly metrics: boolean;
  readonly objectives: readonly ObjectiveSpec[];
}

export interface ObjectiveSpec {
  /** In hundredths of a percent. */
  readonly hundredths: number;
  /** In milliseconds; none of availability. */
  readonly threshold?: number;
  readonly route?: 'read' | 'write';
  /** In days. */
  readonly window: number;
  readonly minimumFailures: number;
  readonly byApplication: boolean;
}

const ROUTES = {
  http: { read: { methods: ['GET'], paths: ['/a/*', '/b'] }, write: { methods: ['POST', 'PUT'] } },
  grpc: { read: { methods: ['Get', 'List'] }, write: { methods: ['Add'], paths: ['/shop.Cart'] } },
} as const;

/** Systems in which every objective fits what measures it. */
export function monitoredSystems(): fc.Arbitrary<MonitoredSystem> {
  const objective: fc.Arbitrary<ObjectiveSpec> = fc.record(
    {
      hundredths: fc.integer({ min: 9900, max: 9999 }),
      threshold: fc.constantFrom(5, 25, 100, 250, 1000, 2500),
      route: fc.constantFrom('read' as const, 'write' as const),
      window: fc.integer({ min: 5, max: 40 }),
      minimumFailures: fc.integer({ min: 1, max: 100 }),
      byApplication: fc.boolean(),
    },
    { requiredKeys: ['hundredths', 'window', 'minimumFailures', 'byApplication'] },
  );
  const service: fc.Arbitrary<MonitoredService> = fc.record({
    namespace: fc.constantFrom('shop', 'bank'),
    name: fc.constantFrom('web', 'cart', 'pay', 'ads'),
    protocol: fc.constantFrom('http' as const, 'grpc' as const),
    metrics: fc.boolean(),
    objectives: fc.uniqueArray(objective, {
      maxLength: 4,
      selector: ({ threshold, route }) => `${threshold} ${route}`,
    }),
  });
  return fc
    .record({
      mesh: fc.boolean(),
      monitoring: fc.constantFrom(
        'merged' as const,
        'open port' as const,
        'certificate' as const,
        'annotations' as const,
        'annotations with rules' as const,
        'none' as const,
      ),
      services: fc.uniqueArray(service, {
        minLength: 1,
        maxLength: 5,
        selector: ({ namespace, name }) => `${namespace}/${name}`,
      }),
    })
    .chain((system) => {
      const end = fc.nat(system.services.length - 1);
      return fc
        .uniqueArray(fc.tuple(end, end), { maxLength: 8, selector: ([caller, callee]) => `${caller} ${callee}` })
        .map((calls) => ({ ...system, calls }));
    });
}

/** The same system, stated in another order. */
export function reversed({ services, calls, ...system }: MonitoredSystem): MonitoredSystem {
  const place = (at: number) => services.length - 1 - at;
  return {
    ...system,
    services: [...services].reverse(),
    calls: [...calls].reverse().map(([caller, callee]) => [place(caller), place(callee)]),
  };
}

/** A system as a program. */
export function appOfMonitored({ mesh, monitoring, services, calls }: MonitoredSystem): App {
  const app = new App({ outdir: 'nowhere' });
  const platform = new Platform({
    mesh: mesh ? new IstioMesh() : new NoMesh(),
    observability: { monitoring: MONITORING[monitoring]() },
    cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
  });
  const stacks = new Map(
    [...new Set(services.map(({ namespace }) => namespace))]
      .sort()
      .map((namespace) => [namespace, new ApplicationStack(app, namespace, { platform })]),
  );
  const microservices = services.map(({ namespace, name, protocol, metrics, objectives }, at) => {
    const stated = objectives.filter(({ byApplication }) =>
      measured({ mesh, metrics, byApplication, isCalled: calls.some(([, callee]) => callee === at) }),
    );
    return new Microservice(stacks.get(namespace)!, name, {
      image: `acme/${name}:1`,
      ports: [Port[protocol](80), ...(metrics ? [Port.http(9090, { name: 'metrics', servesMetrics: true })] : [])],
      telemetry: {
        requestMetrics: protocol === 'http' ? RequestMetrics.openTelemetryHttp() : RequestMetrics.grpcPrometheus(),
      },
      objectives: stated.map((each) => objectiveOf(each, protocol)),
    });
  });
  // Soft, so that no objective is above what callees allow.
  for (const [caller, callee] of calls)
    microservices[caller]!.calls(microservices[callee]!, {
      port: 80,
      soft: true,
      addressEnv: `ADDRESS_${services[callee]!.namespace}_${services[callee]!.name}`.toUpperCase(),
    });
  return app;
}

const MONITORING: Readonly<Record<MonitoredSystem['monitoring'], () => Monitoring>> = {
  merged: () => new PrometheusOperator({ selector: { release: 'a' } }),
  'open port': () => new PrometheusOperator({ selector: { release: 'a' }, access: MetricsAccess.openPort() }),
  certificate: () =>
    new PrometheusOperator({
      selector: { release: 'a' },
      access: MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' }),
    }),
  annotations: () => new PrometheusAnnotations(),
  'annotations with rules': () => new PrometheusAnnotations({ ruleSelector: { rules: 'yes' } }),
  none: () => new NoMonitoring(),
};

/** Tells if an objective is measured, by callers' proxies or by the application. */
function measured({
  mesh,
  metrics,
  byApplication,
  isCalled,
}: {
  readonly mesh: boolean;
  readonly metrics: boolean;
  readonly byApplication: boolean;
  readonly isCalled: boolean;
}): boolean {
  return mesh && !byApplication ? isCalled : metrics;
}

function objectiveOf(
  { hundredths, threshold, route, window, minimumFailures, byApplication }: ObjectiveSpec,
  protocol: MonitoredService['protocol'],
): Objective {
  const limits: { readonly methods?: readonly string[]; readonly paths?: readonly string[] } =
    route === undefined ? {} : ROUTES[protocol][route];
  const options = {
    window: Duration.days(window),
    minimumFailures,
    ...(byApplication && { source: MetricSource.APPLICATION }),
    ...(route !== undefined && {
      route: {
        name: route,
        ...(limits.methods && { methods: [...limits.methods] }),
        ...(limits.paths && { paths: [...limits.paths] }),
      },
    }),
  };
  return threshold === undefined
    ? Objective.availability(hundredths / 100, options)
    : Objective.latency(hundredths / 100, Duration.millis(threshold), options);
}
