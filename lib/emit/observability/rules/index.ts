import type { FindingDefinition } from '../../../errors';
import { ALERT_DEFINITIONS } from '../alerts/rules';
import { DASHBOARD_DEFINITIONS } from '../dashboards/rules';
import { MS5003 } from './ms5003';

export { MS5003 };
export { MS5003_ADDRESS, MS5003_SELECTOR, MS5003_TARGET_LABELS } from './ms5003';

/** Findings about monitoring, alerts and dashboards. */
export const OBSERVABILITY_DEFINITIONS: readonly FindingDefinition[] = [
  MS5003,
  ...ALERT_DEFINITIONS,
  ...DASHBOARD_DEFINITIONS,
];
