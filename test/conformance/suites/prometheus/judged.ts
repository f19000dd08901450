import { Findings, problemWith } from '../../suite';
import { judgeAlerts } from './alert-tests';
import { judgeObjectives } from './objective-tests';
import { checkRules } from './promtool';
import type { RuleFile } from './rule-files';

/** Tests of rules. */
export const QUESTIONS = {
  check: 'promtool check rules finds nothing',
  objectives: 'alerts of objectives fire above the burn that they state, and are silent below',
  alerts: 'standard alerts fire in the situations that they are for, and in no other',
} as const;
export type Question = keyof typeof QUESTIONS;

/** The groups that each question is about; what else is in somebody's manifests is theirs to test. */
const GROUPS: Readonly<Record<Question, RegExp>> = {
  check: /^/,
  objectives: /^[^/]+\/[^/]+\/objectives$/,
  alerts: /^[^/]+\/[^/]+\/alerts$/,
};

/** Thoroughness of the tests. */
export interface Thoroughness {
  /** Leaves out what takes alerts over more than an hour. */
  readonly quick?: boolean;
}

/** The files that a question is about. */
export function filesFor(question: Question, files: readonly RuleFile[]): RuleFile[] {
  return files.filter(({ group }) => GROUPS[question].test(group.name));
}

/** Asks a question of all files that it is about. */
export async function judgeRules(
  question: Question,
  files: readonly RuleFile[],
  folder: string,
  { quick = false }: Thoroughness = {},
): Promise<Findings> {
  const about = filesFor(question, files);
  switch (question) {
    case 'check':
      return judgedByCheck(about);
    case 'objectives':
      return judgeObjectives(about, folder, quick);
    case 'alerts':
      return judgeAlerts(about, folder);
  }
}

async function judgedByCheck(files: readonly RuleFile[]): Promise<Findings> {
  const complaints = await checkRules(files.map(({ path }) => path));
  return {
    judged: files.flatMap(({ group }) => group.rules).length,
    problems: files.flatMap(({ object, path }) =>
      complaints.has(path) ? [problemWith(object, complaints.get(path)!)] : [],
    ),
  };
}
