import { Activator, activatedPorts, DeploymentWorkload, serviceOf } from '../../../program';
import { ScalingMetric, ScalingMetricKind } from '../../../values';

/** Spec of an InterceptorRoute: https://github.com/kedacore/http-add-on, `http.keda.sh/v1beta1`, since 0.14. */
export interface InterceptorRouteSpec {
  readonly target: { readonly service: string; readonly port?: number };
  readonly rules: readonly { readonly hosts: readonly string[] }[];
  readonly scalingMetric: {
    readonly concurrency?: { readonly targetValue: number };
    readonly requestRate?: { readonly targetValue: number; readonly window: string; readonly granularity: string };
  };
  readonly timeouts: { readonly readiness?: string; readonly request: string; readonly responseHeader: string };
}

/** Window and granularity of the interceptor's request rate: its own defaults, written out. */
const RATE = { window: '1m', granularity: '1s' } as const;

/**
 * Builds the route: target Service, scaling metric and timeouts.
 *
 * All are stated, since the interceptor's defaults differ between installations.
 */
export function interceptorRouteSpec(
  facts: DeploymentWorkload,
  activator: Activator,
  signals: readonly ScalingMetric[],
): InterceptorRouteSpec {
  const [port] = activatedPorts(facts);
  return {
    target: { service: serviceOf(facts), ...(port !== undefined && { port: port.number }) },
    rules: [{ hosts: hostsOf(facts, activator) }],
    scalingMetric: scalingMetric(signals),
    timeouts: timeouts(facts, activator),
  };
}

/** Host names of the microservice that no other Service of the cluster has. The mesh's routes write the full one. */
function hostsOf(facts: DeploymentWorkload, { address }: Activator): string[] {
  const { namespace, cluster } = facts;
  const full = (service: string) => `${service}.${namespace}.svc.${cluster.domain}`;
  return address === undefined
    ? [full(serviceOf(facts))]
    : [`${address.service}.${namespace}`, `${address.service}.${namespace}.svc`, full(address.service)];
}

function scalingMetric(signals: readonly ScalingMetric[]): InterceptorRouteSpec['scalingMetric'] {
  const targetOf = (wanted: ScalingMetricKind) => signals.find(({ _kind: kind }) => kind === wanted)?.target;
  const [concurrency, rate] = [
    targetOf(ScalingMetricKind.CONCURRENCY),
    targetOf(ScalingMetricKind.REQUESTS_PER_SECOND),
  ];
  return {
    ...(concurrency !== undefined && { concurrency: { targetValue: concurrency } }),
    ...(rate !== undefined && { requestRate: { targetValue: rate, ...RATE } }),
  };
}

/** Response timeout: none for a stream, else the longest request plus the start. */
function timeouts(
  { inbound, settings }: DeploymentWorkload,
  { startSeconds = 0 }: Activator,
): InterceptorRouteSpec['timeouts'] {
  const { longestRequest } = settings.values;
  const streams = inbound.some(({ options }) => options.streaming === true);
  return {
    readiness: `${startSeconds}s`,
    request: streams ? '0s' : `${startSeconds + longestRequest}s`,
    responseHeader: streams ? '0s' : `${longestRequest}s`,
  };
}
