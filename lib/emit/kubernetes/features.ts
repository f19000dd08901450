import type { KubernetesVersion } from '../../values';

/** Minor versions from which on a field can be relied on: its feature gate is on by default. */
export const SINCE = {
  /** `restartPolicy` of an init container: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ */
  nativeSidecar: 29,
  /** `lifecycle.preStop.sleep`: https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/ */
  sleepAction: 30,
  /** `appArmorProfile` of a security context: https://kubernetes.io/docs/tutorials/security/apparmor/ */
  appArmorProfile: 30,
  /** `hostUsers` of a pod: https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/ */
  userNamespaces: 33,
  /** `resources` of a pod: https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/ */
  podResources: 34,
  /** `backoffLimitPerIndex` of a Job: https://kubernetes.io/docs/concepts/workloads/controllers/job/ */
  backoffLimitPerIndex: 29,
  /** `successPolicy` of a Job: https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy */
  successPolicy: 31,
  /**
   * `updateStrategy.rollingUpdate.maxUnavailable` of a StatefulSet: on by default in 1.35, off again in later releases
   * of 1.35 and in 1.36: https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
   */
  statefulSetMaxUnavailable: 37,
  /** Volumes with the files of an image: https://kubernetes.io/docs/concepts/storage/volumes/#image */
  imageVolume: 35,
} as const;

/** A field that not every supported version has. */
export type Feature = keyof typeof SINCE;

/** Tells if a cluster of the version has the field. */
export function has(version: KubernetesVersion, feature: Feature): boolean {
  return version.atLeast(SINCE[feature]);
}
