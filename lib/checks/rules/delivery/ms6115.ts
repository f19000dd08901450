import { Rule, Severity } from '../../../errors';
import type { StackFacts } from '../../stack-facts';

/** No microservice or function has the name of a version of a microservice in its namespace. */
export const MS6115: Rule<StackFacts> = {
  code: 'MS6115',
  title: 'a microservice has the name of a version of another one',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'While a new version is brought out, objects stand for each version: `<name>-canary`, and `<name>-stable` ' +
    'or `<name>-primary`. No microservice of the namespace can have these names.',
  reads: 'names of a namespace, delivery',

  evaluate: ({ microservices, isTaken }) =>
    microservices.flatMap(({ name, delivery: { provider, versions } }) =>
      (versions === undefined ? [] : [versions.stable, versions.canary]).filter(isTaken).map((version) => ({
        message: `the name ${version} belongs to a version of ${name}`,
        given:
          `${provider} makes objects named ${versions!.stable} and ${versions!.canary} ` +
          `for the versions of ${name}`,
        allowed: 'any other name',
        fix: `rename ${version}, or put it into another namespace`,
      })),
    ),
};
