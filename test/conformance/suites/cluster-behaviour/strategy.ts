import { resolve } from '../../cluster/int-or-percent';
import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** Replacement strategy of a workload's pods. */
export interface Strategy {
  /** The fewest pods that are to stay available. */
  readonly floor: number;
  /** Number of rounds of replacement. */
  readonly rounds: number;
  /** Strategy in the manifest's words. */
  readonly stated: string;
}

/**
 * The strategy of a Deployment or StatefulSet, as it was read with its defaults; to replace running pods is to keep
 * one.
 */
export function strategyOf({ kind, spec }: KubernetesObject): Strategy {
  const { replicas } = spec;
  const { type, rollingUpdate = {} } = kind === 'Deployment' ? spec.strategy : spec.updateStrategy;
  if (type !== 'RollingUpdate') return { floor: 0, rounds: 1, stated: `strategy ${type}` };
  if (kind === 'StatefulSet') {
    const unavailable = Math.max(1, resolve(rollingUpdate.maxUnavailable ?? 1, replicas, 'up'));
    return {
      floor: Math.max(0, replicas - unavailable),
      rounds: Math.ceil(replicas / unavailable),
      stated: `maxUnavailable ${unavailable}`,
    };
  }
  const { maxSurge, maxUnavailable } = rollingUpdate;
  const surge = resolve(maxSurge, replicas, 'up');
  const fewer = resolve(maxUnavailable, replicas, 'down');
  // The controller takes one away where neither would let it move.
  const unavailable = surge + fewer === 0 ? 1 : fewer;
  return {
    floor: Math.min(replicas, Math.max(1, replicas - unavailable)),
    rounds: Math.ceil(replicas / (surge + unavailable)),
    stated: `maxUnavailable ${maxUnavailable}, maxSurge ${maxSurge}`,
  };
}
