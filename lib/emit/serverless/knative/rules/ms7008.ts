import type { Detail } from '../../../../errors';
import { originOf } from '../../../../program';
import { ScalingMetricKind } from '../../../../values';
import { MS7008 } from '../../rules';
import { canScaleOn, isScaledByHpa } from '../autoscaling';
import { LEAST_TARGET, LONGEST_DELAY_SECONDS } from '../defaults';
import type { SettingRule, SizeOnKnative } from './facts';

/** Knative can scale on the metric and by the target that are stated. */
export const MS7008_KNATIVE: SettingRule = {
  ...MS7008,

  evaluate: (facts) => {
    const { scale, settings } = facts.size;
    const { _load: load, _plan: plan } = settings.values.scaling;
    // MS6009 reports invalid loads.
    if (load !== undefined && plan === undefined) return [];
    const found = !canScaleOn(scale.kind)
      ? metric(facts)
      : isScaledByHpa(scale)
        ? byResources(facts)
        : byRequests(facts);
    return found === undefined ? [] : [{ settings: ['scaling'], ...found }];
  },
};

function metric({ size: { name, scale, settings } }: SizeOnKnative): Detail {
  return {
    message: `Knative cannot scale ${name} on ${scale.kind}`,
    given: `it was stated with a target of ${scale.target} (${originOf(settings, 'scaling')})`,
    allowed: 'requests at once, requests a second, CPU or memory use',
    fix: 'choose one of these, or run a Microservice with Keda',
  };
}

function byRequests({ size: { name, scale, settings } }: SizeOnKnative): Detail | undefined {
  const { kind, target, scaleDownDelay: delay } = scale;
  const { concurrency } = settings.values;
  if (delay !== undefined && !(Number.isInteger(delay) && delay >= 0 && delay <= LONGEST_DELAY_SECONDS))
    return {
      message: `the time for which replicas of ${name} are kept is invalid`,
      given: `scaleDown.stabilization was ${delay} s`,
      allowed: `whole seconds from 0 to ${LONGEST_DELAY_SECONDS}`,
      fix: 'state scaleDown.stabilization within these bounds, as in Duration.minutes(5), or leave it out',
    };
  // MS7007 reports invalid concurrencies.
  if (kind === ScalingMetricKind.CONCURRENCY && Object.is(target, concurrency)) return undefined;
  if (!(target >= LEAST_TARGET))
    return {
      message: `the target of ${name} is too small`,
      given: `it was ${target} of ${kind}`,
      allowed: `numbers from ${LEAST_TARGET}`,
      fix: 'state how many one replica is to serve',
    };
  return kind !== ScalingMetricKind.CONCURRENCY || target <= concurrency
    ? undefined
    : {
        message: `replicas of ${name} never have so many requests at once`,
        given: `the target was ${target}, lifecycle.concurrency is ${concurrency}`,
        allowed: `up to ${concurrency}`,
        fix: 'lower the target, or raise lifecycle.concurrency',
      };
}

function byResources({ size: { name, scale, settings }, knative: { hpa } }: SizeOnKnative): Detail | undefined {
  const { kind, target, min } = scale;
  if (!hpa)
    return {
      message: `nothing scales ${name} on ${kind}`,
      given: `hpa of KnativeServing was false, scaling was stated by ${originOf(settings, 'scaling')}`,
      allowed: 'installations with the extension serving-hpa',
      fix: 'install it and state hpa: true, or scale on requests',
    };
  if (min < 1)
    return {
      message: `nothing would start the first replica of ${name}`,
      given: `min was ${min}, and ${kind} has no value where no replica runs`,
      allowed: 'min from 1, or scaling on requests',
      fix: 'state min of 1 or more',
    };
  if (!(Number.isInteger(target) && target >= 1))
    return {
      message: `the utilization to scale ${name} on is invalid`,
      given: `it was ${target}`,
      allowed: 'whole percents from 1',
      fix: 'state percents of the request, such as 70',
    };
  return settings.values.scaling._scaleDown === undefined
    ? undefined
    : {
        message: `the cluster decides for how long replicas of ${name} are kept`,
        given: 'scaleDown was stated',
        allowed: 'no rates',
        fix: 'leave it out',
      };
}
