import { mountsOf, normalizedPath } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isWrittenByKubelet, type Mount } from '../../../values';

/** A mount inside of another one that nobody can write to. */
export const MS1102: Rule<Workload> = {
  code: 'MS1102',
  title: 'a mount stands in a read-only place',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The runtime makes the file or folder that something is mounted at. It cannot inside of another mount that is ' +
    'read-only, as files of ConfigMaps, Secrets and images are, and the container does not start. A projected volume ' +
    'shows several sources in one folder. Acknowledge it where the volume holds that file or folder already.',
  reads: 'mounts of the workload',

  evaluate: ({ containers, settings }) =>
    containers.flatMap((container) => {
      const mounts = mountsOf(container, settings.values.security.readOnlyRootFilesystem ?? true);
      const byPath = new Map(mounts.map((mount) => [normalizedPath(mount.path), mount]));
      return mounts.flatMap((mount): Detail[] => {
        const around = readOnlyAround(mount, byPath);
        return around === undefined
          ? []
          : [
              {
                message: `${mount.path} cannot be mounted inside of ${around.path}`,
                given: `container ${container.name} mounts ${around.volume.name} at ${around.path}, read-only`,
                allowed: 'mounts in folders of the image, and in volumes that can be written to',
                fix: 'mount it elsewhere, or show both in one folder by Volume.projected()',
              },
            ];
      });
    }),
};

/** The read-only mount that a mount stands in: the innermost one counts. */
function readOnlyAround({ path }: Mount, byPath: ReadonlyMap<string, Mount>): Mount | undefined {
  const innermost = foldersOf(normalizedPath(path)).find((folder) => byPath.has(folder));
  const around = innermost === undefined ? undefined : byPath.get(innermost);
  return around !== undefined && (around.readOnly || isWrittenByKubelet(around.volume._source)) ? around : undefined;
}

/** Folders that a path is in, the innermost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, parts.length - at - 1).join('/')).filter((folder) => folder !== '');
}
