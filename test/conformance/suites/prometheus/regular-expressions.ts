import * as fs from 'node:fs';
import * as path from 'node:path';
import { RE2_ACCEPTS, RE2_REFUSES } from '../../../support/re2-patterns';
import type { Findings } from '../../suite';
import { checkRules } from './promtool';

/** Has promtool read the regular expressions of which the unit tests state whether RE2 accepts them. */
export async function judgeRegularExpressions(folder: string): Promise<Findings> {
  fs.mkdirSync(folder, { recursive: true });
  const accepted = new Set(RE2_ACCEPTS);
  const patterns = [...RE2_ACCEPTS, ...RE2_REFUSES].map((pattern, at) => {
    const file = path.join(folder, `pattern-${at}.json`);
    const rules = [{ record: 'asked', expr: `up{job=~${JSON.stringify(pattern)}}` }];
    fs.writeFileSync(file, JSON.stringify({ groups: [{ name: 'patterns', rules }] }));
    return { pattern, file };
  });
  const complaints = await checkRules(patterns.map(({ file }) => file));
  return {
    judged: patterns.length,
    problems: patterns
      .filter(({ pattern, file }) => accepted.has(pattern) === complaints.has(file))
      .map(({ pattern, file }) => ({ message: `${pattern}: ${complaints.get(file) ?? 'it is accepted'}` })),
  };
}
