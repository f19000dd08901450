import { mainContainerOf, Workload, WorkloadKind } from '../../../program';
import { ContainerRole, parseImage, Propagator, TracingFacts, Variable } from '../../../values';
import { protocolsOfStated } from './protocol';

/** Sampler that follows the caller's decision, and samples a ratio of traces without a caller. */
export const SAMPLER = 'parentbased_traceidratio';

/** Variable that holds the name of the pod. The OpenTelemetry operator uses the same name. */
const POD_NAME = 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME';

/** Variables that give OpenTelemetry SDKs their resource attributes and trace settings. */
export function sdkVariables(facts: Workload, tracing: TracingFacts): Variable[] {
  return [
    { name: 'OTEL_SERVICE_NAME', value: facts.name },
    { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: resourceAttributes(facts) },
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: collectorUrl(tracing, facts.cluster.domain) },
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: tracing.collector.protocol },
    // A later variable of a name counts.
    ...protocolsOfStated(facts),
    propagatorsVariable(facts.settings.values.propagators ?? tracing.propagators),
    { name: 'OTEL_TRACES_SAMPLER', value: SAMPLER },
    { name: 'OTEL_TRACES_SAMPLER_ARG', value: samplingRatio(tracing.samplingPercentage) },
  ];
}

/** Value of OTEL_PROPAGATORS. */
export function propagatorsVariable(propagators: readonly Propagator[]): Variable {
  return { name: 'OTEL_PROPAGATORS', value: propagators.join(',') };
}

/** Endpoint of the trace collector. */
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
function resourceAttributes(facts: Workload): string {
  const { name, namespace, cluster, containers } = facts;
  const deployment = deploymentOf(facts);
  const tag = parseImage(containers.find(({ role }) => role === ContainerRole.MAIN)!.image)?.tag;
  const attributes = {
    'service.namespace': namespace,
    ...(tag !== undefined && { 'service.version': tag }),
    'service.instance.id': `${namespace}.$(${POD_NAME}).${name}`,
    'k8s.cluster.name': encodeURIComponent(cluster.name),
    'k8s.namespace.name': namespace,
    ...(deployment !== undefined && { 'k8s.deployment.name': deployment }),
    'k8s.pod.name': `$(${POD_NAME})`,
    'k8s.container.name': mainContainerOf(facts),
  };
  return Object.entries(attributes)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** The object that runs the pods. Undefined where a controller copies their template into an object of another name. */
function deploymentOf(facts: Workload): string | undefined {
  if (facts.kind !== WorkloadKind.DEPLOYMENT) return facts.name;
  return facts.delivery.ownsRoutes ? undefined : facts.object.name;
}
