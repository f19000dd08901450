import type { Findings } from '../../suite';
import { judgeRules, Question } from './judged';
import type { RuleFile } from './rule-files';

type Judge = (question: Question, files: readonly RuleFile[], folder: string) => Promise<Findings>;

/**
 * Asks a question once of rules that several systems have alike; those of a system with a problem are asked again in
 * the next.
 */
export function onceForEqualRules(judge: Judge = judgeRules): Judge {
  const faultless = new Set<string>();
  return async (question, files, folder) => {
    const key = ({ group, startSeconds }: RuleFile) => JSON.stringify([question, group, startSeconds]);
    const known = files.filter((file) => faultless.has(key(file)));
    const fresh = files.filter((file) => !faultless.has(key(file)));
    const asked = fresh.length === 0 ? { judged: 0, problems: [] } : await judge(question, fresh, folder);
    if (asked.problems.length === 0) for (const file of fresh) faultless.add(key(file));
    return { judged: asked.judged + known.flatMap(({ group }) => group.rules).length, problems: asked.problems };
  };
}
