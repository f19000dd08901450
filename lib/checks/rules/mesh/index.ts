import type { FindingDefinition, Rule } from '../../../errors';
import type { Edge } from '../../../program';
import { MS4012 } from './ms4012';

/** Rules for calls of microservices, whose pods may be in a mesh. */
export const MESH_CALL_RULES: readonly Rule<Edge>[] = [MS4012];

/** Findings about calls between meshes. */
export const MESH_CALL_DEFINITIONS: readonly FindingDefinition[] = MESH_CALL_RULES;
