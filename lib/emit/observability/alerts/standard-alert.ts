import type { DeploymentWorkload } from '../../../program';
import type { AlertSettings } from '../../../values';
import type { AlertStatement, CertificateExporter } from './routing';

/** Settings that switch an alert. */
export type AlertSwitch = Exclude<keyof AlertSettings, 'labels' | 'jobs'>;

/** An alert that microservices have where it applies to them. */
export interface StandardAlert {
  /** Requirement of the alert, in words. Undefined where it always applies. */
  readonly needs?: string;
  /** Alerts of a microservice, one for each subject. Empty where none applies. */
  readonly statements: (facts: DeploymentWorkload, certificates: CertificateExporter) => AlertStatement[];
}

/** Minutes as Prometheus writes them. */
export function minutes(count: number): string {
  return `${count}m`;
}
