import type { DeploymentWorkload, Urgency } from '../../../program';

/** Exporter of the expiry times of certificates in Secrets. */
export enum CertificateExporter {
  /** Metrics of cert-manager itself. A Certificate is assumed to have the name of its Secret. */
  CERT_MANAGER = 'cert-manager',

  /** x509-certificate-exporter, which reads the Secrets. */
  X509 = 'x509-certificate-exporter',
}

/** Routing of a platform's alerts, as plain data from the provider. */
export interface AlertRouting {
  /** Value of the label `severity` by urgency. */
  readonly severities: { readonly page: string; readonly ticket: string };
  /** Labels of every alert. */
  readonly labels: Readonly<Record<string, string>>;
  /** Base URL of runbooks, to which the name of the alert is appended, such as `https://runbooks.example.com/`. */
  readonly runbookUrl?: string;
  readonly certificates: CertificateExporter;
}

/** An alert as a rule of Prometheus. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** An alert before it is routed. */
export interface AlertStatement {
  /** Name, by which runbooks and silences know it. */
  readonly alert: string;
  readonly expr: string;
  /** Time that the expression must hold, such as `15m`. The default is at once. */
  readonly for?: string;
  readonly urgency: Urgency;
  /** Labels that tell it from others of the same name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Summary of the problem, in a few words. */
  readonly summary: string;
  /** Reason and remedy. */
  readonly description: string;
}

/**
 * Labels of alerts that users cannot state.
 *
 * Prometheus sets the first, the library the others, and the subject of the alert has the rest.
 */
export const OWNED_ALERT_LABELS = [
  'alertname',
  'severity',
  'namespace',
  'microservice',
  'container',
  'secret',
  'backlog',
  'objective',
] as const;

/**
 * An alert of a microservice, routed: its labels count more than those of the microservice, these more than those of
 * the platform.
 */
export function alertRule(
  { namespace, name, settings }: Pick<DeploymentWorkload, 'namespace' | 'name' | 'settings'>,
  routing: AlertRouting,
  statement: AlertStatement,
): AlertingRule {
  const { alert, expr, urgency, labels, summary, description } = statement;
  return {
    alert,
    expr,
    ...(statement.for !== undefined && { for: statement.for }),
    labels: {
      ...sorted({ ...routing.labels, ...settings.values.alerts.labels, ...labels }),
      severity: routing.severities[urgency],
      namespace,
      microservice: name,
    },
    annotations: {
      summary,
      description,
      ...(routing.runbookUrl !== undefined && { runbook_url: `${routing.runbookUrl}${alert}` }),
    },
  };
}

function sorted(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
