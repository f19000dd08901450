import type { AgentUpdate, InternalTrafficPolicy } from '../values';

/** One pod on every node that is selected: that of a DaemonSet. */
export interface PerNodeFacts {
  readonly update: AgentUpdate;
  /** True where every taint is tolerated. */
  readonly everyNode: boolean;
  readonly internalTrafficPolicy: InternalTrafficPolicy;
  /** True in the network of the node, where no network policy and no mesh holds. */
  readonly hostNetwork: boolean;
  readonly hostPid: boolean;
  /** Ranges of the addresses of nodes. Empty where they are not known. */
  readonly nodeAddresses: readonly string[];
}
