import { effectiveLabels } from '../../../program';
import type { MicroserviceSettings } from '../../../values';
import type { StackFacts } from '../../stack-facts';
import type { StatedLabel } from '../microservice/labels';

/**
 * Labels that a stack gives to all of its objects, and to its namespace where the program makes it. The first stack of
 * a platform has those of the platform too.
 */
export function labelsOfStack({ platform, platformUse, settings: layer, namespace }: StackFacts): StatedLabel[] {
  const labels = effectiveLabels(platform.defaults, layer, platform.required);
  const { metadata } = layer.values as MicroserviceSettings;
  const required = platform.required.metadata?.labels ?? {};
  // The namespace has the platform's labels, with any labels of the stack.
  const ofNamespace = namespace.existing
    ? []
    : Object.entries(namespace.labels).filter(([key, value]) => labels[key] !== value);
  const own = Object.entries(metadata?.labels ?? {}).filter(([key]) => !Object.hasOwn(required, key));
  return (platformUse === undefined ? own : [...Object.entries(labels), ...ofNamespace]).map(([key, value]) => ({
    key,
    value,
    given: () => `the label ${key}=${value}`,
    isReportedAbove: () => false,
    ofObjects: true,
  }));
}
