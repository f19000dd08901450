import type { NetworkPeer } from '../values';

/** Way of requests from outside to the pods of a workload. */
export interface WayInFacts {
  /** Name of the provider, for findings. */
  readonly provider: string;
  /** True where the platform states none: the gateway of the mesh, or a load balancer where there is no mesh. */
  readonly isDefault: boolean;
  /** Pods that tell requests apart by host and send them on. Undefined where clients connect to the workload's pods. */
  readonly pods?: NetworkPeer;
  /** Service account of these pods in the mesh, as `namespace/name`. Undefined for pods without an identity. */
  readonly account?: string;
  /** Key of the gateway whose hosts microservices share, each with paths of its own. Undefined where none is shared. */
  readonly sharedBy?: string;
  /** Namespace of the Secrets with certificates. Undefined where TLS ends elsewhere. */
  readonly certificateNamespace?: string;
  /** True where TLS ends at a listener of the platform, with certificates of the platform. */
  readonly endsTls?: boolean;
}

/** Workload, as far as its way in depends on it. */
interface Entered {
  readonly wayIn?: WayInFacts;
}

/** Pods of the gateway or controller that sends requests from outside. Undefined where clients connect to pods. */
export function entryPods({ wayIn }: Entered): NetworkPeer | undefined {
  return wayIn?.pods;
}

/** True where the mesh's own gateway carries exposures. */
export function isByMesh({ wayIn }: Entered): boolean {
  return wayIn?.isDefault === true && wayIn.pods !== undefined;
}

/** True where requests from outside arrive without an identity of the mesh. */
export function entersPlainly({ wayIn }: Entered): boolean {
  return wayIn?.isDefault === false && wayIn.account === undefined;
}
