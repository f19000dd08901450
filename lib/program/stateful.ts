import { type Claim, ClaimPolicy, PodManagement } from '../values';

/** Replicas that have names of their own, and claims that they keep. */
export interface StatefulFacts {
  readonly claims: readonly Claim[];
  /** Name of the Service under which each replica has its address. */
  readonly headlessService: string;
  readonly podManagement: PodManagement;
  /** Ordinal of the first replica that an update exchanges. */
  readonly partition: number;
  /** Replicas that an update may take away at once. Undefined where nothing is stated. */
  readonly maxUnavailable: number | undefined;
  readonly claimRetention: { readonly whenDeleted: ClaimPolicy; readonly whenScaled: ClaimPolicy };
}

/** Group that owns the volumes of claims where nothing is stated. Any group but root's serves. */
export const CLAIM_GROUP = 1000;

/** Name of the Service under which replicas have addresses of their own. */
export function headlessName(name: string): string {
  return `${name}-headless`;
}
