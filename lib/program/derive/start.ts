import {
  AgentUpdateKind,
  type ContainerFacts,
  ContainerRole,
  PROGRESS_DEADLINE_SECONDS,
  RolloutKind,
} from '../../values';
import type { PerNodeFacts } from '../per-node';
import { perNodeOf, statefulOf, type Workload, WorkloadKind } from '../workload';
import type { StatefulFacts } from '../stateful';
import { type Health, healthOf, healthWithoutStartup, longestFailure } from './health';
import { lifecycle } from './lifecycle';

/** Longest times of a start and of a rollout, in seconds. */
export interface Start {
  /** From the start of a pod's first container until the pod is ready. */
  readonly ready: number;
  /** The same until the pod counts as available: `ready`, then minReady. */
  readonly available: number;
  /**
   * Time without a ready replica that a rollout may make: that of a start and, where the old version ends first, that
   * of its end before.
   */
  readonly outage: number;
  /**
   * Kubernetes' own deadline of a rollout, or where it is longer, twice the start and the end of the old version
   * before: pods are scheduled and images pulled within the second half.
   */
  readonly progressDeadline: number;
}

// The API keeps it in 32 bits.
const LONGEST_DEADLINE = 2 ** 31 - 1;

/** Computes the longest times that the kubelet lets a start take from the probes of all containers. */
export function startOf(
  workload: Pick<Workload, 'kind' | 'containers' | 'settings' | 'ports'> & {
    readonly stateful?: StatefulFacts;
    readonly perNode?: PerNodeFacts;
  },
): Start {
  const { minReady, rollout, ...values } = workload.settings.values;
  const ready = readyAfter(workload);
  const available = ready + minReady;
  const grace = lifecycle({ ...values, serves: workload.ports.length > 0 }).terminationGracePeriod;
  const perNode = perNodeOf(workload);
  const endsFirst =
    rollout._kind === RolloutKind.RECREATE ||
    statefulOf(workload) !== undefined ||
    (perNode !== undefined && perNode.update._kind !== AgentUpdateKind.SURGE);
  const before = endsFirst ? grace : 0;
  return {
    ready,
    available,
    outage: before + available,
    progressDeadline: Math.min(LONGEST_DEADLINE, Math.max(PROGRESS_DEADLINE_SECONDS, before + 2 * available)),
  };
}

/** Init containers run one after the other, and sidecars start between them; the others start together after these. */
function readyAfter({ kind, containers, settings: { values } }: Pick<Workload, 'kind' | 'containers' | 'settings'>) {
  const starts = (role: ContainerRole) => role === ContainerRole.INIT || role === ContainerRole.SIDECAR;
  let begin = 0;
  let ready = 0;
  for (const each of [
    ...containers.filter(({ role }) => starts(role)),
    ...containers.filter(({ role }) => !starts(role)),
  ]) {
    const health = healthIn(kind, each, values);
    if (each.role !== ContainerRole.INIT) ready = Math.max(ready, begin + served(each, health, values.startupTime));
    // Nothing limits how long an init container runs: it counts as long as a start.
    if (each.role === ContainerRole.INIT) begin += values.startupTime;
    if (each.role === ContainerRole.SIDECAR && health.startup) begin += longestFailure(health.startup);
  }
  return ready;
}

function healthIn(kind: WorkloadKind, container: ContainerFacts, values: Workload['settings']['values']): Health {
  const health = healthOf(container, values);
  // Functions have no startup probe of the library's accord.
  return kind === WorkloadKind.FUNCTION && container.startup === undefined
    ? healthWithoutStartup(health, values.startupTime)
    : health;
}

/** Longest time from the start of a container until it is ready. */
function served({ role }: ContainerFacts, { startup, readiness, liveness }: Health, startupTime: number): number {
  const assumed = role === ContainerRole.MAIN || readiness !== undefined || liveness !== undefined ? startupTime : 0;
  const started = startup ? longestFailure(startup) : Math.max(assumed, liveness ? longestFailure(liveness) : 0);
  return readiness === undefined
    ? started
    : Math.max(started, readiness.initialDelay) +
        readiness.successThreshold * Math.max(readiness.period, readiness.timeout);
}
