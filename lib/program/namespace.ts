import type { ClusterFacts, PodSecurityLevel } from '../values';
import type { TelemetryFacts } from './workload';

/** Facts of a stack's namespace. */
export interface NamespaceFacts extends TelemetryFacts {
  readonly name: string;
  /** True for a namespace that is made outside of the program. */
  readonly existing: boolean;
  readonly podSecurity: PodSecurityLevel;
  readonly cluster: ClusterFacts;
  /** Name of the mesh that its stack runs in. */
  readonly mesh: string;
  /** Labels that put its pods into the mesh. */
  readonly meshLabels: Readonly<Record<string, string>>;
  /** Labels that the platform asks of everything. */
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of those labels that the platform requires. */
  readonly requiredLabels: readonly string[];
  /** True where the platform requires network policies. */
  readonly requiresNetworkPolicies: boolean;
  /** Path of the stack, for findings. */
  readonly statedBy: string;
}
