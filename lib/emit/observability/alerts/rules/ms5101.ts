import { Detail, Rule, Severity } from '../../../../errors';
import { OWNED_ALERT_LABELS } from '../routing';
import type { AlertRouting } from '../routing';
import { holdsTemplate, isLabelName, LABEL_NAMES } from '../../../../values';

const OWNED: readonly string[] = OWNED_ALERT_LABELS;

/** Alerts can have the labels of the platform. */
export const MS5101: Rule<AlertRouting> = {
  code: 'MS5101',
  title: 'invalid label of alerts',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Alerts are routed by labels such as Prometheus accepts: letters, digits and underscores, with values ' +
    'that stand for themselves. Some labels belong to the library: they name the microservice, and the part ' +
    'of it, of an alert.',
  reads: 'labels of alerts',

  evaluate: ({ labels }) => invalidAlertLabels(labels, () => 'platform'),
};

/** Labels that alerts cannot have; `origin` names the scope that states a label. */
export function invalidAlertLabels(
  labels: Readonly<Record<string, string>>,
  origin: (label: string) => string,
): Detail[] {
  return Object.entries(labels).flatMap(([label, value]) =>
    invalidLabel(label, value, `the label ${label}=${value} (${origin(label)})`),
  );
}

function invalidLabel(label: string, value: string, given: string): Detail[] {
  if (OWNED.includes(label))
    return [
      {
        message: `the label ${label} of alerts belongs to the library`,
        given,
        allowed: `labels other than ${OWNED.join(', ')}`,
        fix: 'choose another label',
      },
    ];
  if (!isLabelName(label))
    return [
      {
        message: 'Prometheus refuses the label of an alert',
        given,
        allowed: LABEL_NAMES,
        fix: 'correct the label, as in team or cost_center',
      },
    ];
  // Prometheus refuses a whole file of rules for one invalid template.
  return typeof value === 'string' && value !== '' && !holdsTemplate(value)
    ? []
    : [
        {
          message: "the value of an alert's label is invalid",
          given,
          allowed: 'a text that is not empty, without {{',
          fix: 'state the value itself, or leave the label out',
        },
      ];
}
