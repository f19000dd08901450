import type { FindingDefinition, Rule } from '../../../../errors';
import type { AlertRouting } from '../routing';
import { MS5003_ROUTING } from './ms5003';
import { invalidAlertLabels, MS5101 } from './ms5101';

export { invalidAlertLabels, MS5101 };

/** Rules for the routing of alerts. */
export const ROUTING_RULES: readonly Rule<AlertRouting>[] = [MS5003_ROUTING, MS5101];

/** Findings about alerts. */
export const ALERT_DEFINITIONS: readonly FindingDefinition[] = [MS5101];
