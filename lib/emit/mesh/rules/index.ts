import type { FindingDefinition } from '../../../errors';
import { MS2024 } from './ms2024';

export { MS2024 };

/** Findings about meshes. */
export const MESH_DEFINITIONS: readonly FindingDefinition[] = [MS2024];
