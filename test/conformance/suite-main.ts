import { once } from 'node:events';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { prepareSuite, SCRATCH } from './isolation';
import { LOGS, runSuite } from './runner';
import type { Suite } from './suite';
import { Assignment, FAILED } from './suite-process';

/** Niceness of suites that compute, so that the timings of the others hold. */
const NICE = 5;

/** Runs the suite that standard input names. */
async function main(): Promise<number> {
  const input = createInterface(process.stdin);
  const [line] = (await once(input, 'line')) as [string];
  // The run holds standard input open: its end tells that the run is gone.
  input.once('close', () => process.exit(1));
  const { suite: name, isIsolated, ...options } = JSON.parse(line) as Assignment;
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
