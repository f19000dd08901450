import { MS1027 } from '../../../emit/kubernetes';
import { resolveSettings } from '../../../program';
import { describe } from '../../../values';
import { isForeignPlatform } from '../../../platform';
import type { Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';
import { labelProblems } from '../microservice/labels';

/**
 * What the stack states for all of its microservices does not change what the platform requires, and its labels are
 * labels.
 */
export const settings: Rule<StackFacts> = ({ platform, settings: layer, namespace }) => {
  if (isForeignPlatform(platform)) return [];
  const resolved = resolveSettings(platform.defaults, layer, { origin: 'microservice', values: {} }, platform.required);
  const { labels } = resolved.values;
  // The namespace has the platform's labels, whatever the stack says.
  const ofNamespace = namespace.existing
    ? []
    : Object.entries(namespace.labels).filter(([key, value]) => labels[key] !== value);
  return [
    ...resolved.conflicts.map(({ name, stated, required }) => ({
      definition: MS1027,
      message: `the platform requires ${name} to be ${describe(required)}`,
      given: `${name} was ${describe(stated)}`,
      allowed: describe(required),
      fix: 'leave it out, or have the platform require less',
    })),
    ...[...Object.entries(labels), ...ofNamespace].flatMap(([key, value]) =>
      labelProblems(key, value, () => `the label ${key}=${value}`, true),
    ),
  ];
};
