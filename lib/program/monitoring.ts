import type { MetricsAccess } from '../values';

/**
 * What a platform's monitoring does for its microservices: plain data, for meshes and renderers that know no
 * monitoring.
 */
export interface MonitoringFacts {
  /** Name of the provider, for findings. */
  readonly name: string;
  /** Whether it scrapes what the microservices and their proxies serve. */
  readonly scrapes: boolean;
  /** How it gets through mutual TLS. */
  readonly access: MetricsAccess;
  /** Whether it evaluates rules: without, objectives and alerts have no effect. */
  readonly evaluatesRules: boolean;
  /** Where controllers ask for samples, where it is known. */
  readonly address?: string;
  /** How long samples are kept, where it is known. */
  readonly retentionDays?: number;
  /** Whether it finds one port of a pod alone. */
  readonly onePort: boolean;
  /**
   * Labels of targets by which series of an application are told apart: values by `namespace` and `name` of the
   * microservice.
   */
  readonly targetLabels: { readonly namespace: string; readonly name: string };
}

/** What a scraper asks pods for. */
export interface ScrapeEndpoint {
  /** The port of the pod. */
  readonly port: number;
  /** Its name among the container's ports; none of a port that a mesh adds. */
  readonly portName?: string;
  readonly path: string;
  /** Whether the scraper shows a certificate of the mesh. */
  readonly mutualTls: boolean;
}
