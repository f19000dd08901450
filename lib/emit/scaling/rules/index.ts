import type { FindingDefinition } from '../../../errors';
import { MS6003 } from './ms6003';
import { MS6012 } from './ms6012';

export { MS6003, MS6012 };

/** Findings about autoscalers. */
export const SCALING_DEFINITIONS: readonly FindingDefinition[] = [MS6003, MS6012];
