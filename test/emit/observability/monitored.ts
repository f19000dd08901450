import { Duration } from 'cdk8s';
import {
  ClusterFacts,
  IstioIngressGateway,
  IstioMesh,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  NoMesh,
  Objective,
  PlatformProps,
  Port,
  PrometheusOperator,
  RequestMetrics,
} from '../../../lib';
import type { AlertRouting } from '../../../lib/emit/observability/alerts';
import { CertificateExporter } from '../../../lib/emit/observability/alerts';
import { objectiveRules } from '../../../lib/emit/observability/slo';
import { queriedSeries, QueriedSeries } from '../../support/promql';
import { serve, shopOn } from './program';

/** Who scrapes. */
export const PROMETHEUS = NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } });

/** By which its Prometheus selects monitors and rules. */
export const SELECTOR = { release: 'prometheus' };

export const ROUTING: AlertRouting = {
  severities: { page: 'critical', ticket: 'warning' },
  labels: {},
  certificates: CertificateExporter.CERT_MANAGER,
};

const cluster = new ClusterFacts({ scrapers: [PROMETHEUS] });

/** Istio and the Prometheus operator. */
export const ISTIO: PlatformProps = {
  cluster,
  mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
  observability: { monitoring: new PrometheusOperator({ selector: SELECTOR }) },
};

/** The Prometheus operator without a mesh. */
export const PLAIN: PlatformProps = { ...ISTIO, mesh: new NoMesh() };

/** A port that serves metrics. */
export const METRICS = Port.http(9090, {
  name: 'metrics',
  targetPort: 9091,
  metricsPath: '/prom',
  servesMetrics: true,
});

/** What counts its own requests. */
export const COUNTING: Partial<MicroserviceProps> = {
  ports: [Port.http(80, { targetPort: 8080 }), METRICS],
  telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
};

/** Requests of one kind. */
export const PLACE_ORDER = { route: { name: 'place-order', methods: ['POST'], paths: ['/orders', '/orders/*'] } };

/** An objective of every kind. */
export const OBJECTIVES = [
  Objective.availability(99.9),
  Objective.latency(99, Duration.millis(250)),
  Objective.availability(99.5, PLACE_ORDER),
  Objective.latency(95, Duration.millis(500), PLACE_ORDER),
];

/** The platforms on which something counts requests, and what microservices state there. */
export const COUNTED: [string, PlatformProps, Partial<MicroserviceProps>][] = [
  ['Istio', ISTIO, {}],
  ['OpenTelemetry over HTTP', PLAIN, COUNTING],
  ['the middleware of gRPC', PLAIN, { ...COUNTING, telemetry: { requestMetrics: RequestMetrics.grpcPrometheus() } }],
  [
    'metrics of its own',
    PLAIN,
    {
      ...COUNTING,
      telemetry: {
        requestMetrics: RequestMetrics.custom({
          requests: 'requests_total',
          resultLabel: 'code',
          failures: '5..',
          duration: 'request_seconds',
          methodLabel: 'method',
          pathLabel: 'path',
        }),
      },
    },
  ],
];

/** The microservice `web` of the stack `shop`, which itself sends it requests: else no proxy would count any. */
export function web(platform: PlatformProps, props: Partial<MicroserviceProps> = {}): Microservice {
  const microservice = serve(shopOn(platform), 'web', props);
  const [port] = props.ports ?? [Port.http(80)];
  if (port !== undefined) microservice.calls(microservice, { port: port.number });
  return microservice;
}

/** A rule that records, or one that alerts. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The rules of the objectives of a microservice. */
export function rulesOf(microservice: Microservice, routing: Partial<AlertRouting> = {}): readonly Rule[] {
  return objectiveRules(microservice._facts, { ...ROUTING, ...routing });
}

/** The expression that records a series of an objective. */
export function exprOf(rules: readonly Rule[], record: string, objective = 'availability'): string {
  const found = rules.filter((rule) => rule.record === record && rule.labels.objective === objective);
  expect(found).toHaveLength(1);
  return found[0]!.expr;
}

/** Series that something else than these rules emits. */
export function rawSeries(rules: readonly Rule[]): QueriedSeries[] {
  return rules.flatMap(({ expr }) => queriedSeries(expr)).filter(({ metric }) => !metric.startsWith('objective:'));
}
