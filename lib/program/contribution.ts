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
 * Contribution of a provider to the pods of a microservice and to their network policies, as plain data for renderers
 * that know no provider.
 */
export interface PodContribution {
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  /** Variables of the main container. The program's own variable of a name wins. */
  readonly variables: readonly Variable[];
  /** Network peers that reach the pods beside callers. */
  readonly ingress: readonly NetworkHole[];
  /** Network peers that the pods reach beside callees. */
  readonly egress: readonly NetworkHole[];
}

/** Contribution of a mesh. */
export interface MeshContribution extends PodContribution {
  /** Labels and annotations of pods that decide if they are in the mesh. Undefined for a mesh without proxies. */
  readonly membership?: readonly string[];
  /** Annotations of pods whose values are lists by commas, to which statements add. */
  readonly listAnnotations?: readonly string[];
  /** Request series of the proxies. Undefined for a mesh without proxies. */
  readonly series?: MeshSeries;
  /** Policy for the routes that a delivery controller makes itself. It grows as calls and exposures are stated. */
  readonly delegatedRoutePolicy?: DelegatedRoutePolicy;
  /**
   * Routes that split requests between versions, by name. They grow as calls and exposures are stated. Undefined
   * without a traffic split.
   */
  readonly routes?: readonly SplitRoutes[];
}

/** Contribution of a provider that adds nothing. */
export const NO_CONTRIBUTION: PodContribution = {
  podAnnotations: {},
  podLabels: {},
  variables: [],
  ingress: [],
  egress: [],
};

/** Joins the contributions of several providers. */
export function joinedContributions(all: readonly PodContribution[]): PodContribution {
  return {
    podAnnotations: Object.assign({}, ...all.map(({ podAnnotations }) => podAnnotations)) as Record<string, string>,
    podLabels: Object.assign({}, ...all.map(({ podLabels }) => podLabels)) as Record<string, string>,
    variables: all.flatMap(({ variables }) => variables),
    ingress: all.flatMap(({ ingress }) => ingress),
    egress: all.flatMap(({ egress }) => egress),
  };
}
