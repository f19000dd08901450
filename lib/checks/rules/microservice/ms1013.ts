import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

/** Invalid path of a mount. */
export const MS1013: Rule<Workload> = {
  code: 'MS1013',
  title: 'invalid path of a mount',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'Mount paths are absolute and hold no colon; paths inside of a volume are relative and hold no `..`.',
  reads: 'workload',

  evaluate: ({ containers }) =>
    containers.flatMap(({ name: container, mounts }) => [
      ...mounts
        .filter(({ path }) => !/^\/[^:]*$/.test(path))
        .map(({ path }) => ({
          message: 'Kubernetes refuses the path of a mount',
          given: `container ${container} mounts '${path}'`,
          allowed: 'an absolute path without a colon',
          fix: 'state the whole path, from /',
        })),
      ...mounts
        .filter(({ subPath }) => subPath !== undefined && isOutside(subPath))
        .map(({ path, subPath }) => ({
          message: 'Kubernetes refuses the path inside of a volume',
          given: `container ${container} mounts '${subPath}' at '${path}'`,
          allowed: 'a relative path without ..',
          fix: 'state the path from the root of the volume',
        })),
    ]),
};

function isOutside(subPath: string): boolean {
  return subPath === '' || subPath.startsWith('/') || subPath.split('/').includes('..');
}
