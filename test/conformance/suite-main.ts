import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { json } from 'node:stream/consumers';
import { prepareSuite, SCRATCH } from './isolation';
import { LOGS, runSuite } from './runner';
import type { Suite } from './suite';
import { Assignment, FAILED } from './suite-process';

/** Niceness of suites that compute, so that the timings of the others hold. */
const NICE = 5;

/** Runs the suite that standard input names. */
async function main(): Promise<number> {
  const { suite: name, isIsolated, ...options } = (await json(process.stdin)) as Assignment;
  const suite = await load(name);
  if (suite.load.cores >= 1) os.setPriority(NICE);
  if (isIsolated) prepareSuite();
  const isGood = await runSuite(suite, { ...options, print: (text) => process.stdout.write(`${text}\n`) });
  const logs = path.join(SCRATCH, 'logs');
  // They end with the namespaces.
  if (!isGood && isIsolated) fs.cpSync(logs, path.join(options.results, LOGS), { recursive: true });
  return isGood ? 0 : FAILED;
}

/** Loads one suite alone, since all of them take a second. */
async function load(name: string): Promise<Suite> {
  const exported = (await import(`./suites/${name}`)) as Readonly<Record<string, Suite>>;
  return Object.values(exported).find((each) => each.name === name)!;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
