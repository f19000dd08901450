import type { Rule } from '../../../errors';
import { invalidAlertLabels, MS5101 } from '../../../emit/observability';
import { originOf, type Workload } from '../../../program';

/** Alerts of a workload can have its labels. */
export const MS5101_WORKLOAD: Rule<Workload> = {
  ...MS5101,

  evaluate: ({ settings }) =>
    invalidAlertLabels(settings.values.alerts.labels ?? {}, (label) => originOf(settings, `alerts.labels.${label}`)),
};
