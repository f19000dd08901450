import type { Problem } from '../../../errors';
import { isDnsLabel, isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import { MeshFeature } from '../../../emit/mesh';
import { Call, Workload, originOf, portOf } from '../../../program';
import {
  carriesTraces,
  CollectorFacts,
  Instrumentation,
  PodSecurityLevel,
  Propagator,
  sharePropagator,
} from '../../../values';
import { isForeignPlatform } from '../../../platform';
import { isWhole, repeated, Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';

/** Where what the other protocol is sent by is taken, unless collectors are set up otherwise. */
const PORTS: Readonly<Record<number, string>> = { 4317: 'grpc', 4318: 'http/protobuf' };

/** Says which program the agent for Go watches. */
const TARGET = 'instrumentation.opentelemetry.io/otel-go-auto-target-exe';

/** What the platform says of tracing is possible, and has an effect. */
export const platformTracing: Rule<StackFacts> = ({ platform }) => {
  if (isForeignPlatform(platform) || platform.tracing === undefined) return [];
  const { samplingPercentage, collector, propagators, meshProvider } = platform.tracing._facts;
  return [
    ...(isSampling(samplingPercentage)
      ? []
      : [
          {
            code: 'MS5301' as const,
            message: 'requests cannot be sampled so',
            given: `samplingPercentage was ${samplingPercentage}`,
            allowed: 'percentages from 0 to 100 in steps of 0.01',
            fix: 'state a percentage, as in 5 for one request of twenty',
          },
        ]),
    ...collectorProblems(collector),
    ...propagatorProblems(propagators, 'propagators of the tracing'),
    ...(meshProvider === undefined
      ? []
      : providerProblems(meshProvider, propagators, platform.mesh._features[MeshFeature.TELEMETRY].level === 'exact')),
  ];
};

/** Hundredths of a percent are what proxies decide by: what is finer would be rounded. */
function isSampling(percentage: number): boolean {
  return percentage >= 0 && percentage <= 100 && Math.abs(percentage * 100 - Math.round(percentage * 100)) < 1e-6;
}

function collectorProblems({ service, namespace, labels, port, protocol }: CollectorFacts): Problem[] {
  const problem = (given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5301',
    message: 'the collector of spans is impossible',
    given,
    allowed,
    fix,
  });
  const refused = Object.entries(labels)
    .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
    .map(([key, value]) => `${key}=${value}`);
  return [
    ...[['service', service] as const, ['namespace', namespace] as const]
      .filter(([, name]) => !isDnsLabel(name))
      .map(([what, name]) =>
        problem(
          `${what} was '${name}'`,
          'at most 63 lower-case letters, digits and dashes, no dash at either end',
          'state the name of its Service, and apart from it the namespace',
        ),
      ),
    ...(Object.keys(labels).length > 0
      ? []
      : [
          problem(
            'labels were none',
            'one label or more: else all pods of its namespace could be reached',
            'state labels that its pods carry',
          ),
        ]),
    ...(refused.length === 0
      ? []
      : [
          problem(
            `labels held ${refused.join(', ')}`,
            'keys and values of labels',
            'state the labels as its pods carry them',
          ),
        ]),
    ...(isWhole(port, 1, 65535)
      ? []
      : [problem(`port was ${port}`, 'whole numbers from 1 to 65535', 'leave the port out where it is the usual one')]),
    ...(PORTS[port] === undefined || PORTS[port] === protocol
      ? []
      : [
          {
            code: 'MS5302' as const,
            message: 'the protocol of spans is not the one of its port',
            given: `protocol was ${protocol}, port was ${port}`,
            allowed: '4317 for gRPC, 4318 for HTTP',
            fix: 'leave the port out, or state the other protocol',
          },
        ]),
  ];
}

function propagatorProblems(propagators: readonly Propagator[], said: string): Problem[] {
  const problem = (message: string, fix: string): Problem => ({
    code: 'MS5301',
    message,
    given: `${said} were ${propagators.join(', ') || 'none'}`,
    allowed: 'each once, and one at least of tracecontext, b3 and b3multi',
    fix,
  });
  return [
    ...(carriesTraces(propagators) ? [] : [problem('no propagator carries traces', 'add Propagator.TRACE_CONTEXT')]),
    ...(repeated(propagators).length === 0 ? [] : [problem('a propagator stands twice', 'state each once')]),
  ];
}

function providerProblems(provider: string, propagators: readonly Propagator[], hasProxies: boolean): Problem[] {
  return [
    ...(provider.trim() !== ''
      ? []
      : [
          {
            code: 'MS5301' as const,
            message: 'the extension provider of the mesh has no name',
            given: `meshProvider was '${provider}'`,
            allowed: 'a name among the extensionProviders of the mesh',
            fix: 'leave it out where proxies report no spans',
          },
        ]),
    ...(hasProxies
      ? []
      : [
          {
            code: 'MS5303' as const,
            message: 'there are no proxies that could report spans',
            given: `meshProvider was ${provider}`,
            allowed: 'platforms with IstioMesh',
            fix: 'leave it out',
          },
        ]),
    ...(cutByProxies(propagators)
      ? [cut('applications and proxies', `applications propagate ${propagators.join(', ')}, proxies tracecontext`)]
      : []),
  ];
}

function cutByProxies(propagators: readonly Propagator[]): boolean {
  return carriesTraces(propagators) && !propagators.includes(Propagator.TRACE_CONTEXT);
}

function cut(ends: string, given: string): Problem {
  return {
    code: 'MS5305',
    message: `${ends} have no propagator in common`,
    given,
    allowed: 'a propagator that both have',
    fix: 'add Propagator.TRACE_CONTEXT',
  };
}

/** What a microservice says of tracing is possible on its platform, and has an effect. */
export const tracing: Rule<Workload> = ({ name, settings, tracing: platform, podSecurity }) => {
  const { propagators, instrumentation, podAnnotations } = settings.values;
  const said = (setting: string) => originOf(settings, setting);
  const vain = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5303',
    message,
    given,
    allowed,
    fix,
  });
  const agents =
    instrumentation === undefined
      ? []
      : [
          ...(platform?.operator === true
            ? agentProblems(name, instrumentation, podAnnotations, podSecurity)
            : [
                vain(
                  `nothing puts an agent into ${name}`,
                  `instrumentation was ${instrumentation} (${said('instrumentation')})`,
                  'platforms with new Tracing({ operator: true })',
                  'leave it out, or install the OpenTelemetry operator',
                ),
              ]),
          ...(platform?.operator === true &&
          instrumentation === Instrumentation.PYTHON &&
          platform.collector.protocol === 'grpc'
            ? [
                {
                  code: 'MS5302' as const,
                  message: `the agent of ${name} does not send spans so`,
                  given: 'instrumentation was python, the collector takes grpc',
                  allowed: 'OtlpProtocol.HTTP_PROTOBUF',
                  fix: 'state the port of the collector that takes HTTP',
                },
              ]
            : []),
        ];
  if (propagators === undefined) return agents;
  if (platform === undefined)
    return [
      ...agents,
      vain(
        `nothing traces ${name}`,
        `propagators were ${propagators.join(', ')} (${said('propagators')})`,
        'platforms with tracing',
        'leave them out, or state the tracing of the platform',
      ),
    ];
  return [
    ...agents,
    ...propagatorProblems(propagators, `propagators of ${name}`),
    ...(platform.meshProvider !== undefined && cutByProxies(propagators)
      ? [cut(`${name} and its proxy`, `${name} propagates ${propagators.join(', ')}, the proxy tracecontext`)]
      : []),
  ];
};

function agentProblems(
  name: string,
  instrumentation: Instrumentation,
  podAnnotations: Readonly<Record<string, string>>,
  podSecurity: PodSecurityLevel | undefined,
): Problem[] {
  if (instrumentation !== Instrumentation.GO) return [];
  return [
    ...(podSecurity === undefined || podSecurity === PodSecurityLevel.PRIVILEGED
      ? []
      : [
          {
            code: 'MS5304' as const,
            message: `the namespace refuses the agent of ${name}`,
            given: `the Pod Security level was ${podSecurity}, instrumentation was go`,
            allowed: 'the level privileged, or programs with an SDK of their own',
            fix: `build the SDK into ${name}, and state no instrumentation`,
          },
        ]),
    ...(TARGET in podAnnotations
      ? []
      : [
          {
            code: 'MS5303' as const,
            message: `the agent does not know which program of ${name} it watches`,
            given: `podAnnotations had no ${TARGET}`,
            allowed: 'the path of the program in the image',
            fix: `state podAnnotations: { '${TARGET}': '/app' }`,
          },
        ]),
  ];
}

/** Caller and callee find each other's context. */
export const propagation: Rule<Call> = (call) => {
  const { caller, callee } = call;
  const [from, to] = [caller.workload?.propagators, callee.workload?.propagators];
  if (
    from === undefined ||
    to === undefined ||
    portOf(call)?.protocol.hasRequests !== true ||
    !carriesTraces(from) ||
    !carriesTraces(to) ||
    sharePropagator(from, to)
  )
    return [];
  return [
    cut(
      `${caller.name} and ${callee.name}`,
      `${caller.name} propagates ${from.join(', ')}, ${callee.name} ${to.join(', ')}`,
    ),
  ];
};
