import type { FindingDefinition, Rule } from '../../../errors';
import { type EnteredInMesh, MS2052 } from './ms2052';

/** Rules for exposures of microservices in a mesh. */
export const ENTRY_RULES: readonly Rule<EnteredInMesh>[] = [MS2052];

/** Findings about exposures in a mesh. */
export const ENTRY_DEFINITIONS: readonly FindingDefinition[] = ENTRY_RULES;
