import type { FeatureTable, MeshFeature } from './features';
import { ISTIO_FEATURES } from './istio/features';
import { NO_MESH_FEATURES } from './none/features';

/** What each mesh makes of every feature, by the name of its class. */
export const PROVIDERS: Readonly<Record<string, FeatureTable>> = {
  IstioMesh: ISTIO_FEATURES,
  NoMesh: NO_MESH_FEATURES,
};

/** The meshes that do a feature as it is stated. */
export function providersOf(feature: MeshFeature): string[] {
  return Object.entries(PROVIDERS)
    .filter(([, features]) => features[feature].level === 'exact')
    .map(([name]) => name);
}
