import type { NetworkPeer } from './network-peer';

/** Peers and the ports that network policies leave open between them and pods. */
export interface NetworkHole {
  readonly peers: readonly NetworkPeer[];
  /** TCP ports. */
  readonly ports: readonly number[];
}

/** What a mesh adds to the pods of a microservice and to what reaches them: plain data, for renderers that know no mesh. */
export interface MeshContribution {
  readonly podAnnotations: Readonly<Record<string, string>>;
  /** What may reach the pods beside callers. */
  readonly ingress: readonly NetworkHole[];
  /** What the pods reach beside callees. */
  readonly egress: readonly NetworkHole[];
  /** Where exposed traffic comes from; none where it comes through a load balancer of the microservice's own. */
  readonly gateway?: NetworkPeer;
}

/** What a microservice gets where there is no mesh. */
export const NO_CONTRIBUTION: MeshContribution = { podAnnotations: {}, ingress: [], egress: [] };
