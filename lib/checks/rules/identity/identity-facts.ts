import type { Workload } from '../../../program';

/** A workload beside others of its namespace. */
export interface IdentityFacts {
  readonly workload: Workload;
  /** Workloads, by their paths, whose pods its selector selects beside its own. */
  readonly alsoSelected: readonly string[];
  /** Workloads whose pods run under the same ServiceAccount. */
  readonly sharers: readonly { readonly path: string; readonly workload: Workload }[];
}
