import type { DeploymentWorkload } from '../../../program';
import { autoscalerAtMax } from './autoscaler-at-max';
import { backlogTooLong } from './backlog-too-long';
import { certificateExpiring } from './certificate-expiring';
import { cpuThrottled } from './cpu-throttled';
import { crashLooping } from './crash-looping';
import { disruptionsBlocked } from './disruptions-blocked';
import { noReadyReplicas } from './no-ready-replicas';
import { outOfMemory } from './out-of-memory';
import { rolloutStuck } from './rollout-stuck';
import { volumeFilling } from './volume-filling';
import { AlertingRule, alertRule, AlertRouting, CertificateExporter } from './routing';
import type { AlertSwitch, StandardAlert } from './standard-alert';

export {
  type AlertingRule,
  alertRule,
  type AlertRouting,
  type AlertStatement,
  CertificateExporter,
  OWNED_ALERT_LABELS,
} from './routing';
export { invalidAlertLabels, MS5101, ROUTING_RULES } from './rules';
export type { AlertSwitch } from './standard-alert';

const STANDARD_ALERTS: Readonly<Record<AlertSwitch, StandardAlert>> = {
  noReadyReplicas,
  crashLooping,
  outOfMemory,
  cpuThrottled,
  rolloutStuck,
  autoscalerAtMax,
  disruptionsBlocked,
  certificateExpiring,
  backlogTooLong,
  volumeFilling,
};

/** The rules of the standard alerts that apply to a microservice and are not switched off. */
export function standardAlerts(facts: DeploymentWorkload, routing: AlertRouting): AlertingRule[] {
  const { alerts } = facts.settings.values;
  return ALERT_SWITCHES.filter((name) => alerts[name] ?? true)
    .flatMap((name) => STANDARD_ALERTS[name].statements(facts, routing.certificates))
    .map((statement) => alertRule(facts, routing, statement));
}

/** Names of the settings that switch alerts. */
export const ALERT_SWITCHES = Object.keys(STANDARD_ALERTS) as AlertSwitch[];

/** Requirement of an alert that the microservice lacks. Undefined where the alert applies. */
export function missingFor(name: AlertSwitch, facts: DeploymentWorkload): string | undefined {
  const { needs, statements } = STANDARD_ALERTS[name];
  // Whether there is a certificate to watch does not depend on who watches it.
  return needs !== undefined && statements(facts, CertificateExporter.CERT_MANAGER).length === 0 ? needs : undefined;
}
