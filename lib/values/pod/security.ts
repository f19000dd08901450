/**
 * Privileges of the containers and traffic of the pods. Every default satisfies the Pod Security level `restricted`.
 */
export interface SecuritySettings {
  /**
   * Makes the root file system read-only and mounts a sized `/tmp`. Without it, an intruder can change the program.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Makes the kubelet refuse containers that run as root. Without it, `restricted` namespaces refuse the pod.
   *
   * @default true
   */
  readonly runAsNonRoot?: boolean;

  /**
   * Lets a process gain more privileges than its parent. With it, `restricted` namespaces refuse the pod.
   *
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;

  /**
   * Capabilities that the main container gets, such as `NET_BIND_SERVICE`, the only one that `restricted` allows. All
   * others are dropped, and other containers get none: `patchContainer` adds one to them.
   *
   * @default - none
   */
  readonly addCapabilities?: string[];

  /**
   * Filter of system calls. With NODE_DEFAULT, `restricted` namespaces refuse the pod.
   *
   * @default SeccompProfile.RUNTIME_DEFAULT
   */
  readonly seccompProfile?: SeccompProfile;

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

  /**
   * Restricts traffic to the declared calls. Without it, every pod of the cluster may reach the workload, and the
   * workload may reach every address.
   *
   * @default true
   */
  readonly networkPolicy?: boolean;

  /**
   * Runs the pods with the users of the node. With false, the users of the pods, root too, are nobody on the node; it
   * needs Kubernetes 1.33 and a kernel and a runtime that support it.
   *
   * @default true
   */
  readonly hostUsers?: boolean;

  /**
   * Lets the containers of a pod see and signal each other's processes.
   *
   * @default false
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * Profile of AppArmor. It needs Kubernetes 1.30.
   *
   * @default - that of the container runtime, where the node has AppArmor
   */
  readonly appArmorProfile?: AppArmorProfile;
}

/** A profile of AppArmor. */
export class AppArmorProfile {
  /** The profile of the container runtime. Nodes without AppArmor refuse the pod. */
  public static runtimeDefault(): AppArmorProfile {
    return new AppArmorProfile('RuntimeDefault', undefined);
  }

  /** A profile that is loaded on the node, by its name. */
  public static localhost(name: string): AppArmorProfile {
    return new AppArmorProfile('Localhost', name);
  }

  /** No profile. `baseline` and `restricted` namespaces refuse the pod. */
  public static unconfined(): AppArmorProfile {
    return new AppArmorProfile('Unconfined', undefined);
  }

  private constructor(
    /** @internal */
    public readonly _type: 'RuntimeDefault' | 'Localhost' | 'Unconfined',
    /** @internal */
    public readonly _name: string | undefined,
  ) {}
}

/** Filters of system calls. */
export enum SeccompProfile {
  /** The filter of the container runtime. */
  RUNTIME_DEFAULT = 'RuntimeDefault',

  /** The filter that the kubelet of the node applies, by default none. The pod states none. */
  NODE_DEFAULT = 'NodeDefault',
}

/** Pod Security Standards of Kubernetes that a namespace enforces. */
export enum PodSecurityLevel {
  /** Nothing is kept from pods. */
  PRIVILEGED = 'privileged',

  /** Known escalations of privileges are kept from pods. */
  BASELINE = 'baseline',

  /** Pods are hardened as current practice demands. */
  RESTRICTED = 'restricted',
}
