export { type AlertingRule, alertRule, type AlertRouting, type AlertStatement, CertificateExporter } from './alerts';
export { Dashboards, type DashboardStackFacts } from './dashboards/dashboards';
export { NoDashboards } from './dashboards/no-dashboards';
export { Logging, type LoggingProps } from './logs/logging';
export { Monitoring } from './monitoring';
export { NoMonitoring } from './no-monitoring';
export { type OtlpCollectorProps, OtlpProtocol, Tracing, type TracingProps } from './tracing/tracing';
