import type { MetricsAccess } from '../values';

/** Abilities of the platform's monitoring, as plain data for meshes and renderers that know no monitoring. */
export interface MonitoringFacts {
  /** Name of the provider, for findings. */
  readonly name: string;
  /** True where it scrapes the metrics of microservices and their proxies. */
  readonly scrapes: boolean;
  /** Way of scrapers through mutual TLS. */
  readonly access: MetricsAccess;
  /** True where it evaluates rules. Otherwise objectives and alerts have no effect. */
  readonly evaluatesRules: boolean;
  /** Address for queries of controllers, as far as it is known. */
  readonly address?: string;
  /** Retention of samples, as far as it is known. */
  readonly retentionDays?: number;
  /** Retention where nothing is stated. Undefined where nobody knows. */
  readonly defaultRetentionDays?: number;
  /** True where a scrape states the protocol of metrics whose `Content-Type` does not say. */
  readonly statesFallback?: boolean;
  /** True where it finds only one port of a pod. */
  readonly onePort: boolean;
  /**
   * Labels of targets by which series of an application are told apart: values by `namespace` and `name` of the
   * microservice.
   */
  readonly targetLabels: { readonly namespace: string; readonly name: string };
}

/** Endpoint of a pod that a scraper reads. */
export interface ScrapeEndpoint {
  /** The port of the pod. */
  readonly port: number;
  /** Name of the container port. Undefined for a port that a mesh adds. */
  readonly portName?: string;
  readonly path: string;
  /** True where the scraper shows a certificate of the mesh. */
  readonly mutualTls: boolean;
}
