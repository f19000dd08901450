import type { Mesh } from '../../../emit/mesh';
import type { FunctionWorkload } from '../../../program';

/** A function, whose pods are in no mesh, and the mesh of its platform. */
export interface FunctionBesideMesh {
  readonly mesh: Mesh;
  readonly facts: Pick<FunctionWorkload, 'name' | 'outbound' | 'inbound'>;
}
