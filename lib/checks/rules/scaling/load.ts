import type { Problem } from '../../../errors';
import { DeploymentWorkload, formatNumber } from '../../../program';
import { LoadFacts } from '../../../values';
import type { Rule } from '../../rule';

/** What is stated of a load is possible. */
export function loadProblems({ peak, perReplica, quiet, growthPerMinute, metricsLag }: LoadFacts): Problem[] {
  const problem = (given: string, allowed: string): Problem => ({
    code: 'MS6009',
    message: 'the load is impossible',
    given,
    allowed,
    fix: 'state what was measured, or what is expected',
  });
  return [
    ...(isAbove(peak, 0) ? [] : [problem(`peakRequestsPerSecond was ${peak}`, 'numbers above 0')]),
    ...(isAbove(perReplica, 0) ? [] : [problem(`requestsPerSecondPerReplica was ${perReplica}`, 'numbers above 0')]),
    ...(Number.isFinite(quiet) && quiet >= 0 && !(quiet > peak)
      ? []
      : [problem(`quietRequestsPerSecond was ${quiet}, the peak ${peak}`, 'from 0 up to the peak')]),
    ...(isAbove(growthPerMinute, 0) || growthPerMinute === 0 || !isAbove(peak, 0) || quiet > peak
      ? []
      : [problem(`growthPerMinute was ${growthPerMinute}`, 'numbers from 0')]),
    ...(Number.isInteger(metricsLag) && metricsLag >= 0
      ? []
      : [problem(`metricsLag was ${metricsLag} s`, 'whole seconds from 0')]),
  ];
}

/** A load is possible, and the bounds that are stated beside it suffice. */
export const load: Rule<DeploymentWorkload> = ({ name, settings }) => {
  const { _load: facts, _plan: plan } = settings.values.scaling;
  if (facts === undefined) return [];
  if (plan === undefined) return loadProblems(facts);
  const { peak, perReplica, quiet } = facts;
  const { max, min, needed, target, surge, utilization, reaction } = plan;
  return [
    ...(facts.max === undefined || max >= needed
      ? []
      : [
          {
            code: 'MS6008' as const,
            message: `${max} replicas of ${name} cannot serve the peak`,
            given:
              `max was ${max}; ${formatNumber(peak)}/s ÷ ${formatNumber(target)}/s a replica (${utilization} % of ` +
              `${formatNumber(perReplica)}/s) = ${needed}`,
            allowed: `${needed} or more`,
            fix: 'raise max, or have one replica serve more',
          },
        ]),
    ...(facts.min === undefined || min * perReplica >= quiet + surge
      ? []
      : [
          {
            code: 'MS6008' as const,
            message: `${min} replicas of ${name} cannot take the load until more serve`,
            given:
              `min was ${min}; ${formatNumber(quiet)}/s quiet + ${formatNumber(surge)}/s that come within ` +
              `${formatNumber(reaction)} s are more than ${min} × ${formatNumber(perReplica)}/s`,
            allowed: `${Math.ceil((quiet + surge) / perReplica)} or more`,
            fix: 'raise min, leave it out, or have replicas start faster',
          },
        ]),
  ];
};

function isAbove(value: number, bound: number): boolean {
  return Number.isFinite(value) && value > bound;
}
