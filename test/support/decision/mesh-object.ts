import type { Labels } from './matching';

/** An object of the mesh; what is not understood of it is an error where it would count. */
export interface MeshObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly annotations?: Labels };
  readonly spec: any;
}

/** Such as `Sidecar shop/cart`. */
export function title({ kind, metadata }: MeshObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}
