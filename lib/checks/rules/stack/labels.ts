import { isForeignPlatform } from '../../../platform';
import { resolveSettings } from '../../../program';
import type { StackFacts } from '../../stack-facts';
import type { StatedLabel } from '../microservice/labels';

/** Labels that a stack gives to all of its objects, and to its namespace where the program makes it. */
export function labelsOfStack({ platform, settings: layer, namespace }: StackFacts): StatedLabel[] {
  if (isForeignPlatform(platform)) return [];
  const resolved = resolveSettings(platform.defaults, layer, { origin: 'microservice', values: {} }, platform.required);
  const { labels } = resolved.values;
  // The namespace has the platform's labels, whatever the stack says.
  const ofNamespace = namespace.existing
    ? []
    : Object.entries(namespace.labels).filter(([key, value]) => labels[key] !== value);
  return [...Object.entries(labels), ...ofNamespace].map(([key, value]) => ({
    key,
    value,
    given: () => `the label ${key}=${value}`,
    ofObjects: true,
  }));
}
