export { type AlertingRule, alertRule, type AlertRouting, type AlertStatement, CertificateExporter, OWNED_ALERT_LABELS } from './routing';
