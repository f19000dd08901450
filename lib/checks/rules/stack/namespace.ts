import { isDnsLabel, suggestName } from '../../../emit/kubernetes';
import type { Problem } from '../../../errors';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** Kubernetes accepts the namespace and the name of the application. */
export const namespace: Rule<StackFacts> = ({ id, namespace: { name, existing }, hasBaseline }) => {
  const problems: Problem[] = [];
  if (!isDnsLabel(name)) {
    problems.push({
      code: 'MS3001',
      message: 'Kubernetes refuses the namespace',
      given: `the namespace was '${name}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: `name it '${suggestName(name)}'`,
    });
  }
  if (id !== name && !isDnsLabel(id)) {
    problems.push({
      code: 'MS3001',
      message: 'the name of the application is no value of a label',
      given: `the id was '${id}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: `name it '${suggestName(id)}'`,
    });
  }
  if (!existing && !hasBaseline) {
    problems.push({
      code: 'MS3007',
      message: 'the namespace cannot be made',
      given: `the app has another construct with the id 00-namespace-${name}`,
      allowed: 'an id that is free',
      fix: 'rename that construct',
    });
  }
  return problems;
};
