import * as path from 'node:path';
import { ConformanceError } from './errors';
import { run } from './processes';

/** The top of the repository. */
export const REPOSITORY = path.join(__dirname, '..', '..');

/**
 * Synthesizes the applications of `apps/` into a folder, with the constructs that made each object.
 *
 * @throws ConformanceError with the report when the program has an error
 */
export async function synthesizeApplications(folder: string): Promise<void> {
  const { status, stderr } = await run(process.execPath, ['-r', 'ts-node/register', 'apps/main.ts'], {
    cwd: REPOSITORY,
    env: { CDK8S_OUTDIR: folder, CDK8S_RECORD_CONSTRUCT_METADATA: 'true' },
  });
  if (status !== 0) throw new ConformanceError(`the applications of apps/ cannot be synthesized:\n${stderr}`);
}
