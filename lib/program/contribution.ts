import type { MeshSeries, NetworkPeer, Variable } from '../values';
import type { DelegatedRoutePolicy } from './delegated-route-policy';

/** The routes of a VirtualService that split requests between the versions of a microservice. */
export interface SplitRoutes {
  readonly virtualService: string;
  readonly routes: readonly string[];
}

/** Peers and the ports that network policies leave open between them and pods. */
export interface NetworkHole {
  readonly peers: readonly NetworkPeer[];
  /** TCP ports. */
  readonly ports: readonly number[];
}

/**
 * What a provider adds to the pods of a microservice and to what reaches them: plain data, for renderers that know no
 * provider.
 */
export interface PodContribution {
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  /** Variables of the main container, where the program states none of the name. */
  readonly variables: readonly Variable[];
  /** What may reach the pods beside callers. */
  readonly ingress: readonly NetworkHole[];
  /** What the pods reach beside callees. */
  readonly egress: readonly NetworkHole[];
}

/** What a mesh adds. */
export interface MeshContribution extends PodContribution {
  /** Where exposed traffic comes from; none where it comes through a load balancer of the microservice's own. */
  readonly gateway?: NetworkPeer;
  /** What proxies say of requests; none where they say nothing. */
  readonly series?: MeshSeries;
  /** What a delivery controller that makes routes itself puts into them; grows as calls and exposures are stated. */
  readonly delegatedRoutePolicy?: DelegatedRoutePolicy;
  /**
   * What splits requests between versions, by name; grows as calls and exposures are stated, none where nothing splits
   * them.
   */
  readonly routes?: readonly SplitRoutes[];
}

/** What a microservice gets where there is nothing to add. */
export const NO_CONTRIBUTION: PodContribution = {
  podAnnotations: {},
  podLabels: {},
  variables: [],
  ingress: [],
  egress: [],
};

/** What several providers add, together. */
export function joinedContributions(all: readonly PodContribution[]): PodContribution {
  return {
    podAnnotations: Object.assign({}, ...all.map(({ podAnnotations }) => podAnnotations)) as Record<string, string>,
    podLabels: Object.assign({}, ...all.map(({ podLabels }) => podLabels)) as Record<string, string>,
    variables: all.flatMap(({ variables }) => variables),
    ingress: all.flatMap(({ ingress }) => ingress),
    egress: all.flatMap(({ egress }) => egress),
  };
}
