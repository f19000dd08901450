import type { FindingDefinition } from '../../../errors';
import { MS7008 } from './ms7008';

export { MS7008 };

/** Findings about providers of functions. */
export const FUNCTION_DEFINITIONS: readonly FindingDefinition[] = [MS7008];
