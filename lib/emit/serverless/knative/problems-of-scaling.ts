import type { Problem } from '../../../errors';
import { FunctionSize, originOf } from '../../../program';
import { ScalingMetricKind } from '../../../values';
import { canScaleOn, isScaledByHpa } from './autoscaling';
import { LEAST_TARGET, LONGEST_DELAY_SECONDS } from './defaults';
import type { KnativeFacts } from './facts';

/** Problems of metrics that Knative does not count, and of unreachable targets. */
export function scaling({ name, scale, settings }: FunctionSize, { hpa }: KnativeFacts): Problem[] {
  const { kind, target, min, scaleDownDelay: delay } = scale;
  const {
    concurrency,
    scaling: { _load: load, _plan: plan },
  } = settings.values;
  const origin = originOf(settings, 'scaling');
  const problem = (message: string, given: string, allowed: string, fix: string): Problem[] => [
    { code: 'MS7008', message, given, allowed, fix },
  ];
  // Of an impossible load, and of an impossible concurrency, findings say so already.
  if (load !== undefined && plan === undefined) return [];
  if (!canScaleOn(kind))
    return problem(
      `Knative cannot scale ${name} on ${kind}`,
      `it was stated with a target of ${target} (${origin})`,
      'requests at once, requests a second, CPU or memory use',
      'choose one of these, or run a Microservice with Keda',
    );
  if (isScaledByHpa(scale)) return byResources();
  if (delay !== undefined && !(Number.isInteger(delay) && delay >= 0 && delay <= LONGEST_DELAY_SECONDS))
    return problem(
      `replicas of ${name} are kept for an impossible time`,
      `scaleDown.stabilization was ${delay} s`,
      `whole seconds from 0 to ${LONGEST_DELAY_SECONDS}`,
      'correct it, or leave it out',
    );
  if (kind === ScalingMetricKind.CONCURRENCY && Object.is(target, concurrency)) return [];
  if (!(target >= LEAST_TARGET))
    return problem(
      `the target of ${name} is too small`,
      `it was ${target} of ${kind}`,
      `numbers from ${LEAST_TARGET}`,
      'state how many one replica is to serve',
    );
  if (kind === ScalingMetricKind.CONCURRENCY && target > concurrency)
    return problem(
      `replicas of ${name} never have so many requests at once`,
      `the target was ${target}, concurrency is ${concurrency}`,
      `up to ${concurrency}`,
      'lower the target, or raise concurrency',
    );
  return [];

  function byResources(): Problem[] {
    if (!hpa)
      return problem(
        `nothing scales ${name} on ${kind}`,
        `hpa of KnativeServing was false, scaling was stated by ${origin}`,
        'installations with the extension serving-hpa',
        'install it and state hpa: true, or scale on requests',
      );
    if (min < 1)
      return problem(
        `nothing would start the first replica of ${name}`,
        `min was ${min}, and ${kind} says nothing where nothing runs`,
        'min from 1, or scaling on requests',
        'state min of 1 or more',
      );
    if (!(Number.isInteger(target) && target >= 1))
      return problem(
        `the utilization that ${name} is scaled on is none`,
        `it was ${target}`,
        'whole percents from 1',
        'state percents of the request, such as 70',
      );
    if (settings.values.scaling._scaleDown !== undefined)
      return problem(
        `replicas of ${name} are kept as long as the cluster has it`,
        'scaleDown was stated',
        'no rates',
        'leave it out',
      );
    return [];
  }
}
