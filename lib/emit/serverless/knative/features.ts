/**
 * Fields of pods that Knative accepts only with a feature of its ConfigMap `config-features`:
 * https://knative.dev/docs/serving/configuration/feature-flags/
 */
export enum KnativeFeature {
  /** `nodeSelector`. */
  NODE_SELECTOR = 'kubernetes.podspec-nodeselector',

  /** `tolerations`. */
  TOLERATIONS = 'kubernetes.podspec-tolerations',

  /** `topologySpread`. */
  TOPOLOGY_SPREAD = 'kubernetes.podspec-topologyspreadconstraints',

  /** `priorityClassName`. */
  PRIORITY_CLASS_NAME = 'kubernetes.podspec-priorityclassname',

  /** `security.fsGroup`. */
  SECURITY_CONTEXT = 'kubernetes.podspec-securitycontext',

  /** `security.addCapabilities`. */
  ADD_CAPABILITIES = 'kubernetes.containerspec-addcapabilities',

  /** Variables from fields of the pod and from its resources. */
  FIELD_REF = 'kubernetes.podspec-fieldref',

  /** Volumes that a CSI driver makes, such as those of secrets. */
  VOLUMES_CSI = 'kubernetes.podspec-volumes-csi',

  /** Volumes of `Volume.ephemeral`. */
  VOLUMES_EPHEMERAL = 'kubernetes.podspec-volumes-ephemeral',

  /** Volumes with the files of an image. */
  VOLUMES_IMAGE = 'kubernetes.podspec-volumes-image',
}

/** Settings that follow from a feature. */
export const SETTING_OF: Readonly<Partial<Record<KnativeFeature, string>>> = {
  [KnativeFeature.NODE_SELECTOR]: 'nodeSelector',
  [KnativeFeature.TOLERATIONS]: 'tolerations',
  [KnativeFeature.TOPOLOGY_SPREAD]: 'topologySpread',
  [KnativeFeature.PRIORITY_CLASS_NAME]: 'priorityClassName',
};
