import { lifecycle, DeploymentWorkload } from '../../../program';

/** Argo Rollouts' default delay, in which kube-proxies and sidecars learn of endpoint changes. */
export const SHORTEST_DELAY_SECONDS = 30;

/**
 * Seconds that pods stay after requests go elsewhere: until everybody knows, and the last request has been answered.
 */
export function drainSeconds({ settings, ports }: Pick<DeploymentWorkload, 'settings' | 'ports'>): number {
  return Math.max(
    SHORTEST_DELAY_SECONDS,
    lifecycle({ ...settings.values, serves: ports.length > 0 }).terminationGracePeriod,
  );
}
