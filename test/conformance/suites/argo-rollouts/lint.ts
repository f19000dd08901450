import * as path from 'node:path';
import { programPath } from '../../judges';
import type { LocatedObject, System } from '../../manifests';
import { run } from '../../processes';
import { Findings, problemWith } from '../../suite';

/** The linter reads file by file. */
export async function lints({ folder, objects }: System): Promise<Findings> {
  const rollouts = rolloutsAmong(objects);
  const files = [...new Set(rollouts.map(({ file }) => file))];
  const outcomes = await Promise.all(
    files.map(async (file) => ({
      file,
      ...(await run(programPath('kubectl-argo-rollouts'), ['lint', '-f', path.join(folder, file)])),
    })),
  );
  return {
    judged: rollouts.length,
    problems: outcomes
      .filter(({ status }) => status !== 0)
      .map(({ file, stdout, stderr }) =>
        problemWith(
          rollouts.find((rollout) => rollout.file === file)!,
          `kubectl-argo-rollouts lint: ${`${stdout}\n${stderr}`.trim()}`,
        ),
      ),
  };
}

/** The Rollouts among objects. */
export function rolloutsAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.kind === 'Rollout');
}
