import { originOf, resolveSettings } from '../../../program';
import type { StackFacts } from '../../stack-facts';
import type { StatedLabel } from '../microservice/labels';

/**
 * Labels that a stack gives to all of its objects, and to its namespace where the program makes it. The first stack of
 * a platform has those of the platform too.
 */
export function labelsOfStack({ platform, platformUse, settings: layer, namespace }: StackFacts): StatedLabel[] {
  const resolved = resolveSettings(platform.defaults, layer, { origin: 'microservice', values: {} }, platform.required);
  const { labels } = resolved.values;
  // The namespace has the platform's labels, with any labels of the stack.
  const ofNamespace = namespace.existing
    ? []
    : Object.entries(namespace.labels).filter(([key, value]) => labels[key] !== value);
  const own = Object.entries(labels).filter(([key]) => originOf(resolved, `labels.${key}`) === layer.origin);
  return (platformUse === undefined ? own : [...Object.entries(labels), ...ofNamespace]).map(([key, value]) => ({
    key,
    value,
    given: () => `the label ${key}=${value}`,
    isReportedAbove: () => false,
    ofObjects: true,
  }));
}
