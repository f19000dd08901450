import type { Problem } from '../../../errors';
import { OWNED_ALERT_LABELS } from './routing';

const OWNED: readonly string[] = OWNED_ALERT_LABELS;

/** Problems of the labels that are added to all alerts. */
export function alertLabelProblems(
  labels: Readonly<Record<string, string>>,
  said: (label: string) => string,
): Problem[] {
  return Object.entries(labels).flatMap(([label, value]) =>
    labelProblems(label, value, `the label ${label}=${value} (${said(label)})`),
  );
}

function labelProblems(label: string, value: string, given: string): Problem[] {
  if (OWNED.includes(label)) {
    return [
      {
        code: 'MS5101',
        message: `alerts have a label ${label} of their own`,
        given,
        allowed: `labels other than ${OWNED.join(', ')}`,
        fix: 'choose another label',
      },
    ];
  }
  if (!isLabelName(label)) {
    return [
      {
        code: 'MS5101',
        message: 'Prometheus refuses the label of an alert',
        given,
        allowed: 'letters, digits and underscores, no digit first, no two underscores first',
        fix: 'correct the label, as in team or cost_center',
      },
    ];
  }
  // A template that cannot be evaluated would spoil the whole file of rules.
  if (typeof value !== 'string' || value === '' || value.includes('{{')) {
    return [
      {
        code: 'MS5101',
        message: "the value of an alert's label is none",
        given,
        allowed: 'a text that is not empty, without {{',
        fix: 'state the value itself, or leave the label out',
      },
    ];
  }
  return [];
}

/** Labels that people may set: those with two underscores are Prometheus' own. */
export function isLabelName(label: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) && !label.startsWith('__');
}

/** Names of metrics. */
export function isMetricName(metric: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(metric);
}
