import type { IInstrumentationSpec } from '@kubernetes-models/opentelemetry-operator/opentelemetry.io/v1alpha1/InstrumentationSpec';
import type { ClusterFacts, Instrumentation, TracingFacts } from '../../../values';
import { collectorUrl, SAMPLER, samplingRatio } from './environment';

/** Name of the Instrumentation of each namespace. */
export const INSTRUMENTATION_NAME = 'default';

/** A user that no image has: those of the agents would run as root, which pods refuse. */
const AGENT_USER = 65532;

const PREFIX = 'instrumentation.opentelemetry.io';

/** Spec of the Instrumentation that the OpenTelemetry operator applies to the pods of a namespace. */
export function instrumentationSpec(
  tracing: TracingFacts,
  cluster: Pick<ClusterFacts, 'name' | 'domain'>,
): IInstrumentationSpec {
  return {
    exporter: { endpoint: collectorUrl(tracing, cluster.domain) },
    propagators: [...tracing.propagators],
    sampler: { type: SAMPLER, argument: samplingRatio(tracing.samplingPercentage) },
    resource: { resourceAttributes: { 'k8s.cluster.name': cluster.name } },
    // The name and version that the pods' labels say.
    defaults: { useLabelsForResourceAttributes: true },
    env: [{ name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: tracing.collector.protocol }],
    initContainerSecurityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: AGENT_USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
}

/** Annotations that request an agent from the operator, for one container. */
export function injectionAnnotations(language: Instrumentation, container: string): Record<string, string> {
  return { [`${PREFIX}/inject-${language}`]: INSTRUMENTATION_NAME, [`${PREFIX}/container-names`]: container };
}
