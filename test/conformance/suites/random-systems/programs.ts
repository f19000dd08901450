import * as fc from 'fast-check';
import { App } from '../../../../lib';
import { build } from '../../../property/build-program';
import type { ProgramSpec } from '../../../property/program-spec';
import { programs } from '../../../property/programs';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { LocatedObject, parseManifests } from '../../manifests';

/** Output of a random program, and its Kubernetes version. */
export interface RandomSystem {
  readonly version: string;
  readonly objects: readonly LocatedObject[];
}

/** The same programs for the same seed. */
export function randomPrograms(seed: number, count: number): ProgramSpec[] {
  return fc.sample(programs(), { seed, numRuns: count });
}

/** Output of a program, and the cluster facts that it states. */
export function randomSystem(spec: ProgramSpec, at: number): RandomSystem {
  const app = new App({ outdir: 'nowhere' });
  build(app, spec);
  const file = `program-${at}.yaml`;
  const present = [...existingNamespaces(spec), PRIORITY_CLASS].map((manifest): LocatedObject => ({
    manifest,
    file,
    line: 1,
  }));
  return {
    version: spec.version,
    objects: [
      ...present,
      ...parseManifests(
        quietly(() => app.synthYaml()),
        file,
      ),
    ],
  };
}

/** A class that programs name and do not make. */
const PRIORITY_CLASS: KubernetesObject = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'high' },
  value: 1000,
};

function existingNamespaces({ stacks }: ProgramSpec): KubernetesObject[] {
  return stacks
    .filter(({ existing }) => existing)
    .map(({ namespace, podSecurity }) => namespaceOf(namespace, podSecurity));
}

function namespaceOf(name: string, podSecurity: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': podSecurity } },
  };
}

/** Warnings about thousands of programs would bury the table. */
export function quietly<T>(action: () => T): T {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    return action();
  } finally {
    process.stderr.write = write;
  }
}
