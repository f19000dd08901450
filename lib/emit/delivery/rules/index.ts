import type { FindingDefinition } from '../../../errors';
import { MS6101 } from './ms6101';

export { MS6101 };

/** Findings about deliveries. */
export const DELIVERY_DEFINITIONS: readonly FindingDefinition[] = [MS6101];
