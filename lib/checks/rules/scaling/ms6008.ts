import { Detail, Rule, Severity } from '../../../errors';
import { FunctionSize, DeploymentWorkload, formatNumber } from '../../../program';
import { isWhole, LOAD, SCALE_UP_PERIOD_SECONDS, Scaling } from '../../../values';
import { invalidRates } from './rates';

/** The stated bounds of replicas can take the stated load. */
export const MS6008: Rule<DeploymentWorkload> = {
  code: 'MS6008',
  title: 'the replicas cannot serve the load',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The load at its peak, divided by what one replica is to serve, is more than `max`, or `min` cannot take ' +
    'the load that comes before more replicas serve, or a stated rate of `scaleUp` is slower than the load grows. ' +
    'Raise it, or have one replica serve more.',
  reads: 'scaling of the microservice',

  evaluate: ({ name, settings }) => {
    const { _load: load, _plan: plan } = settings.values.scaling;
    if (load === undefined || plan === undefined) return [];
    const { peak, perReplica, quiet } = load;
    const { max, min, needed, target, surge, utilization, reaction } = plan;
    // MS1021 reports invalid bounds.
    const isTooFew = (bound: number, isEnough: boolean) => isWhole(bound, 0) && !isEnough;
    return [
      ...(load.max === undefined || !isTooFew(max, max >= needed)
        ? []
        : [
            {
              message: `${max} replicas of ${name} cannot serve the peak`,
              given:
                `max was ${max}; ${formatNumber(peak)}/s ÷ ${formatNumber(target)}/s a replica (${utilization} % of ` +
                `${formatNumber(perReplica)}/s) = ${needed}`,
              allowed: `${needed} or more`,
              fix: 'raise max, or have one replica serve more',
            },
          ]),
      ...(load.min === undefined || !isTooFew(min, min * perReplica >= quiet + surge)
        ? []
        : [
            {
              message: `${min} replicas of ${name} cannot take the load until more serve`,
              given:
                `min was ${min}; ${formatNumber(quiet)}/s quiet + ${formatNumber(surge)}/s that come within ` +
                `${formatNumber(reaction)} s are more than ${min} × ${formatNumber(perReplica)}/s`,
              allowed: `${Math.ceil((quiet + surge) / perReplica)} or more`,
              fix: 'raise min, leave it out, or have replicas start faster',
            },
          ]),
      ...slowRate(name, settings.values.scaling),
    ];
  },
};

/** A stated rate of scale-up below the growth of the load. */
function slowRate(name: string, scaling: Scaling): Detail[] {
  const { _scaleUp: rate = {}, _plan: plan, min } = scaling;
  const { percent = 0, pods = 0, period = SCALE_UP_PERIOD_SECONDS } = rate;
  const most = Math.max(pods, Math.floor((min * percent) / 100));
  const grows = Math.ceil(((plan?.growthPerSync ?? 0) * period) / LOAD.syncSeconds);
  if ((rate.percent === undefined && rate.pods === undefined) || most >= grows) return [];
  // MS6011 reports invalid rates.
  if (invalidRates(scaling).length > 0) return [];
  return [
    {
      message: `replicas of ${name} come slower than its load grows`,
      given: `scaleUp lets ${most} of them come each ${period} s; the load needs ${grows} more in that time`,
      allowed: `scaleUp.pods of ${grows} or more`,
      fix: 'raise pods, leave both percent and pods out, or state a load that grows slower',
    },
  ];
}

/** The replicas that a function may have can serve the peak. */
export const MS6008_FUNCTION: Rule<FunctionSize> = {
  ...MS6008,

  evaluate: ({ name, settings, scale: { max } }) => {
    const { _load: load, _plan: plan } = settings.values.scaling;
    return plan === undefined || load?.max === undefined || max >= plan.needed
      ? []
      : [
          {
            message: `${max} replicas of ${name} cannot serve the peak`,
            given:
              `max was ${max}; ${formatNumber(load.peak)}/s ÷ ` +
              `${formatNumber(plan.target)}/s a replica = ${plan.needed}`,
            allowed: `${plan.needed} or more`,
            fix: 'raise max, or have one replica serve more',
          },
        ];
  },
};
