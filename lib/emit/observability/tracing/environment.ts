import { DeploymentWorkload } from '../../../program';
import { ContainerRole, parseImage, Propagator, TracingFacts, Variable } from '../../../values';

/** The sampler that follows the caller's decision, and decides by a ratio where there is none. */
export const SAMPLER = 'parentbased_traceidratio';

/**
 * The variable that the name of the pod is passed in, which attributes refer to; the OpenTelemetry operator names it so
 * too.
 */
const POD_NAME = 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME';

/** What tells SDKs of OpenTelemetry who they are, and how to trace. */
export function sdkVariables(facts: DeploymentWorkload, tracing: TracingFacts): Variable[] {
  return [
    { name: 'OTEL_SERVICE_NAME', value: facts.name },
    { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: resourceAttributes(facts) },
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: collectorUrl(tracing, facts.cluster.domain) },
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: tracing.collector.protocol },
    propagatorsVariable(facts.settings.values.propagators ?? tracing.propagators),
    { name: 'OTEL_TRACES_SAMPLER', value: SAMPLER },
    { name: 'OTEL_TRACES_SAMPLER_ARG', value: samplingRatio(tracing.samplingPercentage) },
  ];
}

/** How the context of a trace travels, as SDKs read it. */
export function propagatorsVariable(propagators: readonly Propagator[]): Variable {
  return { name: 'OTEL_PROPAGATORS', value: propagators.join(',') };
}

/** Where spans are sent. */
export function collectorUrl(
  { collector: { service, namespace, port } }: Pick<TracingFacts, 'collector'>,
  domain: string,
): string {
  return `http://${service}.${namespace}.svc.${domain}:${port}`;
}

/** A percentage as the ratio that samplers take, without the noise of binary fractions. */
export function samplingRatio(percentage: number): string {
  // Hundredths of a percent are what Istio counts in; a few digits more do no harm.
  return String(Number((percentage / 100).toFixed(10)));
}

/** By the conventions for Kubernetes: https://opentelemetry.io/docs/specs/semconv/non-normative/k8s-attributes/ */
function resourceAttributes({ name, namespace, cluster, containers }: DeploymentWorkload): string {
  const tag = parseImage(containers.find(({ role }) => role === ContainerRole.MAIN)!.image)?.tag;
  const attributes = {
    'service.namespace': namespace,
    ...(tag !== undefined && { 'service.version': tag }),
    'service.instance.id': `${namespace}.$(${POD_NAME}).${name}`,
    'k8s.cluster.name': encodeURIComponent(cluster.name),
    'k8s.namespace.name': namespace,
    'k8s.deployment.name': name,
    'k8s.pod.name': `$(${POD_NAME})`,
    'k8s.container.name': name,
  };
  return Object.entries(attributes)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
