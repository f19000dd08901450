import { effectiveLabels } from '../../../program';
import { type MicroserviceSettings, rememberingLast } from '../../../values';
import type { StackFacts } from '../../stack-facts';
import type { StatedLabel } from '../microservice/labels';

/**
 * Labels that a stack gives to all of its objects, and to its namespace where the program makes it. The first stack of
 * a platform has those of the platform too.
 */
export const labelsOfStack = rememberingLast((facts: StackFacts): readonly StatedLabel[] =>
  (facts.platformUse === undefined ? ownLabels(facts) : allLabels(facts)).map(([key, value]) => ({
    key,
    value,
    given: () => `the label ${key}=${value}`,
    isReportedAbove: () => false,
    ofObjects: true,
  })),
);

type Labels = (readonly [string, string])[];

function ownLabels({ platform, settings: layer }: StackFacts): Labels {
  const { metadata } = layer.values as MicroserviceSettings;
  const required = platform.required.metadata?.labels ?? {};
  return Object.entries(metadata?.labels ?? {}).filter(([key]) => !Object.hasOwn(required, key));
}

/** Labels in effect; the namespace has the platform's, with any labels of the stack. */
function allLabels({ platform, settings: layer, namespace }: StackFacts): Labels {
  const labels = effectiveLabels(platform.defaults, layer, platform.required);
  const ofNamespace = namespace.existing
    ? []
    : Object.entries(namespace.labels).filter(([key, value]) => labels[key] !== value);
  return [...Object.entries(labels), ...ofNamespace];
}
