import { createHash } from 'node:crypto';
import { normalizedPath } from '../../emit/kubernetes';
import type { Detail } from '../../errors';
import { type ConfigFileFacts, type ConfigFilesFacts, type ConfigObjectFacts, MOST_CONFIG_BYTES } from '../../program';
import { ConfigFile, type ContainerFacts, type Mount, Volume } from '../../values';
import { contentOfFile, type FileContent, pathFault } from './file-content';

/** A file of a container with its content. */
interface Placed {
  readonly container: string;
  readonly path: string;
  readonly mode?: number;
  /** Folder that is mounted as a whole. */
  readonly folder?: string;
  readonly immutable: boolean;
  readonly content: FileContent;
}

/** A file with the key of its content. */
interface Keyed extends Placed {
  readonly key: string;
}

/** Hexadecimal digits of the hash in a name: 40 bits tell the contents of a workload apart. */
const HASH_LENGTH = 10;

/** Longest key that tells its path: keys have 253 characters, with a number behind it. */
const LONGEST_KEY = 240;

/** Resolves the files of a workload: the ConfigMaps that hold them, and the mounts that show them. */
export function withConfigFiles(
  name: string,
  containers: readonly ContainerFacts[],
): { readonly containers: ContainerFacts[]; readonly configFiles: ConfigFilesFacts } {
  const stated = containers.map((container) => placedIn(container));
  const keyed = withKeys(stated.flatMap(({ files }) => files));
  const [changing, fixed] = [false, true].map((immutable) => objectOf(name, immutable, keyed));
  const nameOf = ({ immutable }: Placed) => (immutable ? fixed : changing)!.name;
  const mountsOf = mounter(keyed, nameOf);
  return {
    containers: containers.map((container) => ({
      ...container,
      mounts: [...container.mounts.filter((mount) => !isConfigFile(mount)), ...mountsOf(container.name)],
    })),
    configFiles: {
      files: keyed.map((file): ConfigFileFacts => ({
        container: file.container,
        path: file.path,
        key: file.key,
        objectName: nameOf(file),
        size: file.content.size,
        ...(file.content.text !== undefined && { text: file.content.text }),
      })),
      objects: [changing!, fixed!].filter(({ data, binaryData }) => Object.keys({ ...data, ...binaryData }).length > 0),
      faults: stated.flatMap(({ faults }) => faults),
    },
  };
}

function isConfigFile(mount: Mount): mount is ConfigFile {
  return mount instanceof ConfigFile;
}

function placedIn({ name, mounts }: ContainerFacts): { files: Placed[]; faults: Detail[] } {
  const files: Placed[] = [];
  const faults: Detail[] = [];
  const stated = mounts.filter(isConfigFile);
  for (const file of stated) {
    const content = pathFault(file, name) ?? contentOfFile(file);
    if ('message' in content) faults.push(content);
    else files.push(placed(name, file, content));
  }
  const folders = files.flatMap(({ folder }) => (folder === undefined ? [] : [folder])).sort();
  const inFolders = files.map((file) => {
    // The outermost one holds those inside of it.
    const folder = folders.find((each) => file.path.startsWith(each === '/' ? each : `${each}/`));
    return folder === undefined ? file : { ...file, folder };
  });
  const fixed = new Set(inFolders.flatMap(({ folder, immutable }) => (immutable ? [folder] : [])));
  fixed.delete(undefined);
  return { files: inFolders.map((file) => ({ ...file, immutable: file.immutable || fixed.has(file.folder) })), faults };
}

function placed(container: string, { path: stated, _options: options }: ConfigFile, content: FileContent): Placed {
  const path = normalizedPath(stated);
  return {
    container,
    path,
    content,
    immutable: options.immutable ?? false,
    ...(options.mode !== undefined && { mode: options.mode }),
    ...(options.wholeFolder && { folder: path.slice(0, path.lastIndexOf('/')) || '/' }),
  };
}

/** Gives each content a key: the same one in every container that has it at the same path. */
function withKeys(files: readonly Placed[]): Keyed[] {
  const taken = new Map<string, string>();
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((file) => {
      const content = sha256(file.content.bytes);
      const id = JSON.stringify([file.path, content, file.mode ?? null]);
      let key = keyOf(file.path);
      for (let count = 2; (taken.get(key) ?? id) !== id; count += 1) key = `${keyOf(file.path)}-${count}`;
      taken.set(key, id);
      return { ...file, key };
    });
}

/** Key that tells the path: no key begins with two dots. */
function keyOf(path: string): string {
  const key = path
    .slice(1)
    .replaceAll('/', '.')
    .replace(/[^-._a-zA-Z0-9]/g, '_')
    .replace(/^\.\./, '_.');
  return key.length <= LONGEST_KEY ? key : sha256(key);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function objectOf(workload: string, immutable: boolean, all: readonly Keyed[]): ConfigObjectFacts {
  const files = all.filter((file) => file.immutable === immutable);
  const contents = new Map(files.map(({ key, content }) => [key, content]));
  const size = [...contents.values()].reduce((sum, content) => sum + content.size, 0);
  // One that is too large is reported, and stays empty.
  const entries = size > MOST_CONFIG_BYTES ? [] : [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
  const data = Object.fromEntries(entries.flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text]])));
  const binaryData = Object.fromEntries(
    entries.flatMap(([key, { text, bytes }]) => (text === undefined ? [[key, bytes.toString('base64')]] : [])),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([data, binaryData]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return { name: `${workload}-files${immutable ? `-${hash}` : ''}`, immutable, data, binaryData };
}

/** Mounts of the files of a container: each alone, and folders as a whole. */
function mounter(all: readonly Keyed[], nameOf: (file: Placed) => string): (container: string) => Mount[] {
  const alone = (immutable: boolean) => {
    const files = all.filter((file) => file.folder === undefined && file.immutable === immutable);
    return files.length === 0
      ? undefined
      : volume(`config-files${immutable ? '-immutable' : ''}`, nameOf(files[0]!), files, ({ key }) => key);
  };
  const [changing, fixed] = [alone(false), alone(true)];
  const folders = new Map<string, Volume>();
  const folderVolume = (folder: string, files: readonly Keyed[]): Volume => {
    const id = JSON.stringify([folder, files.map(({ key, path }) => [key, path])]);
    const known = folders.get(id);
    if (known !== undefined) return known;
    const start = folder === '/' ? 1 : folder.length + 1;
    const made = volume(`config-files-${folders.size + 1}`, nameOf(files[0]!), files, ({ path }) => path.slice(start), {
      always: true,
    });
    folders.set(id, made);
    return made;
  };
  return (container) => {
    const files = all.filter((file) => file.container === container);
    const inFolders = [...new Set(files.flatMap(({ folder }) => (folder === undefined ? [] : [folder])))].sort();
    return [
      ...files
        .filter(({ folder }) => folder === undefined)
        .map(({ path, key, immutable }) => (immutable ? fixed : changing)!.at(path, { subPath: key })),
      ...inFolders.map((folder) =>
        folderVolume(
          folder,
          files.filter((file) => file.folder === folder),
        ).at(folder),
      ),
    ];
  };
}

/** A volume of files: it names them where it shows them under other names, or with permissions of their own. */
function volume(
  name: string,
  objectName: string,
  files: readonly Keyed[],
  pathOf: (file: Keyed) => string,
  { always = false } = {},
): Volume {
  const modes = Object.fromEntries(files.flatMap(({ key, mode }) => (mode === undefined ? [] : [[key, mode]])));
  const named = always || Object.keys(modes).length > 0;
  return Volume._of(name, {
    kind: 'configMap',
    objectName,
    options: named ? { items: Object.fromEntries(files.map((file) => [file.key, pathOf(file)])) } : {},
    ...(named && { modes }),
  });
}
