import type { FeatureSupport, PolicyName } from '../../program';
import type { FeatureTable, MeshFeature } from './features';
import { ISTIO_FEATURES } from './istio/features';
import { ISTIO_POLICY_SUPPORT } from './istio/policies';
import { NO_MESH_FEATURES } from './none/features';
import { NO_MESH_POLICIES } from './none/policies';

/** Features of each mesh, by the name of its class. */
export const PROVIDERS: Readonly<Record<string, FeatureTable>> = {
  IstioMesh: ISTIO_FEATURES,
  NoMesh: NO_MESH_FEATURES,
};

/** Names of the meshes that support a feature exactly. */
export function providersOf(feature: MeshFeature): string[] {
  return Object.entries(PROVIDERS)
    .filter(([, features]) => features[feature].level === 'exact')
    .map(([name]) => name);
}

/** Support of each policy of calls, by the name of the class of a mesh. */
export const POLICY_PROVIDERS: Readonly<Record<string, Readonly<Record<PolicyName, FeatureSupport>>>> = {
  IstioMesh: ISTIO_POLICY_SUPPORT,
  NoMesh: NO_MESH_POLICIES,
};

/** Names of the meshes that support a policy exactly. */
export function providersOfPolicy(policy: PolicyName): string[] {
  return Object.entries(POLICY_PROVIDERS)
    .filter(([, policies]) => policies[policy].level === 'exact')
    .map(([name]) => name);
}
