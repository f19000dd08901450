import * as fc from 'fast-check';
import { appOfSystem } from '../../../property/mesh-build';
import { MeshSystem, meshSystems } from '../../../property/mesh-systems';
import { LocatedObject, parseManifests } from '../../manifests';
import { quietly } from '../random-systems/programs';
import { featuresOf } from './features';

/** A system in namespaces, and at addresses outside, of its own, and what the library emits for it. */
export interface PlacedSystem {
  readonly system: MeshSystem;
  readonly objects: readonly LocatedObject[];
}

/** Of so many systems the ones that are made real are chosen. */
const DRAWN = 200;
/**
 * Microservices that run at a time. Each is one or two pods with sidecars, and the kernel lets all suites together run
 * some 60: it gives a user 128 instances of inotify, of which a sidecar takes two.
 */
const MOST_PODS = 12;

/** The systems of a seed that have as many features as so many pods can have, placed apart. */
export function placedSystems(seed: number): PlacedSystem[] {
  return chosen(fc.sample(meshSystems(), { seed, numRuns: DRAWN }), MOST_PODS).map((system, at) => {
    const own = placed(system, at);
    return { system: own, objects: emitted(own, `random-${at}.yaml`) };
  });
}

/** Systems one after the other, each with the most features a pod that the ones before it lack. */
export function chosen(systems: readonly MeshSystem[], mostPods: number): MeshSystem[] {
  const taken: MeshSystem[] = [];
  const has = new Set<string>();
  const gain = (system: MeshSystem) => [...featuresOf(system)].filter((feature) => !has.has(feature)).length;
  for (let left = mostPods; ;) {
    const [best] = systems
      .filter((system) => system.services.length <= left && gain(system) > 0)
      .sort((a, b) => gain(b) - gain(a));
    if (best === undefined) return taken;
    taken.push(best);
    left -= best.services.length;
    featuresOf(best).forEach((feature) => has.add(feature));
  }
}

/** The same system under names and addresses that no other has, in the mesh that really runs. */
function placed({ mesh: { classic }, namespaces, externals, ...system }: MeshSystem, at: number): MeshSystem {
  return {
    ...system,
    mesh: { classic, domain: 'cluster.local' },
    namespaces: namespaces.map((namespace) => `${namespace}-${at}`),
    externals: externals.map((external, each) => ({
      ...external,
      host: /^[\d.]+$/.test(external.host) ? addressOutside(at, each) : `api-${each}.system-${at}.example.com`,
    })),
  };
}

/** The address at which an external service of a system is found, by its name too. */
export function addressOutside(system: number, external: number): string {
  return `198.51.100.${1 + 8 * system + external}`;
}

function emitted(system: MeshSystem, file: string): LocatedObject[] {
  const app = appOfSystem(system);
  return parseManifests(
    quietly(() => app.synthYaml()),
    file,
  );
}
