/** KEDA's Prometheus. */
export interface KedaPrometheusOptions {
  /** Address of Prometheus or of a compatible API, such as `http://prometheus-operated.monitoring:9090`. */
  readonly serverAddress: string;

  /**
   * Authentication modes, as in KEDA's trigger: `bearer`, `basic`, `tls`, `custom`, or several with commas.
   *
   * @default - not at all
   */
  readonly authModes?: string;

  /**
   * Name of the ClusterTriggerAuthentication with what `authModes` need.
   *
   * @default - none
   */
  readonly clusterTriggerAuthentication?: string;

  /**
   * Further metadata of the trigger, as in `{ customHeaders: 'X-Scope-OrgID=shop' }`. Not what follows from a metric.
   *
   * @default - none
   */
  readonly metadata?: { [key: string]: string };
}
