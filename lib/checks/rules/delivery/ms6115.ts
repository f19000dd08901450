import { Rule, Severity } from '../../../errors';
import type { StackFacts } from '../../stack-facts';

/** No microservice or function has the name of a version of a microservice in its namespace. */
export const MS6115: Rule<StackFacts> = {
  code: 'MS6115',
  title: 'a version of a microservice has the same name',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'While a new version is brought out, objects stand for each version: `<name>-canary`, and `<name>-stable` ' +
    'or `<name>-primary`. No microservice of the namespace can have these names.',
  reads: 'names of a namespace, delivery',

  evaluate: ({ microservices, isTaken }) =>
    microservices.flatMap(({ name, delivery: { provider, versions } }) =>
      (versions === undefined ? [] : [versions.stable, versions.canary]).filter(isTaken).map((version) => ({
        message: `${version} has the name of a version of ${name}`,
        given: `${name} is brought out by ${provider}, whose objects for its versions take that name`,
        allowed: 'names that no version takes',
        fix: 'rename one of them, or put them into different namespaces',
      })),
    ),
};
