import * as fs from 'node:fs';
import * as path from 'node:path';
import { LineCounter, parseAllDocuments } from 'yaml';
import { ConformanceError } from './errors';
import type { KubernetesObject } from './cluster/kubernetes-object';

/** An object, and where it comes from. */
export interface LocatedObject {
  readonly manifest: KubernetesObject;
  /** The file, below the folder that was read. */
  readonly file: string;
  readonly line: number;
  /** The construct that made it, where `construct-metadata.json` says which. */
  readonly construct?: string;
  /** Its YAML, for a server that is to read it itself. */
  readonly text?: string;
}

/** A set of manifests that is applied together. */
export interface System {
  readonly name: string;
  readonly folder: string;
  readonly objects: readonly LocatedObject[];
}

/**
 * Every folder below `root` that holds manifests is a system of its own.
 *
 * @throws ConformanceError when there is none, or when a file does not hold Kubernetes objects
 */
export function readSystems(root: string): System[] {
  if (!fs.existsSync(root))
    throw new ConformanceError(`there is no folder ${root}`, 'name the folder of the manifests: --manifests FOLDER');
  const folders = fs.statSync(root).isDirectory()
    ? [root, ...subfolders(root)].filter((folder) => manifestFiles(folder, false).length > 0)
    : [];
  if (folders.length === 0)
    throw new ConformanceError(
      `${root} holds no manifests`,
      'synthesize first, or name another folder: --manifests FOLDER',
    );
  return folders.map((folder) => {
    const objects = manifestFiles(folder, false).flatMap((file) => readFile(folder, file, constructsOf(folder)));
    if (objects.length === 0) throw new ConformanceError(`${folder} holds manifests without objects`);
    return { name: path.relative(root, folder) || path.basename(root), folder, objects };
  });
}

/**
 * Every object in the YAML files of a folder and of those below it.
 *
 * @throws ConformanceError when a file does not hold Kubernetes objects
 */
export function readManifests(folder: string): LocatedObject[] {
  return manifestFiles(folder, true).flatMap((file) => readFile(folder, file, new Map()));
}

/**
 * Every object in a YAML text.
 *
 * @throws ConformanceError when it does not hold Kubernetes objects
 */
export function parseManifests(
  text: string,
  file: string,
  constructs: ReadonlyMap<string, string> = new Map(),
): LocatedObject[] {
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter: lines })];
  return documents.flatMap((document) => {
    const line = lines.linePos(document.contents?.range?.[0] ?? document.range[0]).line;
    const [error] = document.errors;
    if (error !== undefined) throw new ConformanceError(`${file}: ${error.message}`);
    const manifest = document.toJS() as KubernetesObject | null;
    if (manifest === null) return [];
    if (!isObject(manifest))
      throw new ConformanceError(
        `${file}:${line}: this is no Kubernetes object: apiVersion, kind and metadata.name are needed`,
      );
    return [{ manifest, file, line, construct: constructs.get(manifest.metadata.name) }];
  });
}

function subfolders(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function manifestFiles(folder: string, recursive: boolean): string[] {
  return fs
    .readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
}

function readFile(folder: string, file: string, constructs: ReadonlyMap<string, string>): LocatedObject[] {
  try {
    return parseManifests(fs.readFileSync(path.join(folder, file), 'utf8'), file, constructs);
  } catch (error) {
    throw new ConformanceError(path.join(folder, (error as Error).message));
  }
}

function isObject(value: any): boolean {
  return (
    typeof value.apiVersion === 'string' && typeof value.kind === 'string' && typeof value.metadata?.name === 'string'
  );
}

/**
 * The constructs that stand behind names; the file names one object's construct for each, and its parent made them all.
 */
function constructsOf(folder: string): ReadonlyMap<string, string> {
  const file = path.join(folder, 'construct-metadata.json');
  if (!fs.existsSync(file)) return new Map();
  const { resources } = JSON.parse(fs.readFileSync(file, 'utf8')) as { resources: Record<string, { path: string }> };
  return new Map(Object.entries(resources).map(([name, { path: construct }]) => [name, path.posix.dirname(construct)]));
}
