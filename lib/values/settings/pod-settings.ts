import type { ImagePullPolicy } from 'cdk8s-plus-27';
import type { AdditionalContainer, ContainerOptions, InitContainer } from '../pod/container';
import type { NodeAffinity, PodAffinity } from '../pod/affinity';
import type { HostAlias, PodDns } from '../pod/name-resolution';
import type { Toleration, TopologySpread } from '../pod/topology-spread';

/** Pulling of the images of a pod. */
export interface ImagePullSettings {
  /**
   * Policy by which the kubelet pulls images.
   *
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Names of the Secrets with credentials for registries.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];
}

/** Nodes that pods run on, and the runtime and the names that they find there. */
export interface PlacementSettings {
  /**
   * Topology domains over which replicas are spread. An empty list spreads them over none.
   *
   * @default - over zones and over nodes, neither required
   */
  readonly topologySpread?: TopologySpread[];

  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Taints of nodes that pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's
   */
  readonly priorityClassName?: string;

  /**
   * Choices among nodes by their labels.
   *
   * @default - any node
   */
  readonly nodeAffinity?: NodeAffinity[];

  /**
   * Choices among places by the pods that run there.
   *
   * @default - none
   */
  readonly podAffinity?: PodAffinity[];

  /**
   * Names of gates that keep new pods from being scheduled until a controller removes them.
   *
   * @default - none
   */
  readonly schedulingGates?: string[];

  /**
   * Name of the RuntimeClass, such as that of a sandbox.
   *
   * @default - the runtime of the node
   */
  readonly runtimeClassName?: string;

  /**
   * Names in `/etc/hosts` of the containers.
   *
   * @default - none
   */
  readonly hostAliases?: HostAlias[];

  /**
   * Resolvers of the pods.
   *
   * @default - those of the cluster
   */
  readonly dns?: PodDns;
}

/** Settings of the pods. */
export interface PodSettings extends ImagePullSettings {
  /**
   * Nodes that pods run on.
   *
   * @default - any node, spread over zones and nodes
   */
  readonly placement?: PlacementSettings;
}

/** Pods of one microservice: further options of the main container, and further containers. */
export interface MicroservicePod extends PodSettings, ContainerOptions {
  /**
   * Containers that run to completion before the main container starts, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside the main container.
   *
   * @default - none
   */
  readonly containers?: AdditionalContainer[];

  /**
   * Makes the Service headless: DNS returns the addresses of the pods. Ports then have no other `targetPort`.
   *
   * @default false
   */
  readonly headless?: boolean;
}

/** Pods of one job: further options of the main container, and further containers. */
export interface JobPod extends PodSettings, ContainerOptions {
  /**
   * Containers that run to completion before the main container starts, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside the main container. The pod ends when all of them have, sidecars left aside.
   *
   * @default - none
   */
  readonly containers?: AdditionalContainer[];
}

/** Pods of one function: further options of the main container. */
export interface FunctionPod extends ImagePullSettings, ContainerOptions {}
