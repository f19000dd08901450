import { resolve } from '../../cluster/int-or-percent';
import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** Replacement strategy of a workload's pods. */
export interface Strategy {
  /** Pods that it has. */
  readonly replicas: number;
  /** The fewest pods that are to stay available. */
  readonly floor: number;
  /** Number of rounds of replacement. */
  readonly rounds: number;
  /** Strategy in the manifest's words. */
  readonly stated: string;
}

/**
 * The strategy of a Deployment, StatefulSet or DaemonSet, as it was read with its defaults; to replace running pods is
 * to keep one.
 */
export function strategyOf({ kind, spec, status }: KubernetesObject): Strategy {
  const replicas: number = kind === 'DaemonSet' ? status.desiredNumberScheduled : spec.replicas;
  const { type, rollingUpdate = {} } = kind === 'Deployment' ? spec.strategy : spec.updateStrategy;
  if (type !== 'RollingUpdate') return { replicas, floor: 0, rounds: 1, stated: `strategy ${type}` };
  if (kind === 'StatefulSet') {
    const unavailable = Math.max(1, resolve(rollingUpdate.maxUnavailable ?? 1, replicas, 'up'));
    return {
      replicas,
      floor: Math.max(0, replicas - unavailable),
      rounds: Math.ceil(replicas / unavailable),
      stated: `maxUnavailable ${unavailable}`,
    };
  }
  const { maxSurge, maxUnavailable } = rollingUpdate;
  if (kind === 'DaemonSet') {
    // The API server lets one of them be more than none.
    const unavailable = resolve(maxUnavailable, replicas, 'up');
    const atOnce = Math.max(1, unavailable + resolve(maxSurge, replicas, 'up'));
    return {
      replicas,
      floor: Math.max(0, replicas - unavailable),
      rounds: Math.ceil(replicas / atOnce),
      stated: `maxUnavailable ${maxUnavailable}, maxSurge ${maxSurge}`,
    };
  }
  const surge = resolve(maxSurge, replicas, 'up');
  const fewer = resolve(maxUnavailable, replicas, 'down');
  // The controller takes one away where neither would let it move.
  const unavailable = surge + fewer === 0 ? 1 : fewer;
  return {
    replicas,
    floor: Math.min(replicas, Math.max(1, replicas - unavailable)),
    rounds: Math.ceil(replicas / (surge + unavailable)),
    stated: `maxUnavailable ${maxUnavailable}, maxSurge ${maxSurge}`,
  };
}
