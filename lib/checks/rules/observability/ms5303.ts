import { Detail, Rule, Severity } from '../../../errors';
import { MeshFeature } from '../../../emit/mesh';
import { isCollector, originOf, REQUIRED, tracingOf, Workload } from '../../../program';
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
    'program to watch: state `instrumentation.opentelemetry.io/otel-go-auto-target-exe`. Nothing traces ' +
    'the collector of spans itself, nor a workload whose `telemetry.tracing` is false.',
  reads: 'tracing and mesh of the platform, settings of the microservice',

  evaluate: ({ platform }) => {
    const provider = platform.tracing?._facts.meshProvider;
    const all = [platform.defaults, platform.required].some(({ telemetry }) => telemetry?.tracing === true);
    return [
      ...(provider === undefined || platform.mesh._features[MeshFeature.TELEMETRY].level === 'exact'
        ? []
        : [
            {
              message: 'there are no proxies that could report spans',
              given: `meshProvider was ${provider}`,
              allowed: 'platforms with IstioMesh',
              fix: 'leave it out',
            },
          ]),
      ...(platform.tracing === undefined && all ? [untraced('any workload', 'telemetry.tracing was true')] : []),
    ];
  },
};

/** The platform uses the propagators and the agent that a microservice states. */
export const MS5303_MICROSERVICE: Rule<Workload> = {
  ...MS5303,

  evaluate: (facts) =>
    facts.tracing !== undefined && tracingOf(facts) === undefined
      ? ofUntraced(facts)
      : agent(facts).concat(propagators(facts), tracing(facts)),
};

/** Statements of an untraced workload itself. Those for all of a platform or stack are about its other workloads. */
function ofUntraced(facts: Workload): Detail[] {
  const { name, settings } = facts;
  const { instrumentation, propagators: stated, tracing: isOn } = settings.values;
  const why = isCollector(facts)
    ? `${name} was the collector of spans`
    : `telemetry.tracing was false (${originOf(settings, 'tracing')})`;
  const values = { instrumentation, propagators: stated?.join(', '), tracing: isOn ? 'true' : undefined };
  return Object.entries(values)
    .filter(([setting, value]) => value !== undefined && !isForAll(originOf(settings, setting)))
    .map(([setting, value]) => ({
      message: `nothing traces ${name}`,
      given: `telemetry.${setting} was ${value} (${originOf(settings, setting)}), ${why}`,
      allowed: 'workloads that are traced',
      fix: isCollector(facts) ? 'leave it out' : 'leave it out, or state telemetry.tracing: true',
    }));
}

function isForAll(origin: string): boolean {
  return ['library', 'platform', REQUIRED].includes(origin) || origin.startsWith('stack ');
}

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

function tracing({ name, settings, tracing: traces }: Workload): Detail[] {
  if (traces !== undefined || !settings.values.tracing) return [];
  const origin = originOf(settings, 'tracing');
  // The platform's own statement is reported there.
  return ['library', 'platform', REQUIRED].includes(origin)
    ? []
    : [untraced(name, `telemetry.tracing was true (${origin})`)];
}

function untraced(name: string, given: string): Detail {
  return {
    message: `nothing traces ${name}`,
    given,
    allowed: 'platforms with tracing',
    fix: 'leave it out, or state the tracing of the platform',
  };
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
