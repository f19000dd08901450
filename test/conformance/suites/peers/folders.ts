import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { System } from '../../manifests';

/** Copies the files of a system into a folder of its own, since peers read whatever lies beside and below. */
export function copySystem({ name, folder, objects }: System, parent: string): string {
  const copy = makeFolder(parent, name);
  for (const file of new Set(objects.map((object) => object.file)))
    fs.copyFileSync(path.join(folder, file), path.join(copy, file));
  return copy;
}

/** Writes objects as a system, a file each: JSON is YAML. */
export function writeSystem(name: string, manifests: readonly KubernetesObject[], parent: string): System {
  const folder = makeFolder(parent, name);
  const objects = manifests.map((manifest) => {
    const file = `${manifest.metadata.name}.yaml`;
    fs.writeFileSync(path.join(folder, file), JSON.stringify(manifest, undefined, 2));
    return { manifest, file, line: 1 };
  });
  return { name, folder, objects };
}

function makeFolder(parent: string, name: string): string {
  // A system may lie below another.
  const folder = path.join(parent, name.replaceAll(path.sep, '.'));
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
