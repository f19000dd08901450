import type { Problem } from '../../errors';
import { FunctionFacts, originOf } from '../../model';
import type { KnativeFacts } from './facts';
import { KnativeFeature } from './features';
import { isFromPod } from './variables';

/** Nothing is stated that a flag of Knative keeps back. */
export function gated({ name, settings, containers }: FunctionFacts, { features }: KnativeFacts): Problem[] {
  const { fsGroup, keptCapabilities } = settings.values.security;
  const fromPod = containers.flatMap(({ variables }) => variables).filter(isFromPod).map((variable) => variable.name).sort();
  const uses: readonly (readonly [KnativeFeature, keyof typeof KnativeFeature, string | undefined])[] = [
    [KnativeFeature.SECURITY_CONTEXT, 'SECURITY_CONTEXT', fsGroup === undefined ? undefined : `security.fsGroup was ${fsGroup} (${originOf(settings, 'security.fsGroup')})`],
    [KnativeFeature.ADD_CAPABILITIES, 'ADD_CAPABILITIES', keptCapabilities.length === 0 ? undefined : `security.keptCapabilities held ${keptCapabilities.join(', ')} (${originOf(settings, 'security.keptCapabilities')})`],
    [KnativeFeature.FIELD_REF, 'FIELD_REF', fromPod.length === 0 ? undefined : `envValues took ${fromPod.join(', ')} from the pod`],
  ];
  return uses.flatMap(([feature, member, given]) => (given === undefined || features.includes(feature) ? [] : [{
    code: 'MS7006', message: `Knative does not take what is stated for ${name}`, given, allowed: `installations with ${feature}`, fix: `leave it out, or switch the flag on and state features: [KnativeFeature.${member}]`,
  }]));
}
