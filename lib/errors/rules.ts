import type { Problem, Rule } from './definition';
import { MS0019 } from './definitions/ms0019';
import { firstLine } from './first-line';
import { lastRead } from './last-read';

/** Problems that the rules find in the facts. Each rule runs apart: one that throws is a problem itself. */
export function evaluateRules<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    try {
      for (const detail of rule.evaluate(facts)) problems.push({ definition: rule, ...detail });
    } catch (error) {
      problems.push(thrown(`rule ${rule.code} (${rule.title})`, error, lastRead(rule.evaluate, facts)));
    }
  }
  return problems;
}

/** Problems of each part, such as the rules of one provider; a part that throws is a problem itself. */
export function eachApart(parts: Readonly<Record<string, () => readonly Problem[]>>): Problem[] {
  return Object.entries(parts).flatMap(([name, find]) => {
    try {
      return find();
    } catch (error) {
      return [thrown(`the check of ${name}`, error)];
    }
  });
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
