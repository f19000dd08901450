import type { Problem, Rule } from './definition';
import { MS0019 } from './definitions/ms0019';
import { firstLine } from './first-line';
import { lastRead } from './last-read';

/** Problems that the rules find in the facts. Each rule runs apart: one that throws is a problem itself. */
export function evaluateRules<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    try {
      const details = rule.evaluate(facts);
      for (let at = 0; at < details.length; at += 1) problems.push({ definition: rule, ...details[at]! });
    } catch (error) {
      problems.push(thrown(`rule ${rule.code} (${rule.title})`, error, lastRead(rule.evaluate, facts)));
    }
  }
  return problems;
}

/** Problems of each part, such as the rules of one provider; a part that throws is a problem itself. */
export function eachApart(parts: Readonly<Record<string, () => readonly Problem[]>>): Problem[] {
  const problems: Problem[] = [];
  for (const name of Object.keys(parts)) {
    try {
      for (const problem of parts[name]!()) problems.push(problem);
    } catch (error) {
      problems.push(thrown(`the check of ${name}`, error));
    }
  }
  return problems;
}

function thrown(what: string, error: unknown, place?: string): Problem {
  return {
    definition: MS0019,
    message: `${what} threw: ${firstLine(error)}`,
    given: place === undefined ? 'no property is known' : `it read ${place} last`,
    allowed: 'a value that the rule can judge',
    fix: place === undefined ? 'report the case to the library' : `change the value of ${place}, and report the case`,
  };
}
