import { unique } from '../../../program';
import { Detail, Rule, Severity } from '../../../errors';
import { autoscalersWith, countsRequests, ScalingFeature } from '../../../emit/scaling';
import { ScalingMetric, ScalingMetricKind } from '../../../values';
import { canStart, ScaledMicroservice, supportedSignals } from './scaled';

/** Something starts the first replica of a microservice that scales to zero. */
export const MS6002: Rule<ScaledMicroservice> = {
  code: 'MS6002',
  title: 'nothing would start the first replica',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Without a replica, no pod takes requests: neither Kubernetes nor a mesh holds them until one runs. Work ' +
    'in a queue waits, and KEDA starts a replica for it. State `min` of 1 or more, scale on a backlog, or ' +
    'scale on requests on a platform with an activator: `new Keda({ httpAddOn: {} })`. Acknowledge the finding ' +
    'where the microservice runs only within a schedule.',
  reads: 'scaling and callers of the microservice, autoscaler',

  evaluate: (scaled) => {
    const signals = supportedSignals(scaled);
    if (signals.length === 0) return [];
    return scaled.microservice.activator === undefined
      ? withoutActivator(scaled, signals)
      : behindActivator(scaled, signals);
  },
};

/** Requests get lost until the first replica runs. */
function withoutActivator(
  { autoscaling: { _features: features }, microservice }: ScaledMicroservice,
  signals: readonly ScalingMetric[],
): Detail[] {
  const { name, settings, inbound, exposures } = microservice;
  const { min, _plan } = settings.values.scaling;
  // MS1021 reports microservices that scale to zero only on CPU and memory.
  if (min > 0 || _plan !== undefined || !signals.some(canStart)) return [];
  const queued = signals.some(({ _kind: kind }) => kind === ScalingMetricKind.BACKLOG);
  const callers = unique(inbound.map(({ caller }) => caller.name));
  const reached = [...callers, ...(exposures.length > 0 ? ['clients outside'] : [])];
  if (queued && reached.length === 0) return [];
  return [
    {
      message: `nothing would start the first replica of ${name}`,
      given:
        reached.length > 0
          ? `min was 0, and its requests come from ${reached.join(', ')}`
          : `min was 0, and it is scaled on ${signals.map(({ _kind: kind }) => kind).join(', ')}`,
      allowed:
        '0 for workers without callers, scaled on a backlog; and for microservices that are scaled on requests, on ' +
        `platforms with ${autoscalersWith(ScalingFeature.ACTIVATION).join(' or ')}`,
      fix: !features[ScalingFeature.ACTIVATION].supported
        ? 'state min of 1 or more, have the work wait in a queue, or have the platform hold requests'
        : signals.some(countsRequests)
          ? 'state the port that answers requests'
          : 'scale on requests too, as by ScalingMetric.concurrency, or state min of 1 or more',
    },
  ];
}

/** The activator starts a replica only for a request, and the microservice has no callers. */
function behindActivator(
  { microservice: { name, inbound, exposures } }: ScaledMicroservice,
  signals: readonly ScalingMetric[],
): Detail[] {
  return inbound.length > 0 ||
    exposures.length > 0 ||
    signals.some(({ _kind: kind }) => kind === ScalingMetricKind.BACKLOG || kind === ScalingMetricKind.SCHEDULE)
    ? []
    : [
        {
          message: `nothing would start the first replica of ${name}`,
          given: 'min was 0, and it has no callers',
          allowed: 'callers, an exposure, or work that waits in a queue',
          fix: 'state who calls it, or min of 1 or more',
        },
      ];
}
