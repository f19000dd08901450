import type { Mesh } from '../../../emit/mesh';
import type { FunctionFacts } from '../../../program';

/** A function, whose pods are in no mesh, and the mesh of its platform. */
export interface FunctionBesideMesh {
  readonly mesh: Mesh;
  readonly facts: Pick<FunctionFacts, 'name' | 'outbound' | 'inbound'>;
}
