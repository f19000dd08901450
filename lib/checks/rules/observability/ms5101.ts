import type { Rule } from '../../../errors';
import { invalidAlertLabels, MS5101 } from '../../../emit/observability';
import { DeploymentWorkload, originOf } from '../../../program';

/** Alerts of a microservice can have its labels. */
export const MS5101_MICROSERVICE: Rule<DeploymentWorkload> = {
  ...MS5101,

  evaluate: ({ settings }) =>
    invalidAlertLabels(settings.values.alerts.labels ?? {}, (label) => originOf(settings, `alerts.labels.${label}`)),
};
