import { AlertRouting, CertificateExporter } from './alerts';

/** How a platform routes alerts. */
export interface AlertingOptions {
  /**
   * Severity of alerts that somebody has to act on now.
   *
   * @default critical
   */
  readonly pageSeverity?: string;

  /**
   * Severity of alerts that somebody has to act on within days.
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
   * Where runbooks are; the name of the alert is appended, as to `https://runbooks.example.com/`.
   *
   * @default - alerts link to none
   */
  readonly runbookUrl?: string;

  /**
   * What says when certificates expire.
   *
   * @default CertificateExporter.CERT_MANAGER
   */
  readonly certificates?: CertificateExporter;
}

/** What is stated, and the severities that kube-prometheus uses where nothing is. */
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
