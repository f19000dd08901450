import * as fc from 'fast-check';
import { appOfSystem } from '../../../property/mesh-build';
import { MeshSystem, meshSystems } from '../../../property/mesh-systems';
import { LocatedObject, parseManifests } from '../../manifests';
import { quietly } from '../random-systems/programs';
import { featuresOf, NEEDED } from './features';

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

/** Outweighs all other features of a system. */
const FIRST = 1_000;

/** The systems of a seed that have as many features as so many pods can have, placed apart. */
export function placedSystems(seed: number): PlacedSystem[] {
  return drawnSystems(seed).map((system, at) => ({ system, objects: emitted(system, `random-${at}.yaml`) }));
}

/** The systems of a seed before anything is emitted. */
export function drawnSystems(seed: number): MeshSystem[] {
  return chosen(fc.sample(meshSystems(), { seed, numRuns: DRAWN }), MOST_PODS).map(placed);
}

/** Systems in turn, each with the most features that those before it lack. Features of planted faults come first. */
export function chosen(systems: readonly MeshSystem[], mostPods: number): MeshSystem[] {
  const candidates = systems.map((system) => ({ system, features: [...featuresOf(system)] }));
  const taken: MeshSystem[] = [];
  const has = new Set<string>();
  for (let left = mostPods; ;) {
    const fitting = candidates.filter(({ system }) => system.services.length <= left);
    const gains = fitting.map(({ features }) => gainOf(features.filter((feature) => !has.has(feature))));
    const most = Math.max(0, ...gains);
    if (most === 0) return taken;
    const { system, features } = fitting[gains.indexOf(most)]!;
    taken.push(system);
    left -= system.services.length;
    features.forEach((feature) => has.add(feature));
  }
}

function gainOf(features: readonly string[]): number {
  return features.length + FIRST * features.filter((feature) => NEEDED.includes(feature)).length;
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
