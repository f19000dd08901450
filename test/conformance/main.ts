import * as path from 'node:path';
import { ConformanceError } from './errors';
import { isIsolated, missingIsolation, runIsolated } from './isolation';

/** Runs in namespaces of its own where it can; suites are loaded there, and not twice. */
async function main(): Promise<number> {
  if (!isIsolated() && missingIsolation() === undefined) return runIsolated();
  const { conformance } = (await import(path.join(__dirname, 'conformance'))) as typeof import('./conformance');
  return conformance(process.argv.slice(2));
}

main()
  .catch((error: unknown) => {
    if (!(error instanceof ConformanceError)) throw error;
    process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    return 1;
  })
  .then(
    (status) => process.exit(status),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    },
  );
