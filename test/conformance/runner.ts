import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import type { System } from './manifests';
import { junit } from './report/junit';
import { isGood, row } from './report/table';
import type { Context, Findings, Judgement, PlantedDefect, Suite } from './suite';

/** Folder of the results that keeps the logs of judges after a failure. */
export const LOGS = 'judges-logs';

/** Shared context of all suites of a run. */
export interface RunOptions {
  readonly systems: readonly System[];
  readonly applications: boolean;
  readonly seed: number;
  readonly runs: number;
  /** Folder of scratch files, one folder in it for each suite. */
  readonly scratch: string;
  /** Folder of the JUnit files. */
  readonly results: string;
  readonly print: (text: string) => void;
}

/** Runs a suite, prints its table and writes its JUnit file; says whether everything it judged was good. */
export async function runSuite(
  suite: Suite,
  { systems, applications, seed, runs, scratch, results, print }: RunOptions,
): Promise<boolean> {
  const judgements: Judgement[] = [];
  const judge = async (subject: string, statement: string, judged: () => Promise<Findings>): Promise<void> => {
    const start = performance.now();
    const findings = await judged().catch(failed);
    const judgement = {
      suite: suite.name,
      subject,
      statement,
      ...findings,
      seconds: (performance.now() - start) / 1000,
    };
    judgements.push(judgement);
    print(row(judgement));
  };
  const context: Context = {
    systems,
    applications,
    seed,
    runs,
    judge,
    scratch: path.join(scratch, suite.name),
    findsPlanted: (defect, judged) =>
      judge('planted defect', `${defect.name}: found`, async () => foundBy(defect, await judged())),
  };
  // A second run finds nothing of the first.
  fs.rmSync(context.scratch, { recursive: true, force: true });
  fs.mkdirSync(context.scratch, { recursive: true });
  const begin = performance.now();
  print(`\n${suite.name}: ${suite.decides}`);
  await suite
    .run(context)
    .catch((error: unknown) => judge('suite', 'runs to its end', () => Promise.resolve(failed(error))));
  const good = judgements.length > 0 && judgements.every(isGood);
  fs.mkdirSync(results, { recursive: true });
  fs.writeFileSync(path.join(results, `${suite.name}.xml`), junit(suite.name, judgements));
  const count = judgements.filter(isGood).length;
  const seconds = (performance.now() - begin) / 1000;
  print(
    `${suite.name}: ${good ? 'passed' : 'FAILED'}, ${count} of ${judgements.length} statements hold, ` +
      `${seconds.toFixed(1)} s`,
  );
  return good;
}

function foundBy({ object, message }: PlantedDefect, { judged, problems }: Findings): Findings {
  if (problems.some((problem) => problem.object === object && message.test(problem.message)))
    return { judged, problems: [] };
  const others = problems.map((problem) => `${problem.object}: ${problem.message}`).join('\n');
  return {
    judged,
    problems: [{ object, message: `the judges did not say ${message} of it; what they said:\n${others || 'nothing'}` }],
  };
}

function failed(error: unknown): Findings {
  const message =
    error instanceof ConformanceError
      ? [error.message, error.hint].filter(Boolean).join('\n')
      : ((error as Error).stack ?? String(error));
  return { judged: 1, problems: [{ message }] };
}
