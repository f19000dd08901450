import type { FindingDefinition, Rule } from '../../../errors';
import { MS1088 } from './ms1088';
import { MS2024 } from './ms2024';
import { MS4001 } from './ms4001';
import { MS4002 } from './ms4002';
import { MS4011 } from './ms4011';
import { MS5006 } from './ms5006';
import type { MeshUses } from './uses';

export type { MeshUses } from './uses';

export { MS1088, MS2024, MS4001, MS4011, MS5006 };

/** Rules for features of meshes. */
export const MESH_RULES: readonly Rule<MeshUses>[] = [MS4001, MS4002];

/** Findings about meshes. */
export const MESH_DEFINITIONS: readonly FindingDefinition[] = [MS1088, MS2024, ...MESH_RULES, MS4011, MS5006];
