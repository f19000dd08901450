import type { Problem } from '../../../errors';
import { Activator, heldPorts, DeploymentWorkload, policyOf, portOf } from '../../../program';
import { RolloutKind, ScalingMetric, ScalingMetricKind } from '../../../values';
import { countsRequests } from '../../../emit/scaling';
import { isWhole } from '../../rule';

/** What is wrong with a microservice whose requests are held while no replica runs. */
export function heldProblems(
  facts: DeploymentWorkload,
  activator: Activator,
  signals: readonly ScalingMetric[],
): Problem[] {
  return [
    ...unasked(facts, signals),
    ...unholdable(facts, activator),
    ...targets(facts, signals),
    ...unnoticed(facts, signals),
    ...impatient(facts, activator),
    ...unbudgeted(facts, activator),
    ...unseen(facts, activator),
  ];
}

/** Ways to the pods that do not lead past what holds requests, or of which there are too many. */
function unholdable(facts: DeploymentWorkload, { address, service }: Activator): Problem[] {
  const { name, namespace, settings, headless, exposures, inbound } = facts;
  const problem = (given: string, allowed: string, fix: string): Problem => ({
    code: 'MS6014',
    message: `requests to ${name} cannot be held until a replica runs`,
    given: `min was 0, and ${given}`,
    allowed,
    fix,
  });
  const { rollout } = settings.values;
  const held = heldPorts(facts);
  const others = inbound.filter((call) => portOf(call)?.protocol.hasRequests === false);
  return [
    ...(rollout._kind === RolloutKind.ROLLING
      ? []
      : [
          problem(
            `its rollout is a ${rollout._kind}`,
            'rolling updates: without replicas there is nothing to compare',
            'state Rollout.rolling(), or min of 1 or more',
          ),
        ]),
    ...(headless
      ? [
          problem(
            'it is headless',
            'a Service with an address: callers of pods find none',
            'leave headless out, or state min of 1 or more',
          ),
        ]
      : []),
    ...(exposures.length > 0 && address !== undefined
      ? [
          problem(
            'it is exposed by a load balancer of its own, which leads to pods',
            'exposures by the gateway of a mesh',
            'use a platform with a mesh and its gateway, or state min of 1 or more',
          ),
        ]
      : []),
    ...others.map((call) =>
      problem(
        `${call.caller.name} connects to port ${portOf(call)!.number}, which speaks ${portOf(call)!.protocol.name}`,
        'callers that send requests of HTTP or gRPC',
        'have it send requests, or state min of 1 or more',
      ),
    ),
    ...(address !== undefined
      ? []
      : [...new Set([namespace, ...inbound.map(({ caller }) => caller.workload?.namespace)])]
          .filter((each) => each === service.namespace)
          .map((each) =>
            problem(
              `it, or who calls it, is in ${each}, where its requests are held`,
              'a namespace of its own for what holds requests: routes tell it from callers by that',
              'install it in another namespace, or state another one for the stack',
            ),
          )),
    ...(held.length <= 1
      ? []
      : [
          problem(
            `requests go to ports ${held.map(({ number }) => number).join(' and ')}`,
            'one port',
            'serve all requests on one port, or state min of 1 or more',
          ),
        ]),
  ];
}

/** A microservice that nobody asks: in a mesh, whoever may ask is stated. */
function unasked({ name, inbound, exposures }: DeploymentWorkload, signals: readonly ScalingMetric[]): Problem[] {
  return inbound.length > 0 ||
    exposures.length > 0 ||
    signals.some(({ _kind: kind }) => kind === ScalingMetricKind.BACKLOG || kind === ScalingMetricKind.SCHEDULE)
    ? []
    : [
        {
          code: 'MS6002',
          message: `nothing would start the first replica of ${name}`,
          given: 'min was 0, and nobody calls it',
          allowed: 'callers, an exposure, or work that waits in a queue',
          fix: 'state who calls it, or min of 1 or more',
        },
      ];
}

/** Streams outlast the rate of the requests that began them. */
function unnoticed({ name, inbound }: DeploymentWorkload, signals: readonly ScalingMetric[]): Problem[] {
  const streams = [
    ...new Set(inbound.filter(({ options }) => options.streaming === true).map(({ caller }) => caller.name)),
  ].sort();
  return streams.length === 0 || signals.some(({ _kind: kind }) => kind === ScalingMetricKind.CONCURRENCY)
    ? []
    : [
        {
          code: 'MS6014',
          message: `what holds requests to ${name} does not notice streams`,
          given:
            `min was 0, it is scaled on requests a second alone, and ${streams.join(', ')} ` +
            `${streams.length === 1 ? 'has' : 'have'} streams`,
          allowed: 'scaling on requests at once, which counts streams for as long as they last',
          fix: 'scale on ScalingMetric.concurrency too',
        },
      ];
}

/** Numbers that what holds requests does not count, and times that the wait would distort. */
function targets({ name }: DeploymentWorkload, signals: readonly ScalingMetric[]): Problem[] {
  const problem = (given: string, allowed: string, fix: string): Problem => ({
    code: 'MS6014',
    message: `what holds requests to ${name} cannot count them so`,
    given: `min was 0, and ${given}`,
    allowed,
    fix,
  });
  return signals.flatMap(({ _kind: kind, target }) => {
    if (kind === ScalingMetricKind.LATENCY)
      return [
        problem(
          'it is scaled on latency',
          'metrics that say nothing of how long requests wait: each start would look as if more replicas were needed',
          'scale on requests alone, or state min of 1 or more',
        ),
      ];
    // Numbers that nobody can scale on are reported with the metrics.
    return !countsRequests({ _kind: kind }) || !(target >= 0.001) || isWhole(target, 1)
      ? []
      : [
          problem(
            `it is scaled on ${target} ${kind} a replica`,
            'whole numbers from 1',
            `state ${Math.max(1, Math.round(target))} for each replica`,
          ),
        ];
  });
}

/** Callers that wait for less than a start takes. */
function impatient({ name, settings, inbound }: DeploymentWorkload, { startSeconds = 0 }: Activator): Problem[] {
  const { startupTime } = settings.values;
  return inbound.flatMap((call): Problem[] => {
    const { timeout, retries } = policyOf(call);
    const perTryTimeout = retries?.perTryTimeout;
    const [what, waits] =
      perTryTimeout === undefined ? (['timeout', timeout] as const) : (['perTryTimeout', perTryTimeout] as const);
    return waits === undefined || !(waits < startSeconds * 1000)
      ? []
      : [
          {
            code: 'MS6015',
            message: `${call.caller.name} gives up before the first replica of ${name} runs`,
            given:
              `its ${what} is ${waits} ms; a start takes up to ${startSeconds} s = ` +
              `${startSeconds - startupTime} s reaction + ${startupTime} s startupTime`,
            allowed: `${startSeconds * 1000} ms or more`,
            fix: 'state a longer timeout, a shorter startupTime if it starts faster, or min of 1 or more',
          },
        ];
  });
}

/** Retries that no budget of the mesh bounds: callers' proxies know what holds requests, not the microservice. */
function unbudgeted({ name, inbound }: DeploymentWorkload, { address }: Activator): Problem[] {
  const retried = [
    ...new Set(inbound.filter((call) => policyOf(call).retries !== undefined).map(({ caller }) => caller.name)),
  ].sort();
  return retried.length === 0 || address !== undefined
    ? []
    : [
        {
          code: 'MS6017',
          message: `no budget bounds retries to ${name}`,
          given: `${retried.join(', ')} send failed requests again, to what holds requests of others too`,
          fix:
            'leave the retries out, or have the platform bound them for all by a DestinationRule of its own ' +
            'for the interceptor, and acknowledge this',
        },
      ];
}

/** Objectives, which no series of the wait is part of. */
function unseen({ name, objectives, monitoring }: DeploymentWorkload, { startSeconds = 0 }: Activator): Problem[] {
  return objectives.length === 0 || !monitoring.evaluatesRules
    ? []
    : [
        {
          code: 'MS6016',
          message: `objectives of ${name} do not see how it starts`,
          given:
            `${objectives.map((objective) => objective.name).join(', ')}: requests are held for up to ` +
            `${startSeconds} s before any series counts them`,
          fix: 'state min of 1 or more where the first request counts too, or acknowledge this',
        },
      ];
}
