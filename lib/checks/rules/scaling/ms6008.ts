import { Rule, Severity } from '../../../errors';
import { FunctionSize, DeploymentWorkload, formatNumber } from '../../../program';

/** The stated bounds of replicas can take the stated load. */
export const MS6008: Rule<DeploymentWorkload> = {
  code: 'MS6008',
  title: 'the replicas cannot serve the load',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The load at its peak, divided by what one replica is to serve, is more than `max`, or `min` cannot take ' +
    'the load that comes before more replicas serve. Raise it, or have one replica serve more.',
  reads: 'scaling of the microservice',

  evaluate: ({ name, settings }) => {
    const { _load: load, _plan: plan } = settings.values.scaling;
    if (load === undefined || plan === undefined) return [];
    const { peak, perReplica, quiet } = load;
    const { max, min, needed, target, surge, utilization, reaction } = plan;
    return [
      ...(load.max === undefined || max >= needed
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
      ...(load.min === undefined || min * perReplica >= quiet + surge
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
    ];
  },
};

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
