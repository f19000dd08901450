import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { describeProblems, titleOf } from './describe';
import { kindOf, Kinds } from './kinds';
import { recordWritten } from './written';

export { allowInvalidManifests } from './rendered';

/** An object as it was synthesized. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** A type all of whose fields are there: reading through one that is missing fails the test, as it should. */
export type Parsed<T> = T extends readonly (infer Item)[]
  ? readonly Parsed<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]-?: Parsed<NonNullable<T[Field]>> }
    : T;

/** Reasons of a cluster to refuse a manifest. Empty for a valid one. */
export function validateManifest(manifest: unknown): string[] {
  return describeProblems(manifest);
}

/** Fails unless a cluster would admit every object. */
export function expectValid(manifests: readonly unknown[]): void {
  expect(manifests.flatMap(validateManifest)).toEqual([]);
}

/**
 * Manifests of an app, all of them valid. Takes the objects that an app hands to its YAML writer, since writing and
 * parsing costs more than all the rest; manifests.test.ts compares both.
 */
export function synthesize(app: App): ManifestObject[] {
  const manifests = recordWritten(() => app.synthYaml())
    .filter((object) => object !== undefined)
    .map(asWritten) as ManifestObject[];
  expectValid(manifests);
  return manifests;
}

/** A copy of a value that reads the same after YAML. Throws for one that would not. */
function asWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asWritten);
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, asWritten(inner)]));
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
  throw new Error(`a manifest cannot contain a ${typeof value === 'object' ? value.constructor.name : typeof value}`);
}

/** Manifests of a chart or an application stack, all of them valid. */
export function manifestsOf(chart: Chart): ManifestObject[] {
  const manifests = Testing.synth(chart) as ManifestObject[];
  expectValid(manifests);
  return manifests;
}

/** Every object in the YAML files of a folder and of those below it, all of them valid. */
export function readManifests(folder: string): ManifestObject[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => parseManifests(fs.readFileSync(path.join(folder, file), 'utf8')));
}

/** All objects of a kind. */
export function all<K extends keyof Kinds>(manifests: readonly ManifestObject[], kind: K): Parsed<Kinds[K]>[] {
  return manifests.filter((manifest) => kindOf(manifest) === kind) as unknown as Parsed<Kinds[K]>[];
}

/** The one object of a kind that there is. */
export function only<K extends keyof Kinds>(manifests: readonly ManifestObject[], kind: K): Parsed<Kinds[K]> {
  return one(manifests, (manifest) => kindOf(manifest) === kind, kind);
}

/** The object of a kind and a name, which is `name` or, where several namespaces have it, `namespace/name`. */
export function find<K extends keyof Kinds>(
  manifests: readonly ManifestObject[],
  kind: K,
  name: string,
): Parsed<Kinds[K]> {
  return one(
    manifests,
    (manifest) =>
      [manifest.metadata.name, `${manifest.metadata.namespace}/${manifest.metadata.name}`].includes(name) &&
      kindOf(manifest) === kind,
    `${kind} ${name}`,
  );
}

function one<T>(manifests: readonly ManifestObject[], is: (manifest: ManifestObject) => boolean, wanted: string): T {
  const found = manifests.filter(is);
  if (found.length !== 1)
    throw new Error(`there are ${found.length} of ${wanted} among:\n  ${manifests.map(titleOf).join('\n  ')}`);
  return found[0] as unknown as T;
}

/** Manifests in YAML, all of them valid. */
export function parseManifests(text: string): ManifestObject[] {
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  const manifests = [...documents]
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0]!;
      return document.toJS() as ManifestObject | null;
    })
    .filter((manifest) => manifest !== null);
  expectValid(manifests);
  return manifests;
}

/** Workloads that run all the time: Deployments, and others whose templates are the same. */
export function workloadsOf(manifests: readonly ManifestObject[]): Parsed<Kinds['Deployment']>[] {
  const others = [...all(manifests, 'Rollout'), ...all(manifests, 'StatefulSet'), ...all(manifests, 'DaemonSet')];
  return [...all(manifests, 'Deployment'), ...(others as unknown as Parsed<Kinds['Deployment']>[])];
}
