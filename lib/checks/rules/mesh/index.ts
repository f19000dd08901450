import type { FindingDefinition, Rule } from '../../../errors';
import type { MeshUses } from '../../../emit/mesh';
import type { Edge } from '../../../program';
import { MS4012, MS4012_OF_HALVES } from './ms4012';

/** Rules for calls of microservices, whose pods may be in a mesh. */
export const MESH_CALL_RULES: readonly Rule<Edge>[] = [MS4012];

/** Rules for calls from and to what is outside of the mesh. */
export const MESH_HALF_RULES: readonly Rule<MeshUses>[] = [MS4012_OF_HALVES];

/** Findings about calls between meshes. */
export const MESH_CALL_DEFINITIONS: readonly FindingDefinition[] = MESH_CALL_RULES;
