import type { Activator } from './activator';
import type {
  Backlog,
  ClusterFacts,
  ContainerFacts,
  Exposure,
  LoggingFacts,
  Objective,
  PodSecurityLevel,
  Port,
  RequestMetrics,
  TracingFacts,
} from '../values';
import type { Call } from './call';
import type { MeshContribution, PodContribution } from './contribution';
import type { ResolvedSettings } from './derive/effective-settings';
import type { DeliveryFacts } from './delivery';
import type { MonitoringFacts } from './monitoring';
import type { Party } from './party';

/** What the platform sees of its microservices. */
export interface TelemetryFacts {
  readonly monitoring: MonitoringFacts;
  readonly tracing?: TracingFacts;
  readonly logging?: LoggingFacts;
}

/** All that is known of a microservice; what renderers and checks read. */
export interface MicroserviceFacts extends TelemetryFacts {
  readonly name: string;
  readonly namespace: string;
  /** The application that it is part of. */
  readonly partOf: string;
  readonly component?: string;
  readonly cluster: ClusterFacts;
  /** What the namespace lets pods do, where the program makes it. */
  readonly podSecurity: PodSecurityLevel | undefined;
  readonly settings: ResolvedSettings;
  /** Container definitions in the order of the pod: the main one first among those that run together. */
  readonly containers: readonly ContainerFacts[];
  readonly ports: readonly Port[];
  readonly headless: boolean;
  readonly objectives: readonly Objective[];
  /** What the application's own metrics say of its requests. */
  readonly requestMetrics?: RequestMetrics;
  readonly backlogs: readonly Backlog[];
  /** Calls that it makes; grows as they are stated. */
  readonly outbound: readonly Call[];
  /** Calls that it takes; grows as they are stated. */
  readonly inbound: readonly Call[];
  /** Halves of calls that were stated on this side, for callers stated elsewhere; they are among `inbound` too. */
  readonly accepted: readonly Call[];
  /** Grows as exposures are stated. */
  readonly exposures: readonly Exposure[];
  /** Whether its processes may talk to the Kubernetes API; set when it is stated. */
  readonly callsKubernetesApi: boolean;
  /** What the mesh adds; depends on calls and exposures stated so far. */
  readonly mesh: MeshContribution;
  /** What monitoring, tracing and logging add. */
  readonly telemetry: PodContribution;
  /** What takes its requests first; none where callers connect to its pods. */
  readonly activator?: Activator;
  /** What brings new versions of it out. */
  readonly delivery: DeliveryFacts;
  /** The reference to pull for an image of the program. */
  readonly resolveImage: (image: string) => string;
  /** How calls refer to it. */
  readonly party: Party;
}
