import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { COLLECTOR } from '../../../mesh';
import type { Context } from '../../../suite';
import type { MeshCluster } from '../mesh-cluster';
import { judgeLogs } from './logs';
import { NAMESPACE, SAMPLING_PERCENTAGE } from './program';
import { Expected, judgeProxyTracing, judgeSpans } from './spans';
import { Traced } from './traced';

const SUBJECT = 'traced and logged';

const CONTEXT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331';
const SAMPLED: Expected = { context: `${CONTEXT}-01`, flags: '01', areReported: true };

/** Judges spans and access logs: by what proxies write, what callees see and what reaches a collector. */
export async function judgeTelemetry({ judge, findsPlanted, scratch }: Context, cluster: MeshCluster): Promise<void> {
  const traced = await Traced.start(cluster, scratch);
  const telemetry = traced.located('Telemetry', 'default').manifest;
  const object = `Telemetry ${NAMESPACE}/default`;
  await judge(SUBJECT, 'failed and slow requests are logged by both proxies, and no others', () => judgeLogs(traced));
  await judge(
    SUBJECT,
    'every proxy samples what enters as stated, follows its application, and knows the collector',
    () => judgeProxyTracing(traced, SAMPLING_PERCENTAGE),
  );
  await judge(SUBJECT, 'what an application traces, both proxies trace, and spans reach the collector', () =>
    judgeSpans(traced, SAMPLED),
  );
  await judge(SUBJECT, 'what an application does not trace, they do not', () =>
    judgeSpans(traced, { context: `${CONTEXT}-00`, flags: '00', areReported: false }),
  );
  await findsPlanted({ name: 'no filter', object, message: /logs a request by http that is fast/ }, () =>
    traced.under({ applied: [filtered(telemetry)] }, () => judgeLogs(traced)),
  );
  await findsPlanted(
    { name: 'gRPC statuses of requests by HTTP', object, message: /logs a request by http that is fast/ },
    () => traced.under({ applied: [filtered(telemetry, 'response.grpc_status != 0')] }, () => judgeLogs(traced)),
  );
  await findsPlanted({ name: 'durations of connections', object, message: /logs a connection that is slow/ }, () =>
    traced.under({ applied: [filtered(telemetry, 'request.duration > duration("500ms")')] }, () => judgeLogs(traced)),
  );
  await findsPlanted(
    { name: 'one share for both directions', object, message: /-00 instead of one that ends in 01/ },
    () => traced.under({ applied: [sampling(telemetry, SAMPLING_PERCENTAGE)] }, () => judgeSpans(traced, SAMPLED)),
  );
  await findsPlanted({ name: 'another share', object, message: /samples 12\.5 percent in and 12\.5 out/ }, () =>
    traced.under({ applied: [sampling(telemetry, 12.5)] }, () => judgeProxyTracing(traced, SAMPLING_PERCENTAGE)),
  );
  const scope = traced.located('Sidecar', 'web').manifest;
  await findsPlanted(
    {
      name: 'a scope without the collector',
      object: `Sidecar ${NAMESPACE}/web`,
      message: /does not know the collector/,
    },
    () => traced.under({ applied: [withoutCollector(scope)] }, () => judgeProxyTracing(traced, SAMPLING_PERCENTAGE)),
  );
  await traced.stop();
}

function sampling(telemetry: KubernetesObject, randomSamplingPercentage: number): KubernetesObject {
  const {
    tracing: [{ providers }],
  } = telemetry.spec as { readonly tracing: readonly [{ readonly providers: unknown }] };
  return { ...telemetry, spec: { ...telemetry.spec, tracing: [{ providers, randomSamplingPercentage }] } };
}

function filtered(telemetry: KubernetesObject, expression?: string): KubernetesObject {
  const {
    accessLogging: [{ providers }],
  } = telemetry.spec as { readonly accessLogging: readonly [{ readonly providers: unknown }] };
  return {
    ...telemetry,
    spec: {
      ...telemetry.spec,
      accessLogging: [{ providers, ...(expression !== undefined && { filter: { expression } }) }],
    },
  };
}

function withoutCollector(scope: KubernetesObject): KubernetesObject {
  const {
    egress: [{ hosts }],
  } = scope.spec as { readonly egress: readonly [{ readonly hosts: readonly string[] }] };
  return {
    ...scope,
    spec: { ...scope.spec, egress: [{ hosts: hosts.filter((host) => !host.startsWith(`${COLLECTOR.namespace}/`)) }] },
  };
}
