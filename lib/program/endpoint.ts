import type { Activator } from './activator';
import type { VersionServices } from './delivery';
import type { CallStatement, Exposure, Port, Propagator } from '../values';

/** One end of a call, as both halves of the edge know it. */
export interface Endpoint {
  /** Unique among all endpoints: cluster, namespace and name, or the host. */
  readonly id: string;
  readonly name: string;
  readonly ports: readonly Port[];
  /** Workload of the endpoint. Undefined outside of any cluster. */
  readonly workload?: WorkloadEndpoint;
  /** Percent of its requests that succeed, as it promises; none where it promises nothing. */
  readonly availability?: number;
  /** Calls that it makes, as far as they are known; grows as they are stated. */
  readonly outbound?: readonly Call[];
  /** True for an endpoint that another program states, of which only a reference is known. */
  readonly statedElsewhere?: boolean;
  /** Host of an external service. */
  readonly external?: ExternalEndpoint;
}

/** Replicas that callers can tell apart: each has an address below a Service. */
export interface ReplicaAddresses {
  readonly service: string;
  /** Number of replicas. Undefined where an autoscaler changes it. */
  readonly count?: number;
}

/** Pods in the network of their node. */
export interface HostNetwork {
  /** Ranges in CIDR notation of the addresses of nodes. Empty where they are not known. */
  readonly addresses: readonly string[];
}

/** Statement that a caller sends requests or bytes to a callee. */
export interface Call {
  readonly caller: Endpoint;
  readonly callee: Endpoint;
  readonly options: CallStatement;
}

/** A microservice as an endpoint. */
export interface WorkloadEndpoint {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** True where its network policy limits its egress to stated callees. */
  readonly limitsEgress?: boolean;
  /** Name of the mesh that it is in; none where that is not known. */
  readonly mesh?: string;
  /** True for a reference that states that no proxy of a mesh stands before its pods. */
  readonly outsideMesh?: boolean;
  /** Facts of pods in the network of their node, which no policy knows by labels. Undefined for all others. */
  readonly hostNetwork?: HostNetwork;
  /** Name of the cluster. None where it is the other endpoint's, whichever that is. */
  readonly cluster?: string;
  /** Statements of exposure, as far as they have been made; none of a microservice that is stated elsewhere. */
  readonly exposures: readonly Exposure[];
  /** Labels of its pods, where they are others than its name as name and instance. */
  readonly podSelector?: Readonly<Record<string, string>>;
  /** Services of its versions, which requests are sent to beside its own. */
  readonly versions?: VersionServices;
  /** Addresses of its replicas. Undefined where all replicas share one. */
  readonly replicas?: ReplicaAddresses;
  /** Activator that takes its requests first. Undefined where callers connect to its pods. */
  readonly activator?: Activator;
  /** True for a reference that scales to zero. The platform of its callers knows the activator. */
  readonly scalesToZero?: boolean;
  /** Name of what runs and routes it, where it is a function: nothing of a call's policy reaches these routes. */
  readonly runtime?: string;
  /** Longest request in seconds, where it is known. */
  readonly longestRequest?: number;
  /** Propagators of its trace context. Undefined where they are unknown, or without tracing. */
  readonly propagators?: readonly Propagator[];
}

/** An external service as an endpoint. */
export interface ExternalEndpoint {
  readonly host: string;
  /** The namespace of the stack that states it. */
  readonly namespace: string;
  /** Ranges in CIDR notation, none where they are not known. */
  readonly addresses: readonly string[];
  /** True where the caller's proxy begins TLS, so that connections go to the target port. */
  readonly tlsByProxy: boolean;
}

/** True for two microservices that run in the same cluster, as far as it is known. */
export function sameCluster(a: WorkloadEndpoint, b: WorkloadEndpoint): boolean {
  return a.cluster === undefined || b.cluster === undefined || a.cluster === b.cluster;
}

/** Key that tells a workload from all other endpoints. */
export function endpointId(cluster: string, namespace: string, name: string): string {
  return `${cluster}/${namespace}/${name}`;
}
