import type { Problem } from '../../../errors';
import { activatorOf, crossesClusters, DeploymentWorkload, portOf, requestSeries } from '../../../program';
import { ScalingMetric, ScalingMetricKind } from '../../../values';
import {
  Autoscaling,
  autoscalersWith,
  countsRequests,
  FEATURE_OF,
  isReportedByActivator,
  queryOf,
  ScalingFeature,
  signalsOf,
} from '../../../emit/scaling';
import { heldProblems } from './held';

/** What is counted by whatever holds requests, too. */
const COUNTED = [ScalingFeature.CONCURRENCY, ScalingFeature.REQUESTS_PER_SECOND];

/** What is stated of scaling has an effect with the autoscaler of the platform. */
export function scalingProblems(autoscaling: Autoscaling, facts: DeploymentWorkload): Problem[] {
  return [...unheldCallees(autoscaling, facts), ...ownProblems(autoscaling, facts)];
}

/** Callees that scale to zero, and whose requests nothing on the caller's platform would hold. */
function unheldCallees({ name, _features: features }: Autoscaling, { outbound }: DeploymentWorkload): Problem[] {
  const holds = features[ScalingFeature.HELD_REQUESTS].supported;
  const reasons = new Map(
    outbound.flatMap((call) => {
      const port = portOf(call);
      // A call to no port is reported with the call.
      if (
        call.callee.workload?.scalesToZero !== true ||
        port === undefined ||
        activatorOf(call) !== undefined ||
        crossesClusters(call)
      )
        return [];
      return [
        [
          call.callee.name,
          holds
            ? `port ${port.number} speaks ${port.protocol.name}`
            : `the caller's platform has ${name}, which holds none`,
        ] as const,
      ];
    }),
  );
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([callee, reason]): Problem => ({
      code: 'MS6014',
      message: `requests to ${callee} cannot be held until a replica runs`,
      given: `its reference says scalesToZero, and ${reason}`,
      allowed:
        'callers that send requests of HTTP or gRPC, on platforms with ' +
        `${autoscalersWith(ScalingFeature.HELD_REQUESTS).join(' or ')}`,
      fix: holds
        ? 'call a port that answers requests, or leave scalesToZero out of the reference'
        : 'state on the platform of the caller what holds requests in its cluster',
    }));
}

function ownProblems(autoscaling: Autoscaling, facts: DeploymentWorkload): Problem[] {
  const { autoscaled, min, _plan } = facts.settings.values.scaling;
  if (!autoscaled) return [];
  const signals = signalsOf(facts, autoscaling._features);
  // What holds requests counts them too.
  const asked = [
    ...signals.filter((signal) => !isReportedByActivator(facts, signal)).map(featureOf),
    ...(min === 0 && _plan === undefined && signals.some(starts) ? [ScalingFeature.ZERO] : []),
  ];
  const lacking = [...new Set(asked)].filter((feature) => !autoscaling._features[feature].supported);
  if (lacking.length > 0) return lacking.map((feature) => unsupported(autoscaling, facts, feature));
  return [
    ...signals.flatMap((signal) => unmeasured(facts, signal)),
    ...(facts.activator === undefined
      ? unheld(autoscaling, facts, signals)
      : heldProblems(facts, facts.activator, signals)),
    ...autoscaling._problems(facts),
  ];
}

function featureOf({ _kind: kind, _source: source }: ScalingMetric): ScalingFeature {
  return source === undefined ? FEATURE_OF[kind] : ScalingFeature.BROKER;
}

/** Whether a metric says something where nothing runs. */
function starts({ _kind: kind }: ScalingMetric): boolean {
  return kind !== ScalingMetricKind.CPU && kind !== ScalingMetricKind.MEMORY;
}

function unsupported({ name, _features }: Autoscaling, facts: DeploymentWorkload, feature: ScalingFeature): Problem {
  const countedWhereHeld = facts.settings.values.scaling.min === 0 && COUNTED.includes(feature);
  const holds = _features[ScalingFeature.HELD_REQUESTS].supported;
  const portless = countedWhereHeld && holds;
  const others = countedWhereHeld && !holds ? autoscalersWith(ScalingFeature.HELD_REQUESTS) : [];
  return {
    code: 'MS6003',
    message: `${name} cannot do ${feature}`,
    given:
      `stated for ${facts.name}: ` +
      `${_features[feature].reason}${portless ? ', and no port answers requests that could be held' : ''}`,
    allowed: `on platforms with ${[...autoscalersWith(feature), ...others].join(' or ')}`,
    fix: portless
      ? 'state the port that answers requests, or scale on something else'
      : 'state it on the platform, or scale on something else',
  };
}

/** A metric that no series says anything of. */
function unmeasured(facts: DeploymentWorkload, signal: ScalingMetric): Problem[] {
  const { _kind: kind, _backlog: backlog } = signal;
  if (
    isReportedByActivator(facts, signal) ||
    !starts(signal) ||
    kind === ScalingMetricKind.SCHEDULE ||
    backlog !== undefined ||
    queryOf(facts, signal) !== undefined
  )
    return [];
  const { monitoring, mesh, requestMetrics, name } = facts;
  const reason = !monitoring.scrapes
    ? `the monitoring of the platform is ${monitoring.name}`
    : requestSeries(facts) !== undefined
      ? 'nothing says how long requests take'
      : mesh.series === undefined
        ? requestMetrics === undefined
          ? 'no mesh reports requests, and requestMetrics are not stated'
          : 'requestMetrics are stated, and no port serves metrics'
        : 'nobody sends it requests, so no proxy sees any';
  return [
    {
      code: 'MS6004',
      message: `nothing measures ${kind} of ${name}`,
      given: reason,
      allowed: 'a mesh or requestMetrics, on platforms whose monitoring scrapes',
      fix: 'state what measures it, or scale on CPU use',
    },
  ];
}

/** Requests that nobody would hold until the first replica runs. */
function unheld(
  { _features: features }: Autoscaling,
  { name, settings, inbound, exposures }: DeploymentWorkload,
  signals: readonly ScalingMetric[],
): Problem[] {
  const { min, _plan } = settings.values.scaling;
  // Use of resources alone starts nothing: that is reported with the number of replicas.
  if (min > 0 || _plan !== undefined || !signals.some(starts)) return [];
  const queued = signals.some(({ _kind: kind }) => kind === ScalingMetricKind.BACKLOG);
  const callers = [...new Set(inbound.map(({ caller }) => caller.name))].sort();
  const reached = [...callers, ...(exposures.length > 0 ? ['whom it is exposed to'] : [])];
  if (queued && reached.length === 0) return [];
  const given =
    reached.length > 0
      ? `min was 0, and its requests come from ${reached.join(', ')}`
      : `min was 0, and it is scaled on ${signals.map(({ _kind: kind }) => kind).join(', ')}`;
  const fix = !features[ScalingFeature.HELD_REQUESTS].supported
    ? 'state min of 1 or more, have the work wait in a queue, or have the platform hold requests'
    : signals.some(countsRequests)
      ? 'state the port that answers requests'
      : 'scale on requests too, as by ScalingMetric.concurrency, or state min of 1 or more';
  return [
    {
      code: 'MS6002',
      message: `nothing would start the first replica of ${name}`,
      given,
      allowed:
        '0 for workers that nobody calls, scaled on a backlog; and for what is scaled on requests, on ' +
        `platforms with ${autoscalersWith(ScalingFeature.HELD_REQUESTS).join(' or ')}`,
      fix,
    },
  ];
}
