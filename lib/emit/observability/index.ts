export {
  ALERT_SWITCHES,
  type AlertingRule,
  alertRule,
  type AlertRouting,
  type AlertStatement,
  type AlertSwitch,
  CertificateExporter,
  invalidAlertLabels,
  missingFor,
  MS5101,
  standardAlerts,
} from './alerts';
export type { AlertingOptions } from './alerting';
export { JOB_ALERT_SWITCHES, missingForJob } from './jobs';
export { Dashboards, type DashboardStackFacts } from './dashboards/dashboards';
export { GrafanaConfigMaps, type GrafanaConfigMapsProps } from './dashboards/grafana-config-maps';
export { GrafanaOperator, type GrafanaOperatorProps } from './dashboards/grafana-operator';
export { NoDashboards } from './dashboards/no-dashboards';
export { Logging, type LoggingProps } from './logs/logging';
export { Monitoring } from './monitoring';
export { NoMonitoring } from './no-monitoring';
export { MS5003, OBSERVABILITY_DEFINITIONS } from './rules';
export { PrometheusAnnotations, type PrometheusAnnotationsProps } from './prometheus-annotations';
export { PrometheusOperator, type PrometheusOperatorProps } from './prometheus-operator';
export { statedEndpoints, type StatedEndpoint } from './tracing/protocol';
export { type OtlpCollectorProps, OtlpProtocol, Tracing, type TracingProps } from './tracing/tracing';
