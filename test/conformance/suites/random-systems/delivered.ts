import * as fc from 'fast-check';
import { deliveries, DeliverySpec, stated } from '../../../property/deliveries';
import { appOfSystem } from '../../../property/mesh-build';
import { MeshSystem, meshSystems } from '../../../property/mesh-systems';
import { parseManifests } from '../../manifests';
import { quietly, RandomSystem } from './programs';

/** Any version that the newest API server judges. */
const NEWER = '1.36';

/** A random system, and how new versions of it come out. */
export type DeliveredSpec = readonly [MeshSystem, DeliverySpec];

/** The same systems for the same seed. */
export function randomDeliveries(seed: number, count: number): DeliveredSpec[] {
  return fc.sample(fc.tuple(meshSystems(), deliveries()), { seed, numRuns: count });
}

/** Manifests of a system under its controller, in namespaces of its own. */
export function deliveredSystem([system, spec]: DeliveredSpec, at: number): RandomSystem {
  const own = { ...system, namespaces: system.namespaces.map((namespace) => `${namespace}-${at}`) };
  const { delivery, rolloutOf } = stated(own, spec);
  const app = appOfSystem(own, { delivery, rolloutOf, acknowledged: ['MS6109', 'MS6112', 'MS6141'] });
  return {
    version: NEWER,
    objects: parseManifests(
      quietly(() => app.synthYaml()),
      `delivered-${at}.yaml`,
    ),
  };
}
