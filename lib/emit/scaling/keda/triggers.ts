import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { DeploymentWorkload } from '../../../program';
import { Backlog, BacklogKind, ScalingMetric, ScalingMetricKind, TriggerCredentials } from '../../../values';
import { mainContainer } from '../main-container';
import { queryOf } from '../query';
import type { HttpAddOn } from './http-add-on';

/** One of the things that KEDA watches. */
export type Trigger = IScaledObject['spec']['triggers'][number];

/** Prometheus facts of a trigger. */
export interface PrometheusFacts {
  readonly serverAddress: string;
  readonly authModes?: string;
  readonly clusterTriggerAuthentication?: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A metric with the credentials that its trigger shows, and the name under which these are kept. */
export interface AuthenticatedSignal {
  readonly signal: ScalingMetric;
  readonly authentication?: { readonly name: string; readonly credentials: TriggerCredentials };
}

/** Each metric, with a name for the credentials of those that show some. */
export function authenticatedSignals(
  { name }: Pick<DeploymentWorkload, 'name'>,
  signals: readonly ScalingMetric[],
): AuthenticatedSignal[] {
  const taken: string[] = [];
  return signals.map((signal) => {
    const { _source: source } = signal;
    const credentials = source?.credentials;
    if (
      source === undefined ||
      credentials === undefined ||
      (credentials.secretName === undefined && credentials.identity === undefined)
    )
      return { signal };
    taken.push(source.trigger);
    const count = taken.filter((trigger) => trigger === source.trigger).length;
    return {
      signal,
      authentication: { name: `${name}-${source.trigger}${count > 1 ? `-${count}` : ''}`, credentials },
    };
  });
}

/** Trigger on the interceptor's requests. The add-on pushes to KEDA as soon as there is one. */
export function requestsTrigger({ name }: DeploymentWorkload, { scalerAddress }: HttpAddOn): Trigger {
  return { type: 'external-push', metricType: 'AverageValue', metadata: { scalerAddress, interceptorRoute: name } };
}

/** Trigger of a metric. Empty where no series measures it, and a finding reports that. */
export function triggerOf(
  facts: DeploymentWorkload,
  { signal, authentication }: AuthenticatedSignal,
  prometheus: PrometheusFacts | undefined,
): Trigger[] {
  const { _kind: kind, target, _schedule: schedule, _source: source, _backlog: backlog } = signal;
  if (kind === ScalingMetricKind.CPU || kind === ScalingMetricKind.MEMORY) {
    // Only of the main container: the idle share of a sidecar would hide its load.
    return [
      {
        type: kind === ScalingMetricKind.CPU ? 'cpu' : 'memory',
        metricType: 'Utilization',
        metadata: { value: `${target}`, containerName: mainContainer(facts) },
      },
    ];
  }
  if (schedule !== undefined)
    return [
      {
        type: 'cron',
        metadata: {
          timezone: schedule.timezone,
          start: schedule.start,
          end: schedule.end,
          desiredReplicas: `${schedule.replicas}`,
        },
      },
    ];
  if (source !== undefined && backlog !== undefined) {
    return [
      {
        type: source.trigger,
        metadata: { ...source.metadata, ...brokerMetadata(backlog, target) },
        ...(authentication !== undefined && { authenticationRef: { name: authentication.name } }),
      },
    ];
  }
  const query = queryOf(facts, signal);
  return query === undefined || prometheus === undefined ? [] : [prometheusTrigger(query, signal, prometheus)];
}

function prometheusTrigger(
  query: string,
  { _kind: kind, target }: ScalingMetric,
  { serverAddress, authModes, clusterTriggerAuthentication, metadata }: PrometheusFacts,
): Trigger {
  const isLatency = kind === ScalingMetricKind.LATENCY;
  return {
    type: 'prometheus',
    // Latency does not become less by being divided by the number of replicas.
    metricType: isLatency ? 'Value' : 'AverageValue',
    // A missing series of requests counts as no requests. One of a backlog says nothing of what waits.
    metadata: {
      ...metadata,
      serverAddress,
      query,
      threshold: `${isLatency ? target / 1000 : rounded(target)}`,
      ignoreNullValues: `${kind !== ScalingMetricKind.BACKLOG}`,
      ...(authModes !== undefined && { authModes }),
    },
    ...(clusterTriggerAuthentication !== undefined && {
      authenticationRef: { name: clusterTriggerAuthentication, kind: 'ClusterTriggerAuthentication' },
    }),
  };
}

/** Metadata of a broker's trigger. */
function brokerMetadata({ _kind: kind, labels }: Backlog, perReplica: number): Record<string, string> {
  switch (kind) {
    case BacklogKind.KAFKA:
      return {
        consumerGroup: labels['consumergroup']!,
        ...(labels['topic'] !== undefined && { topic: labels['topic'] }),
        lagThreshold: `${perReplica}`,
      };
    case BacklogKind.RABBITMQ:
      return { queueName: labels['queue']!, vhostName: labels['vhost']!, mode: 'QueueLength', value: `${perReplica}` };
    case BacklogKind.NATS:
      return { stream: labels['stream_name']!, consumer: labels['consumer_name']!, lagThreshold: `${perReplica}` };
    case BacklogKind.SQS:
      return { queueLength: `${perReplica}` };
    case BacklogKind.REDIS_STREAM:
      return { stream: labels['stream']!, consumerGroup: labels['group']!, lagCount: `${perReplica}` };
    case BacklogKind.CUSTOM:
      return {};
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
