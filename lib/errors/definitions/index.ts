import type { FindingDefinition } from '../definition';
import * as all from './all';

export * from './all';

/** Findings about the program as a whole and about its output. */
export const PROGRAM_DEFINITIONS: readonly FindingDefinition[] = Object.values(all);
