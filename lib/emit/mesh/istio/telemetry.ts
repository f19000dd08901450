import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import type { TelemetryFacts } from '../../../program';
import type { LoggingFacts, TracingFacts } from '../../../values';

type Spec = NonNullable<ITelemetry['spec']>;

type Stated = Pick<TelemetryFacts, 'tracing' | 'logging'>;

/** Whether anything is said to proxies of spans and access logs. */
export function hasTelemetry({ tracing, logging }: Stated): boolean {
  return tracing?.meshProvider !== undefined || logging !== undefined;
}

/**
 * Which spans and access logs the proxies of a namespace write: all in one, since a namespace may have one Telemetry
 * without a selector.
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
 * By which share proxies trace. Envoy traces what both the context of a request and its own lot say, and casts a lot
 * wherever there is no `x-request-id`
 * with the mark of another proxy, as on requests that an application makes: a lot of less than 100 there would decide
 * each trace anew at every hop.
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
 * Which requests and connections are logged, in Envoy's attributes; one that is missing makes its comparison count for
 * nothing.
 *
 * Every answer of HTTP has a `response.grpc_status`, made up from its code: it says something where the request was of
 * gRPC alone.
 * Connections have no `response.code`: a long one is no slow answer.
 */
export function loggedRequests({ slowerThanMillis }: Pick<LoggingFacts, 'slowerThanMillis'>): string {
  return [
    'response.code >= 400',
    'response.flags != 0',
    '(request.headers["content-type"].startsWith("application/grpc") && response.grpc_status != 0)',
    `(has(response.code) && request.duration > duration("${slowerThanMillis}ms"))`,
  ].join(' || ');
}
