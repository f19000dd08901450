import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import type { TelemetryFacts } from '../../../program';
import type { LoggingFacts, TracingFacts } from '../../../values';

type Spec = NonNullable<ITelemetry['spec']>;

type Stated = Pick<TelemetryFacts, 'tracing' | 'logging'>;

/** True where a Telemetry object configures spans or access logs of the proxies. */
export function hasTelemetry({ tracing, logging }: Stated): boolean {
  return tracing?.meshProvider !== undefined || logging !== undefined;
}

/**
 * Spans and access logs of the proxies of a namespace, in one object: a namespace may have one Telemetry without a
 * selector.
 */
export function telemetrySpec({ tracing, logging }: Stated): Spec {
  return {
    ...(tracing?.meshProvider !== undefined && { tracing: tracingOf(tracing, tracing.meshProvider) }),
    ...(logging !== undefined && {
      accessLogging: [
        {
          providers: [{ name: logging.meshProvider }],
          ...(!logging.everyRequest && { filter: { expression: loggedRequests(logging) } }),
        },
      ],
    }),
  };
}

/**
 * Sampling percentage of proxies. Envoy combines the decision in the trace context with its own random one, and draws
 * anew for each request without an `x-request-id` of another proxy, as applications send them. A percentage below 100
 * there would decide each trace anew at every hop.
 */
function tracingOf(
  { samplingPercentage, applicationsPropagate }: TracingFacts,
  name: string,
): NonNullable<Spec['tracing']> {
  const providers = [{ name }];
  const decidesOnce = applicationsPropagate && samplingPercentage > 0 && samplingPercentage < 100;
  if (!decidesOnce) return [{ providers, randomSamplingPercentage: samplingPercentage }];
  return [
    { match: { mode: 'SERVER' }, providers, randomSamplingPercentage: samplingPercentage },
    { match: { mode: 'CLIENT' }, providers, randomSamplingPercentage: 100 },
  ];
}

/**
 * Filter for logged requests and connections, in Envoy's attributes. A comparison with a missing attribute is false.
 *
 * Every HTTP response has a `response.grpc_status`, made up from its code. It has a meaning only for requests of gRPC.
 * Connections have no `response.code`: a long connection is no slow response.
 */
export function loggedRequests({ slowerThanMillis }: Pick<LoggingFacts, 'slowerThanMillis'>): string {
  return [
    'response.code >= 400',
    'response.flags != 0',
    '(request.headers["content-type"].startsWith("application/grpc") && response.grpc_status != 0)',
    `(has(response.code) && request.duration > duration("${slowerThanMillis}ms"))`,
  ].join(' || ');
}
