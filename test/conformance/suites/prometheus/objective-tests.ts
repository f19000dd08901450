import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Findings, Problem } from '../../suite';
import { problemWith } from '../../suite';
import { objectivesOf, StatedObjective, titleOf } from './objectives';
import { testRules } from './promtool';
import { NOTATIONS } from './requests';
import type { RuleFile } from './rule-files';
import { scenariosOf } from './scenarios';
import type { UnitTestFile } from './unit-test';

/** Seconds between evaluations, as the rules state them. */
const INTERVAL = 30;
const IDENTITY = ['namespace', 'microservice', 'objective'] as const;

/** A file of unit tests, and the objective that it is about. */
interface Planned {
  readonly rules: RuleFile;
  readonly objective: StatedObjective;
  readonly file: UnitTestFile;
}

/** Tests that the alerts of every objective fire above their burn rate, and are silent otherwise. */
export async function judgeObjectives(files: readonly RuleFile[], folder: string, quick = false): Promise<Findings> {
  const stated = files.flatMap((rules) => objectivesOf(rules).map((objective) => ({ rules, objective })));
  const unread = stated.flatMap(({ rules, objective }): Problem[] =>
    typeof objective === 'string' ? [problemWith(rules.object, objective)] : [],
  );
  const planned: Planned[] = [];
  for (const { rules, objective } of stated) {
    if (typeof objective === 'string') continue;
    try {
      planned.push(...filesFor(ownRules(rules, objective, folder), objective, quick));
    } catch (error) {
      unread.push(
        problemWith(rules.object, `no request to ${titleOf(objective)} can be made: ${(error as Error).message}`),
      );
    }
  }
  const failed =
    planned.length === 0
      ? []
      : await testRules(
          planned.map(({ file }) => file),
          folder,
        );
  const problems = failed.map(({ file, test, message }) => {
    const { rules, objective } = planned.find((plan) => plan.file === file)!;
    return problemWith(rules.object, `objective ${objective.objective}: ${test}: ${message}`);
  });
  return { judged: planned.flatMap(({ file }) => file.tests).length, problems: [...unread, ...problems] };
}

/** The rules of one objective: promtool's time grows with their number. */
function ownRules(rules: RuleFile, objective: StatedObjective, folder: string): RuleFile {
  const group = {
    ...rules.group,
    rules: rules.group.rules.filter(({ labels = {} }) => IDENTITY.every((label) => labels[label] === objective[label])),
  };
  const own = path.join(folder, `${IDENTITY.map((label) => objective[label]).join('.')}.rules.yaml`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(own, JSON.stringify({ groups: [group] }));
  return { ...rules, group, path: own };
}

/** Tests by the time between evaluations, which promtool wants to know of a whole file. */
function filesFor(rules: RuleFile, objective: StatedObjective, quick: boolean): Planned[] {
  // Bounds of buckets are all that the notation changes.
  const notations = objective.objective.startsWith('latency') ? NOTATIONS : NOTATIONS.slice(0, 1);
  const scenarios = notations
    .flatMap((notation) => scenariosOf(objective, notation))
    .filter(({ evaluationSeconds }) => !quick || evaluationSeconds === INTERVAL);
  const intervals = [...new Set(scenarios.map(({ evaluationSeconds }) => evaluationSeconds))];
  return intervals.map((interval) => ({
    rules,
    objective,
    file: {
      rule_files: [rules.path],
      evaluation_interval: `${interval}s`,
      tests: scenarios.filter(({ evaluationSeconds }) => evaluationSeconds === interval).map(({ test }) => test),
    },
  }));
}
