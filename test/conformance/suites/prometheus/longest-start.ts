import type { KubernetesObject } from '../../cluster/kubernetes-object';

interface Probe {
  readonly initialDelaySeconds?: number;
  readonly periodSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly failureThreshold?: number;
  readonly successThreshold?: number;
}

type Container = Partial<Record<'startupProbe' | 'readinessProbe', Probe>>;

/**
 * Seconds without a ready pod that the kubelet and the strategy of a workload allow, as its manifest has them: the end
 * of the old version where that comes first, then as many failures of the startup probe as are allowed, each as long as
 * it may take, then the delay and the successes of readiness.
 */
export function longestStart({ spec }: KubernetesObject): number {
  const { containers = [], initContainers = [], terminationGracePeriodSeconds = 30 } = spec.template.spec;
  const before = spec.strategy?.type === 'Recreate' ? terminationGracePeriodSeconds : 0;
  const sidecars = (initContainers as Container[]).map(({ startupProbe }) => untilFailure(startupProbe));
  const others = (containers as Container[]).map(
    ({ startupProbe, readinessProbe }) =>
      Math.max(untilFailure(startupProbe), readinessProbe?.initialDelaySeconds ?? 0) + untilSuccess(readinessProbe),
  );
  return before + sidecars.reduce((sum, each) => sum + each, 0) + Math.max(0, ...others) + (spec.minReadySeconds ?? 0);
}

function untilFailure(probe: Probe | undefined): number {
  return probe === undefined ? 0 : (probe.initialDelaySeconds ?? 0) + (probe.failureThreshold ?? 3) * between(probe);
}

function untilSuccess(probe: Probe | undefined): number {
  return probe === undefined ? 0 : (probe.successThreshold ?? 1) * between(probe);
}

/** A probe that hangs puts the next one off. */
function between({ periodSeconds = 10, timeoutSeconds = 1 }: Probe): number {
  return Math.max(periodSeconds, timeoutSeconds);
}
