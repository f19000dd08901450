import type { Duration } from 'cdk8s';
import type { AgentUpdate } from '../agent/agent-update';
import type { AdditionalContainer, ContainerOptions, InitContainer } from '../pod/container';
import type { Toleration } from '../pod/topology-spread';
import { Scaling } from '../scaling/scaling';
import type { Objective } from '../telemetry/objective';
import { LIBRARY_SETTINGS } from './defaults';
import type { WorkloadLifecycle } from './lifecycle';
import type { ImagePullSettings } from './pod-settings';
import type { MicroserviceSettings } from './settings';
import type { MicroserviceTelemetry } from './telemetry';

/** Nodes that an agent runs on: all that match. */
export interface AgentPlacement {
  /**
   * Runs on every node, those of the control plane and those with taints of any effect included. The node selector and
   * the tolerations of stack and platform do not count then.
   *
   * @default false
   */
  readonly everyNode?: boolean;

  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Taints of nodes that pods tolerate. Kubernetes adds those of nodes that are not ready, unreachable, cordoned or
   * short of memory, disk or processes.
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
}

/** Pods of one agent: further options of the main container, and further containers. */
export interface AgentPod extends ImagePullSettings, ContainerOptions {
  /**
   * Nodes that pods run on.
   *
   * @default - every node without a taint
   */
  readonly placement?: AgentPlacement;

  /**
   * Containers that run to completion before the main container starts, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside the main container.
   *
   * @default - none
   */
  readonly containers?: AdditionalContainer[];
}

/** Namespaces of the node that the pods of an agent are in. The Pod Security level `privileged` alone admits them. */
export interface HostAccess {
  /**
   * Puts pods into the network of their node: they have its address, and no network policy or mesh holds for them.
   *
   * @default false
   */
  readonly network?: boolean;

  /**
   * Ranges in CIDR notation that the addresses of the nodes are in, by which network policies know pods in the network
   * of a node.
   *
   * @default - not known: callees let any address in on the ports that such an agent calls
   */
  readonly nodeAddresses?: string[];

  /**
   * Shows pods the processes of their node (`hostPID`).
   *
   * @default false
   */
  readonly pid?: boolean;
}

/** Times and limits by which the pods of an agent start, serve, are replaced and end. */
export interface AgentLifecycle extends WorkloadLifecycle {
  /**
   * Rule by which a new version replaces the old one on each node.
   *
   * @default AgentUpdate.rolling()
   */
  readonly update?: AgentUpdate;

  /**
   * Time that a new pod is ready before an update goes on, in whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * Time during which callers may still send requests to a terminating pod, in whole seconds.
   *
   * @default Duration.seconds(10)
   */
  readonly endpointPropagation?: Duration;
}

/** Telemetry and objectives of an agent. */
export interface AgentTelemetry extends MicroserviceTelemetry {
  /**
   * Objectives of availability and latency that callers may rely on.
   *
   * @default - none
   */
  readonly objectives?: Objective[];
}

/** Settings of the library for agents: the nodes decide how many pods there are and where. */
export const AGENT_SETTINGS: MicroserviceSettings = Object.freeze({
  ...LIBRARY_SETTINGS,
  scaling: Scaling.fixed(1),
  pod: { ...LIBRARY_SETTINGS.pod, placement: { topologySpread: [] } },
});

/** Settings that platform or stack state for all, but for those that no agent has. */
export function agentDefaults(values: MicroserviceSettings, everyNode: boolean): MicroserviceSettings {
  const { scaling: _scaling, lifecycle, pod, ...rest } = values;
  const { rollout: _rollout, disruptionBudget: _budget, ...times } = lifecycle ?? {};
  const { placement, ...images } = pod ?? {};
  const { topologySpread: _spread, nodeSelector, tolerations, ...placed } = placement ?? {};
  return {
    ...rest,
    ...(lifecycle !== undefined && { lifecycle: times }),
    ...(pod !== undefined && {
      pod: {
        ...images,
        ...(placement !== undefined && {
          placement: {
            ...placed,
            ...(!everyNode && nodeSelector !== undefined && { nodeSelector }),
            ...(!everyNode && tolerations !== undefined && { tolerations }),
          },
        }),
      },
    }),
  };
}

const WITHOUT = ['lifecycle.rollout', 'lifecycle.disruptionBudget', 'pod.placement.topologySpread'];

/** True for a setting that agents have, by its full name. */
export function isAgentSetting(name: string): boolean {
  return name.split('.')[0] !== 'scaling' && !WITHOUT.includes(name);
}
