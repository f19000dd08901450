import type { Problem } from '../../../errors';
import { FunctionWorkload, FunctionSize, originOf } from '../../../program';
import type { SettingProblem } from '../functions';
import type { KnativeFacts } from './facts';
import { KnativeFeature } from './features';
import { isFromPod } from './variables';

/** No setting is in effect that a flag of Knative keeps back. */
export function featureGateProblems({ name, settings }: FunctionSize, { features }: KnativeFacts): SettingProblem[] {
  const { fsGroup, addCapabilities } = settings.values.security;
  const gated = (setting: string, value: string, feature: keyof typeof KnativeFeature): SettingProblem[] =>
    features.includes(KnativeFeature[feature])
      ? []
      : [
          {
            settings: [setting],
            problem: problem(name, `${setting} ${value} (${originOf(settings, setting)})`, feature),
          },
        ];
  return [
    ...(fsGroup === undefined ? [] : gated('security.fsGroup', `was ${fsGroup}`, 'SECURITY_CONTEXT')),
    ...(addCapabilities.length === 0
      ? []
      : gated('security.addCapabilities', `held ${addCapabilities.join(', ')}`, 'ADD_CAPABILITIES')),
  ];
}

/** No variable is stated that a flag of Knative keeps back. */
export function variableGateProblems({ name, containers }: FunctionWorkload, { features }: KnativeFacts): Problem[] {
  const fromPod = containers
    .flatMap(({ variables }) => variables)
    .filter(isFromPod)
    .map((variable) => variable.name)
    .sort();
  return fromPod.length === 0 || features.includes(KnativeFeature.FIELD_REF)
    ? []
    : [problem(name, `envValues took ${fromPod.join(', ')} from the pod`, 'FIELD_REF')];
}

function problem(name: string, given: string, feature: keyof typeof KnativeFeature): Problem {
  return {
    code: 'MS7006',
    message: `Knative does not take what is stated for ${name}`,
    given,
    allowed: `installations with ${KnativeFeature[feature]}`,
    fix: `leave it out, or switch the flag on and state features: [KnativeFeature.${feature}]`,
  };
}
