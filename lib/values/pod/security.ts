/** What a microservice's containers may do; every default satisfies the Pod Security level `restricted`. */
export interface SecuritySettings {
  /**
   * Whether the root file system is read-only; a sized `/tmp` is then mounted. Off, an intruder can change the program.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Whether the kubelet refuses to start a container as root. Off, `restricted` namespaces refuse the pod.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * Whether a process may gain more privileges than its parent. On, `restricted` namespaces refuse the pod.
   *
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;

  /**
   * Capabilities that the containers keep, such as `NET_BIND_SERVICE`, the only one that `restricted` allows; all
   * others are dropped.
   *
   * @default - none
   */
  readonly keptCapabilities?: string[];

  /**
   * Whether the container runtime's own filter of system calls applies. Off, `restricted` namespaces refuse the pod.
   *
   * @default true
   */
  readonly runtimeDefaultSeccomp?: boolean;

  /**
   * User id of the processes. OpenShift's restricted policy admits only its own range.
   *
   * @default - the image's user
   */
  readonly runAsUser?: number;

  /**
   * Primary group id of the processes.
   *
   * @default - the image's group
   */
  readonly runAsGroup?: number;

  /**
   * Group that owns the volumes.
   *
   * @default - the volumes keep theirs
   */
  readonly fsGroup?: number;
}

/** What a namespace lets pods do, by the Pod Security Standards of Kubernetes. */
export enum PodSecurityLevel {
  /** Nothing is kept from pods. */
  PRIVILEGED = 'privileged',

  /** Known escalations of privileges are kept from pods. */
  BASELINE = 'baseline',

  /** Pods are hardened as current practice demands. */
  RESTRICTED = 'restricted',
}
