import type { DeploymentWorkload, Urgency } from '../../../program';

/** What says when the certificates of Secrets expire. */
export enum CertificateExporter {
  /** cert-manager itself; a Certificate is taken to be named as its Secret. */
  CERT_MANAGER = 'cert-manager',

  /** x509-certificate-exporter, which reads the Secrets. */
  X509 = 'x509-certificate-exporter',
}

/** How a platform routes alerts: plain data from the provider. */
export interface AlertRouting {
  /** Value of the label `severity` by urgency. */
  readonly severities: { readonly page: string; readonly ticket: string };
  /** Labels of every alert. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the name of an alert is appended to, as in `https://runbooks.example.com/`. */
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

/** What an alert says, before it is routed. */
export interface AlertStatement {
  /** Name, by which runbooks and silences know it. */
  readonly alert: string;
  readonly expr: string;
  /** How long the expression has to hold, as in `15m`; it fires at once where nothing is said. */
  readonly for?: string;
  readonly urgency: Urgency;
  /** Labels that tell it from others of the same name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What is wrong, in a few words. */
  readonly summary: string;
  /** Why it matters and what to do. */
  readonly description: string;
}

/**
 * Labels of alerts that nobody else may state: Prometheus sets the first, the library the others, and what an alert is
 * about has the rest.
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

/** A text that stands for itself where Prometheus looks for templates. */
export function literal(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}

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
