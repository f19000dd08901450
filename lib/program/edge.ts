import type { CallStatement, ContainerFacts, Exposure, Port, Variable } from '../values';
import type { Activator } from './activator';
import {
  activatorOf,
  addressesOf,
  type CalleeAddress,
  calleeRanges,
  crossesClusters,
  exposureOf,
  hostOf,
  reaches,
} from './address';
import { portOf } from './call';
import type { Call, Endpoint, WorkloadEndpoint } from './endpoint';
import { type EdgePolicy, policyOf } from './policies';
import { type Requests, requestsOf } from './requests';

/** Way from a caller to its callee. */
export enum Reach {
  /** To pods of the caller's cluster. */
  PODS = 'pods',

  /** To pods of the caller's cluster, through their activator. */
  ACTIVATOR = 'activator',

  /** To another cluster, by the host under which the callee is exposed there. */
  CLUSTER = 'cluster',

  /** To an external service. */
  EXTERNAL = 'external',
}

/** A call after resolving. */
export interface Edge extends Call {
  readonly caller: Endpoint;
  readonly callee: Endpoint;
  /** The options as they are stated. */
  readonly options: CallStatement;
  /** Port that is called; undefined where none fits the statement, which a finding reports. */
  readonly port: Port | undefined;
  readonly reach: Reach;
  /** Activator that takes the requests; undefined where `reach` is another. */
  readonly activator: Activator | undefined;
  /** Statement that exposes the called port outside of the callee's cluster. */
  readonly exposure: Exposure | undefined;
  /** Host under which the caller reaches the callee. */
  readonly host: string | undefined;
  /** Ranges in CIDR notation of a callee outside of the caller's cluster; empty where they are unknown. */
  readonly ranges: readonly string[];
  /** Requests that are made; undefined where the port carries bytes. */
  readonly requests: Requests | undefined;
  readonly policy: EdgePolicy;
  /** Variables that hold the callee's address. */
  readonly addresses: readonly CalleeAddress[];
}

/** An edge that callers' proxies in the callee's cluster carry: TCP from a workload to a workload. */
export interface MeshEdge extends Edge {
  readonly caller: Endpoint & { readonly workload: WorkloadEndpoint };
  readonly port: Port;
}

/** Resolves a call: its port, its way, its requests and its policy. */
export function resolveEdge(call: Call): Edge {
  const port = portOf(call);
  const activator = activatorOf(call);
  return Object.freeze({
    ...call,
    port,
    activator,
    reach: reachOf(call, activator),
    exposure: exposureOf(call),
    host: hostOf(call),
    ranges: calleeRanges(call),
    requests: port && requestsOf(call.options, port),
    policy: Object.freeze(policyOf(call)),
    addresses: Object.freeze(addressesOf(call)),
  });
}

/** True when an edge ends at pods of the caller's cluster, behind an activator or not. */
export function staysInCluster({ reach }: Pick<Edge, 'reach'>): boolean {
  return reach === Reach.PODS || reach === Reach.ACTIVATOR;
}

/** Edges that callers' proxies carry to a workload: over TCP, within its cluster. */
export function meshEdges(inbound: readonly Edge[]): MeshEdge[] {
  return tcpEdges(inbound).filter(({ caller }) => caller.workload.outsideMesh !== true);
}

/** Edges over TCP within the cluster, by callers without a proxy: they have no identity and speak plain text. */
export function plainEdges(inbound: readonly Edge[]): MeshEdge[] {
  return tcpEdges(inbound).filter(({ caller }) => caller.workload.outsideMesh === true);
}

function tcpEdges(inbound: readonly Edge[]): MeshEdge[] {
  return inbound.filter(
    (edge): edge is MeshEdge =>
      edge.port?.protocol.transport === 'TCP' && edge.caller.workload !== undefined && staysInCluster(edge),
  );
}

/** Variables of a container with the addresses of callees; edges that agree on name and value share one. */
export function addressVariables(edges: readonly Edge[], container: Pick<ContainerFacts, 'name' | 'role'>): Variable[] {
  const variables = edges
    .flatMap(({ addresses }) => addresses)
    .filter((address) => reaches(address, container))
    .map(({ name, value }) => ({ name, value }));
  if (variables.length < 2) return variables;
  return [...new Map(variables.map((variable) => [`${variable.name}=${variable.value}`, variable])).values()];
}

function reachOf(call: Call, activator: Activator | undefined): Reach {
  if (call.callee.workload === undefined) return Reach.EXTERNAL;
  if (crossesClusters(call)) return Reach.CLUSTER;
  return activator === undefined ? Reach.PODS : Reach.ACTIVATOR;
}
