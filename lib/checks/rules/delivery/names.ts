import type { Problem } from '../../../errors';
import type { MicroserviceFacts } from '../../../model';
import { isForeignPlatform } from '../../../platform';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** No microservice is called as a version of another one in its namespace. */
export const names: Rule<StackFacts> = ({ microservices, ofNamespace, platform }) => {
  if (isForeignPlatform(platform)) return [];
  const taken = new Map(ofNamespace.flatMap(({ microservices: all }) => all.flatMap((facts) => versionsOf(facts).map((version) => [version, facts] as const))));
  return microservices.filter(({ name }) => taken.has(name)).map(({ name }): Problem => {
    const other = taken.get(name)!;
    return {
      code: 'MS6115', message: `${name} is called as a version of ${other.name}`, given: `${other.name} is brought out by ${other.delivery.provider}, whose objects for its versions take that name`,
      allowed: 'names that no version takes', fix: 'rename one of them, or put them into different namespaces',
    };
  });
};

function versionsOf({ delivery: { versions } }: MicroserviceFacts): string[] {
  return versions === undefined ? [] : [versions.stable, versions.canary];
}
