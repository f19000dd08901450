import type { Duration } from 'cdk8s';
import type { AlertSettings } from '../telemetry/alerts';
import type { Rollout } from '../rollout/rollout';
import type { Scaling } from '../scaling/scaling';
import type { Toleration, TopologySpread } from '../pod/topology-spread';
import type { WorkloadSettings } from './workload-settings';

/**
 * What can be stated for one microservice, for all of a stack and for all of a platform; the nearest statement counts,
 * field by field.
 */
export interface MicroserviceSettings extends WorkloadSettings {
  /**
   * How many replicas run.
   *
   * @default Scaling.fixed(2)
   */
  readonly scaling?: Scaling;

  /**
   * How a new version takes over.
   *
   * @default Rollout.rolling()
   */
  readonly rollout?: Rollout;

  /**
   * Whether voluntary disruptions are bounded. Off, a drain may take all replicas at once.
   *
   * @default - true where there may be two replicas or more
   */
  readonly disruptionBudget?: boolean;

  /**
   * Longest time that one request takes; shutdown waits for it. Whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly longestRequest?: Duration;

  /**
   * Requests that one replica serves at the same time, 1 or more; a mesh sends no more than all replicas together can
   * serve.
   *
   * @default 100
   */
  readonly concurrency?: number;

  /**
   * Longest time from the start of the container until it serves; it is restarted after that. Whole seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * How long a new pod must have been ready before a rollout goes on. Whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * How long callers may still send requests to a pod that is going away. Whole seconds.
   *
   * @default Duration.seconds(10)
   */
  readonly endpointPropagation?: Duration;

  /**
   * Among which places replicas are spread; an empty list spreads them nowhere.
   *
   * @default - over zones and over nodes, neither required
   */
  readonly topologySpread?: TopologySpread[];

  /**
   * Labels of the nodes that pods may run on.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Taints of nodes that pods put up with.
   *
   * @default - none
   */
  readonly tolerations?: Toleration[];

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's
   */
  readonly priorityClassName?: string;

  /**
   * Which standard alerts there are, and how all alerts are routed.
   *
   * @default - all of them
   */
  readonly alerts?: AlertSettings;
}

/** A setting in effect, and where it was said. */
export interface Setting {
  /** Name, such as `resources.memory.limit`. */
  readonly name: string;

  /** Value as it is written in reports. */
  readonly value: string;

  /** `library`, `platform`, `platform (required)`, `stack …` or `microservice …`. */
  readonly origin: string;
}
