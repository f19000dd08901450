import type { FindingDefinition } from '../../../../errors';
import { MS5201 } from './ms5201';
import { MS5202 } from './ms5202';
import { MS5203 } from './ms5203';
import { MS5204 } from './ms5204';

export { MS5201, MS5202, MS5204 };
export { MS5203_CONFIG_MAPS, MS5203_OPERATOR } from './ms5203';

/** Findings about dashboards. */
export const DASHBOARD_DEFINITIONS: readonly FindingDefinition[] = [MS5201, MS5202, MS5203, MS5204];
