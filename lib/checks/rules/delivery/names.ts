import type { Problem } from '../../../errors';
import { isForeignPlatform } from '../../../platform';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** No microservice is called as a version of another one. */
export const names: Rule<StackFacts> = ({ microservices, platform }) => {
  if (isForeignPlatform(platform)) return [];
  const taken = new Map(microservices.flatMap(({ name, delivery: { versions } }) => (versions === undefined ? [] : [[versions.stable, name], [versions.canary, name]] as [string, string][])));
  return microservices.filter(({ name }) => taken.has(name)).map(({ name }): Problem => ({
    code: 'MS6115', message: `${name} is called as a version of ${taken.get(name)}`, given: `${taken.get(name)} is brought out by ${platform.delivery.name}, whose objects for its versions take that name`,
    allowed: 'names that no version takes', fix: 'rename one of them, or put them into different namespaces',
  }));
};
