import { Detail, Rule, Severity } from '../../../errors';
import { MeshFeature } from '../../../emit/mesh';
import { Workload, originOf } from '../../../program';
import type { PlatformUse } from '../../stack-facts';
import { Instrumentation } from '../../../values';

/** The annotation with the program that the agent for Go watches. */
const TARGET = 'instrumentation.opentelemetry.io/otel-go-auto-target-exe';

/** The mesh of a platform has proxies where its tracing states a provider of spans. */
export const MS5303: Rule<PlatformUse> = {
  code: 'MS5303',
  title: 'a statement about tracing has no effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Propagators belong to a platform that traces, agents to one with the OpenTelemetry operator, spans of ' +
    'proxies to one with a mesh. The operator leaves the agent for Go out where no annotation names the ' +
    'program to watch: state `instrumentation.opentelemetry.io/otel-go-auto-target-exe`.',
  reads: 'tracing and mesh of the platform, settings of the microservice',

  evaluate: ({ platform }) => {
    const provider = platform.tracing?._facts.meshProvider;
    return provider === undefined || platform.mesh._features[MeshFeature.TELEMETRY].level === 'exact'
      ? []
      : [
          {
            message: 'there are no proxies that could report spans',
            given: `meshProvider was ${provider}`,
            allowed: 'platforms with IstioMesh',
            fix: 'leave it out',
          },
        ];
  },
};

/** The platform uses the propagators and the agent that a microservice states. */
export const MS5303_MICROSERVICE: Rule<Workload> = {
  ...MS5303,

  evaluate: (facts) => [...agent(facts), ...propagators(facts)],
};

function agent({ name, settings, tracing }: Workload): Detail[] {
  const { instrumentation, podAnnotations } = settings.values;
  if (instrumentation === undefined) return [];
  if (tracing?.operator !== true)
    return [
      {
        message: `nothing puts an agent into ${name}`,
        given: `telemetry.instrumentation was ${instrumentation} (${originOf(settings, 'instrumentation')})`,
        allowed: 'platforms with new Tracing({ operator: true })',
        fix: 'leave it out, or install the OpenTelemetry operator',
      },
    ];
  return instrumentation !== Instrumentation.GO || TARGET in podAnnotations
    ? []
    : [
        {
          message: `the agent does not know which program of ${name} to watch`,
          given: `metadata.podAnnotations had no ${TARGET}`,
          allowed: 'the path of the program in the image',
          fix: `state metadata.podAnnotations: { '${TARGET}': '/app' }`,
        },
      ];
}

function propagators({ name, settings, tracing }: Workload): Detail[] {
  const { propagators: stated } = settings.values;
  return stated === undefined || tracing !== undefined
    ? []
    : [
        {
          message: `nothing traces ${name}`,
          given: `telemetry.propagators were ${stated.join(', ')} (${originOf(settings, 'propagators')})`,
          allowed: 'platforms with tracing',
          fix: 'leave them out, or state the tracing of the platform',
        },
      ];
}
