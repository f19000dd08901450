import { Detail, Rule, Severity } from '../../../../errors';
import { FunctionWorkload, originOf } from '../../../../program';
import type { VolumeSource } from '../../../../values';
import { KnativeFeature } from '../features';
import { isFromPod } from '../variables';
import type { FunctionOnKnative, SettingRule } from './facts';

type Feature = keyof typeof KnativeFeature;

/** No setting needs a feature of Knative that is off. */
export const MS7006: SettingRule = {
  code: 'MS7006',
  title: 'a feature of Knative is off',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A field of the pod is behind a flag of the ConfigMap `config-features`. Switch it on there and state it ' +
    'among the `features` of `KnativeServing`, or leave the field out.',
  reads: 'settings, variables and volumes of the function, features of Knative',

  evaluate: ({ size: { name, settings }, knative: { features } }) => {
    const { fsGroup, addCapabilities } = settings.values.security;
    const needs = (setting: string, value: string, feature: Feature) =>
      features.includes(KnativeFeature[feature])
        ? []
        : [{ settings: [setting], ...gated(name, `${setting} ${value} (${originOf(settings, setting)})`, feature) }];
    return [
      ...(fsGroup === undefined ? [] : needs('security.fsGroup', `was ${fsGroup}`, 'SECURITY_CONTEXT')),
      ...(addCapabilities.length === 0
        ? []
        : needs('security.addCapabilities', `held ${addCapabilities.join(', ')}`, 'ADD_CAPABILITIES')),
    ];
  },
};

/** No variable needs a feature of Knative that is off. */
export const MS7006_VARIABLES: Rule<FunctionOnKnative> = {
  ...MS7006,

  evaluate: ({ facts, knative: { features } }) => {
    const names = namesFromPod(facts);
    return names.length === 0 || features.includes(KnativeFeature.FIELD_REF)
      ? []
      : [gated(facts.name, `envValues took ${names.join(', ')} from the pod`, 'FIELD_REF')];
  },
};

/** Features that sources of volumes need. */
const OF_VOLUMES: Readonly<Partial<Record<VolumeSource['kind'], Feature>>> = {
  csi: 'VOLUMES_CSI',
  ephemeral: 'VOLUMES_EPHEMERAL',
  image: 'VOLUMES_IMAGE',
};

/** No volume needs a feature of Knative that is off. */
export const MS7006_VOLUMES: Rule<FunctionOnKnative> = {
  ...MS7006,

  evaluate: ({ facts: { name, containers }, knative: { features } }) => {
    const volumes = new Set(containers.flatMap(({ mounts }) => mounts.map(({ volume }) => volume)));
    return [...volumes].flatMap((volume) => {
      const feature = OF_VOLUMES[volume._source.kind];
      return feature === undefined || features.includes(KnativeFeature[feature])
        ? []
        : [gated(name, `volume ${volume.name} was of ${volume._source.kind}`, feature)];
    });
  },
};

function namesFromPod({ containers }: FunctionWorkload): string[] {
  return containers
    .flatMap(({ variables }) => variables)
    .filter(isFromPod)
    .map(({ name }) => name)
    .sort();
}

function gated(name: string, given: string, feature: Feature): Detail {
  return {
    message: `Knative refuses part of ${name} unless a feature is on`,
    given,
    allowed: `installations with ${KnativeFeature[feature]}`,
    fix: `leave it out, or switch the flag on and state features: [KnativeFeature.${feature}]`,
  };
}
