import type { Activator } from './activator';
import type { Call } from './call';
import type { VersionServices } from './delivery';
import type { Exposure, Port, Propagator } from '../values';

/** One end of a call, as both halves of the edge know it. */
export interface Endpoint {
  /** Unique among all endpoints: cluster, namespace and name, or the host. */
  readonly id: string;
  readonly name: string;
  readonly ports: readonly Port[];
  /** Where a microservice runs; none for what is outside of any cluster. */
  readonly workload?: WorkloadEndpoint;
  /** Percent of its requests that succeed, as it promises; none where it promises nothing. */
  readonly availability?: number;
  /** Calls that it makes, as far as they are known; grows as they are stated. */
  readonly outbound?: readonly Call[];
  /** Whether it is stated in another program, of which only a reference is known. */
  readonly statedElsewhere?: boolean;
  /** Where an external service is. */
  readonly external?: ExternalEndpoint;
}

/** A microservice as an endpoint. */
export interface WorkloadEndpoint {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Name of the mesh that it is in; none where that is not known. */
  readonly mesh?: string;
  /** Name of the cluster. None where it is the other endpoint's, whichever that is. */
  readonly cluster?: string;
  /** Statements of exposure, as far as they have been made; none of a microservice that is stated elsewhere. */
  readonly exposures: readonly Exposure[];
  /** Labels of its pods, where they are others than its name as name and instance. */
  readonly podSelector?: Readonly<Record<string, string>>;
  /** Services of its versions, which requests are sent to beside its own. */
  readonly versions?: VersionServices;
  /** What takes its requests first; none where callers connect to its pods. */
  readonly activator?: Activator;
  /**
   * Whether it is said elsewhere to scale to zero: what takes its requests first is known to the platform of its
   * callers.
   */
  readonly scalesToZero?: boolean;
  /** Name of what runs and routes it, where it is a function: nothing of a call's policy reaches these routes. */
  readonly runtime?: string;
  /** Longest request in seconds, where it is known. */
  readonly longestRequest?: number;
  /** How the context of traces travels with its requests; none where it is not known, or nothing is traced. */
  readonly propagators?: readonly Propagator[];
}

/** An external service as an endpoint. */
export interface ExternalEndpoint {
  readonly host: string;
  /** The namespace of the stack that states it. */
  readonly namespace: string;
  /** Ranges in CIDR notation, none where they are not known. */
  readonly addresses: readonly string[];
  /** Whether the caller's proxy begins TLS, so that connections go to the target port. */
  readonly tlsByProxy: boolean;
  /** Callers whose network policies must say where it is; grows as calls are stated. */
  readonly restrictedCallers: Endpoint[];
}

/** Whether two microservices run in the same cluster, as far as it is known. */
export function sameCluster(a: WorkloadEndpoint, b: WorkloadEndpoint): boolean {
  return a.cluster === undefined || b.cluster === undefined || a.cluster === b.cluster;
}

/** What tells a microservice from all other endpoints. */
export function endpointId(cluster: string, namespace: string, name: string): string {
  return `${cluster}/${namespace}/${name}`;
}
