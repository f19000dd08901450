import type { DeploymentWorkload } from '../../../program';
import type { AlertSettings } from '../../../values';
import type { AlertStatement, CertificateExporter } from './routing';

/** Settings that switch an alert. */
export type AlertSwitch = Exclude<keyof AlertSettings, 'labels'>;

/** An alert that microservices have where it applies to them. */
export interface StandardAlert {
  /** What a microservice needs for the alert to apply; nothing where it always does. */
  readonly needs?: string;
  /** What it says, once for each thing that is watched; nothing where it does not apply. */
  readonly statements: (facts: DeploymentWorkload, certificates: CertificateExporter) => AlertStatement[];
}

/** Minutes as Prometheus writes them. */
export function minutes(count: number): string {
  return `${count}m`;
}
