import { AlertRouting, CertificateExporter } from './alerts';

/** Routing of a platform's alerts. */
export interface AlertingOptions {
  /**
   * Severity of alerts that need action now.
   *
   * @default critical
   */
  readonly pageSeverity?: string;

  /**
   * Severity of alerts that need action within days.
   *
   * @default warning
   */
  readonly ticketSeverity?: string;

  /**
   * Labels of every alert.
   *
   * @default - none but severity
   */
  readonly labels?: { [label: string]: string };

  /**
   * Base URL of runbooks, to which the name of the alert is appended, such as `https://runbooks.example.com/`.
   *
   * @default - alerts link to none
   */
  readonly runbookUrl?: string;

  /**
   * Exporter of certificate expiry times.
   *
   * @default CertificateExporter.CERT_MANAGER
   */
  readonly certificates?: CertificateExporter;
}

/** Stated options, with the severities of kube-prometheus as defaults. */
export function alertRouting({
  pageSeverity = 'critical',
  ticketSeverity = 'warning',
  labels = {},
  runbookUrl,
  certificates = CertificateExporter.CERT_MANAGER,
}: AlertingOptions): AlertRouting {
  return {
    severities: { page: pageSeverity, ticket: ticketSeverity },
    labels: { ...labels },
    certificates,
    ...(runbookUrl !== undefined && { runbookUrl }),
  };
}
