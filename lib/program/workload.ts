import type {
  Backlog,
  ClaimedStorage,
  ClusterFacts,
  ContainerFacts,
  Exposure,
  JobRunFacts,
  JobScheduleFacts,
  LoggingFacts,
  Objective,
  PodSecurityLevel,
  Port,
  RequestMetrics,
  TracingFacts,
  VaultFileFacts,
} from '../values';
import type { Problem } from '../errors';
import type { Activator } from './activator';
import type { ConfigFilesFacts } from './config-files';
import type { ConfigurationSource } from './configuration';
import type { GatewayCertificate } from './gateway-certificate';
import type { MeshContribution, PodContribution } from './contribution';
import type { DeliveryFacts } from './delivery';
import type { ResolvedSettings } from './derive/effective-settings';
import type { FunctionScale } from './derive/function-scale';
import type { Edge } from './edge';
import type { MonitoringFacts, ScrapeEndpoint } from './monitoring';
import type { AccountFacts, Named } from './names';
import type { PodIdentity } from './pod-identity';
import type { Endpoint } from './endpoint';
import type { PerNodeFacts } from './per-node';
import type { StatefulFacts } from './stateful';
import type { WayInFacts } from './way-in';
import type { WorkloadRef } from './workload-ref';

/** Kind of a workload, by the object that runs its pods. */
export enum WorkloadKind {
  /**
   * Replicas that run all the time: those of a Deployment, of the object that a delivery controller has in its place,
   * of a StatefulSet or of a DaemonSet.
   */
  DEPLOYMENT = 'deployment',

  /** Replicas that run while there are requests. */
  FUNCTION = 'function',

  /** Pods that run to their end, once or on a schedule. */
  JOB = 'job',
}

/** Facts of the platform's telemetry. */
export interface TelemetryFacts {
  readonly monitoring: MonitoringFacts;
  readonly tracing?: TracingFacts;
  readonly logging?: LoggingFacts;
}

/** Part of a workload that is known when it is stated, of every kind. */
export interface CommonDefinition extends TelemetryFacts, PodIdentity, Named {
  readonly namespace: string;
  /** Name of the application that it is part of. */
  readonly partOf: string;
  readonly component?: string;
  readonly cluster: ClusterFacts;
  /** Pod Security level of the namespace. Undefined where the program does not make it. */
  readonly podSecurity: PodSecurityLevel | undefined;
  readonly settings: ResolvedSettings;
  /** ServiceAccount of the pods. */
  readonly account: AccountFacts;
  /** Container definitions in the order of the pod: the main one first among those that run together. */
  readonly containers: readonly ContainerFacts[];
  readonly ports: readonly Port[];
  /** True when proxies of a mesh carry and count its requests. */
  readonly proxied: boolean;
  /** Endpoints that scrapers read. */
  readonly scraped: readonly ScrapeEndpoint[];
  /** Takes its requests first; undefined where callers connect to its pods. */
  readonly activator?: Activator;
  /** Way of requests from outside. Undefined for a workload that nothing of the platform exposes. */
  readonly wayIn?: WayInFacts;
  /** Reference to pull for an image of the program. */
  readonly resolveImage: (image: string) => string;
  /** ConfigMaps and Secrets of its namespace that the program states, as they are when they are asked for. */
  readonly configuration: ConfigurationSource;
  /** Files that Vault's agent writes in its pods, by path. */
  readonly vaultFiles: readonly VaultFileFacts[];
  /** TCP ports of others that its pods reach past the proxy of a mesh, since they do so before it runs. */
  readonly directPorts: readonly number[];
  /** Files of the program in its pods. */
  readonly configFiles: ConfigFilesFacts;
  /** The workload as an end of edges. */
  readonly endpoint: Endpoint;
}

/** Part of a workload that grows with its statements, resolved, of every kind. */
interface CommonStatements {
  readonly outbound: readonly Edge[];
  readonly inbound: readonly Edge[];
  /** Halves of calls that were stated on this side, for callers stated elsewhere; they are among `inbound` too. */
  readonly accepted: readonly Edge[];
  readonly exposures: readonly Exposure[];
  /** Certificates of its hosts behind a gateway. */
  readonly certificates: readonly GatewayCertificate[];
  /** Additions of the mesh. */
  readonly mesh: MeshContribution;
  /** Additions of monitoring, tracing and logging. */
  readonly telemetry: PodContribution;
}

/** Part of a microservice that is known when it is stated. */
export interface DeploymentDefinition extends CommonDefinition {
  readonly kind: WorkloadKind.DEPLOYMENT;
  /** Object that runs the pods: a Deployment, StatefulSet or DaemonSet, or what a delivery controller has instead. */
  readonly object: WorkloadRef;
  /** Names and claims of the replicas of a StatefulSet. Undefined for identical replicas without state. */
  readonly stateful?: StatefulFacts;
  /** Claims that its replicas share. Undefined where it has none. */
  readonly claims?: readonly ClaimedStorage[];
  /** Facts of one pod on each node. Undefined where a number of replicas is stated. */
  readonly perNode?: PerNodeFacts;
  readonly delivery: DeliveryFacts;
  readonly wayIn: WayInFacts;
  /** True when callers are told the addresses of the pods instead of one address for all. */
  readonly headless: boolean;
  readonly objectives: readonly Objective[];
  /** The application's own metrics of its requests. */
  readonly requestMetrics?: RequestMetrics;
  readonly backlogs: readonly Backlog[];
}

/** A microservice, stateful service or agent: replicas that run all the time. */
export interface DeploymentWorkload extends DeploymentDefinition, CommonStatements {
  /** True when its processes may talk to the Kubernetes API. */
  readonly callsKubernetesApi: boolean;
  /** Namespaces whose workloads send spans to it, in alphabetical order; none unless it is the collector of spans. */
  readonly spanSources: readonly string[];
  /** The microservice as its candidate runs: another object, another image, and the additions that follow from them. */
  readonly candidate?: DeploymentWorkload;
}

/** Part of a function that is known when it is stated. */
export interface FunctionDefinition extends CommonDefinition {
  readonly kind: WorkloadKind.FUNCTION;
  readonly scale: FunctionScale;
  /**
   * Seconds after which a request is ended: its longest time, and that of a start where the first replica may have to
   * be started for it.
   */
  readonly timeout: number;
  /** Seconds in which a new version takes over all requests; 0 where it does so at once. */
  readonly rolloutDuration: number;
  /** Names of the settings that it can have. */
  readonly settingNames: readonly string[];
  /** Names of the variables that what runs it adds behind those of the container. */
  readonly runtimeVariables: readonly string[];
  /** Reasons why settings that platform or stack state for all are left out. */
  readonly withheld: readonly Problem[];
}

/** A function: replicas that run while there are requests. */
export interface FunctionWorkload extends FunctionDefinition, CommonStatements {}

/** Part of a job that is known when it is stated. It has no ports, and nobody calls it. */
export interface JobDefinition extends CommonDefinition {
  readonly kind: WorkloadKind.JOB;
  readonly run: JobRunFacts;
  /** Schedule of its runs. Undefined for one that runs once. */
  readonly schedule?: JobScheduleFacts;
}

/** A job: pods that run to their end. */
export interface JobWorkload extends JobDefinition, CommonStatements {
  /** True when its processes may talk to the Kubernetes API. */
  readonly callsKubernetesApi: boolean;
}

/** Names and claims of the replicas of a StatefulSet. Undefined for every other workload. */
export function statefulOf(workload: {
  readonly kind: WorkloadKind;
  readonly stateful?: StatefulFacts;
}): StatefulFacts | undefined {
  return workload.stateful;
}

/** Facts of one pod on each node. Undefined for every workload but an agent. */
export function perNodeOf(workload: {
  readonly kind: WorkloadKind;
  readonly perNode?: PerNodeFacts;
}): PerNodeFacts | undefined {
  return workload.perNode;
}

/** True where the delivery of the platform brings out new versions, and not Kubernetes alone. */
export function isDelivered({ stateful, perNode }: Pick<DeploymentDefinition, 'stateful' | 'perNode'>): boolean {
  return stateful === undefined && perNode === undefined;
}

/** Claims that the program states for a workload: those of each replica, or those that its replicas share. */
export function claimsOf(workload: {
  readonly kind: WorkloadKind;
  readonly stateful?: StatefulFacts;
  readonly claims?: readonly ClaimedStorage[];
}): readonly ClaimedStorage[] {
  return workload.stateful?.claims ?? workload.claims ?? [];
}

/** A workload of any kind, as it is stated. */
export type WorkloadDefinition = DeploymentDefinition | FunctionDefinition | JobDefinition;

/** A workload of any kind, resolved. */
export type Workload = DeploymentWorkload | FunctionWorkload | JobWorkload;

/** True for a workload whose processes may talk to the Kubernetes API. */
export function usesKubernetesApi(workload: Workload): boolean {
  return workload.kind !== WorkloadKind.FUNCTION && workload.callsKubernetesApi;
}
