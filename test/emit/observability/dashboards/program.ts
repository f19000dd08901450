import { App, Duration, Testing } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  Backlog,
  ClusterFacts,
  Dashboards,
  GrafanaConfigMaps,
  IstioIngressGateway,
  IstioMesh,
  Mesh,
  Microservice,
  MicroserviceProps,
  Monitoring,
  NetworkPeer,
  Objective,
  Platform,
  Port,
  PrometheusOperator,
  RequestMetrics,
  Scaling,
} from '../../../../lib';
import { all, ManifestObject, synthesize } from '../../../support/manifests';

/** A dashboard as Grafana reads it. */
export interface DashboardModel {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly links: readonly {
    readonly title: string;
    readonly type: string;
    readonly url?: string;
    readonly tags: readonly string[];
  }[];
  readonly panels: readonly PanelModel[];
  readonly [field: string]: unknown;
}

/** A panel as Grafana reads it. */
export interface PanelModel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: object;
  readonly targets?: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly legendFormat?: string;
    readonly datasource: object;
  }[];
  readonly [field: string]: any;
}

/** What a platform of these tests has. */
export interface ShopProps {
  readonly mesh?: Mesh;
  readonly monitoring?: Monitoring;
  readonly dashboards?: Dashboards;
}

/** Prometheus, let in. */
export const MONITORING = new PrometheusOperator({ selector: { release: 'prometheus' } });

/** A stack named shop whose dashboards are in ConfigMaps, unless something else is stated. */
export class Shop {
  public readonly app: App = Testing.app();
  public readonly stack: ApplicationStack;

  public constructor({ monitoring = MONITORING, dashboards = new GrafanaConfigMaps(), ...props }: ShopProps = {}) {
    const cluster = new ClusterFacts({
      scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } })],
    });
    this.stack = new ApplicationStack(this.app, 'shop', {
      platform: new Platform({ cluster, observability: { monitoring, dashboards }, ...props }),
    });
  }

  /** A microservice of HTTP, unless something else is stated. */
  public serve(name: string, props: Partial<MicroserviceProps> = {}): Microservice {
    return new Microservice(this.stack, name, {
      image: `acme/${name}:1`,
      ports: [Port.http(80, { targetPort: 8080 })],
      ...props,
    });
  }

  /** What is written. */
  public written(): ManifestObject[] {
    return synthesize(this.app);
  }

  /** The dashboard of a name, which is that of a microservice or `shop-stack`. */
  public dashboard(name: string): DashboardModel {
    return dashboardsIn(this.written()).get(name)!;
  }
}

/** Every dashboard in ConfigMaps, by the name of what it shows. */
export function dashboardsIn(manifests: readonly ManifestObject[]): Map<string, DashboardModel> {
  return new Map(
    all(manifests, 'ConfigMap').map(({ metadata, data }) => [
      metadata.name.replace(/-dashboard$/, ''),
      JSON.parse(Object.values(data)[0]!) as DashboardModel,
    ]),
  );
}

/** Titles of panels, without those of rows. */
export function titles({ panels }: DashboardModel): string[] {
  return panels.filter(({ type }) => type !== 'row').map(({ title }) => title);
}

/** The queries of a panel. */
export function queriesOf({ panels }: DashboardModel, title: string): string[] {
  return panels.find((panel) => panel.title === title && panel.type !== 'row')!.targets!.map(({ expr }) => expr);
}

/** A query as Prometheus gets it from Grafana. */
export function asked(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m');
}

/** Microservices that state whatever a dashboard can show. */
export function fullShop(
  props: ShopProps = { mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }) },
): Shop {
  const shop = new Shop(props);
  const cart = shop.serve('cart', {
    scaling: Scaling.onCpu({ max: 5 }),
    resources: { cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) } },
    ports: [Port.http(80, { targetPort: 8080 }), Port.http(9090, { name: 'metrics', servesMetrics: true })],
    telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
  });
  const checkout = shop.serve('checkout', {
    ports: [Port.http(80, { targetPort: 8080, servesMetrics: true })],
    telemetry: {
      requestMetrics: RequestMetrics.openTelemetryHttp(),
      backlogs: [Backlog.kafka(100, { consumerGroup: 'orders' })],
    },
    objectives: [Objective.availability(99.9), Objective.latency(99, Duration.millis(250))],
  });
  checkout.calls(cart, { port: 80 });
  shop.serve('web', { ports: [] }).calls(checkout);
  return shop;
}
