import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { normalizedPath } from '../../../emit/kubernetes';
import { type Mount, repeated } from '../../../values';

/** A path is mounted twice. */
export const MS1012: Rule<Workload> = {
  code: 'MS1012',
  title: 'a path is mounted twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'Two mounts of a container stand at one path, so one of them would hide the other. Move one of them.',
  reads: 'workload',

  evaluate: ({ containers }) =>
    containers.flatMap(({ name: container, mounts }) =>
      repeated(mounts.map(({ path }) => normalizedPath(path))).map((path) => ({
        message: `${path} is mounted twice`,
        given: `container ${container} mounts ${volumesAt(mounts, path).join(' and ')} there`,
        allowed: 'one volume for each path',
        fix: 'move one of them',
      })),
    ),
};

function volumesAt(mounts: readonly Mount[], path: string): string[] {
  return mounts.filter((mount) => normalizedPath(mount.path) === path).map(({ volume: { name } }) => name);
}
