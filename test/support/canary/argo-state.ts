import type { Stage } from './stage';

/**
 * Label that the controller adds to pods, and to the selectors of Services:
 * https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 */
export const HASH = 'rollouts-pod-template-hash';

/** Hashes of the two versions. */
export const OLD = '6f7c9d';
export const NEW = '5b8d4c';

/** State of a Rollout after the controller's work. */
export interface RolloutState {
  readonly name: string;
  /** Replicas by the hash of the version. */
  readonly replicas: Readonly<Record<string, number>>;
  /** Hashes that Services lead to; none before the controller has seen them. */
  readonly targets: Readonly<Record<string, string>>;
  /** Percent at the destination of the canary; none where no routes are moved. */
  readonly weight?: number;
  /** Routes that the controller made, by the step that asked for them. */
  readonly managed?: readonly any[];
  /** Expected treatment of requests. */
  readonly expected: Pick<Stage, 'weight' | 'header' | 'copied'>;
}

/** Name of the state in which all is as it was before. */
export const SETTLED = 'settled';

/** Replicas of what is scaled by somebody else. */
const AUTOSCALED = 4;

/** Replicas that are wanted of both versions together, where pods are exchanged, and of each, where requests are. */
export function wantedReplicas({ replicas }: { readonly replicas?: number }): number {
  return replicas ?? AUTOSCALED;
}
