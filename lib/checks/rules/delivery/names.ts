import type { Problem } from '../../../errors';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** No microservice or function is called as a version of a microservice in its namespace. */
export const names: Rule<StackFacts> = ({ microservices, isTaken }) =>
  microservices.flatMap(({ name, delivery: { provider, versions } }) =>
    (versions === undefined ? [] : [versions.stable, versions.canary]).filter(isTaken).map((version): Problem => ({
      code: 'MS6115',
      message: `${version} is called as a version of ${name}`,
      given: `${name} is brought out by ${provider}, whose objects for its versions take that name`,
      allowed: 'names that no version takes',
      fix: 'rename one of them, or put them into different namespaces',
    })),
  );
