import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { json } from 'node:stream/consumers';
import { prepareSuite, SCRATCH } from './isolation';
import { LOGS, runSuite } from './runner';
import { Assignment, FAILED } from './suite-process';
import { SUITES } from './suites';

/** The niceness of suites that compute, so that the timings of the others hold. */
const NICE = 5;

/** Runs the one suite that standard input tells of. */
async function main(): Promise<number> {
  const { suite: name, isIsolated, ...options } = (await json(process.stdin)) as Assignment;
  const suite = SUITES.find((each) => each.name === name)!;
  if (suite.load.cores >= 1) os.setPriority(NICE);
  if (isIsolated) prepareSuite();
  const isGood = await runSuite(suite, { ...options, print: (text) => process.stdout.write(`${text}\n`) });
  const logs = path.join(SCRATCH, 'logs');
  // They end with the namespaces.
  if (!isGood && isIsolated) fs.cpSync(logs, path.join(options.results, LOGS), { recursive: true });
  return isGood ? 0 : FAILED;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
