import type { Problem } from '../../../errors';
import { FunctionSize, formatNumber } from '../../../program';
import { RateFacts } from '../../../values';
import { isWhole, Rule } from '../../rule';
import { loadProblems } from '../scaling/load';

/**
 * The number of replicas is one, what is stated of the load is possible, and nothing is stated that no autoscaler of
 * functions does.
 */
export const functionScaling: Rule<FunctionSize> = ({ name, settings, scale }) => {
  const { autoscaled, metrics, _scaleUp: up, _scaleDown: down, _load: load, _plan: plan } = settings.values.scaling;
  if (load !== undefined && plan === undefined) return loadProblems(load);
  const { min, max } = scale;
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS7008',
    message,
    given,
    allowed,
    fix,
  });
  const given = autoscaled ? `min was ${min}, max was ${max}` : `Scaling.fixed was given ${min}`;
  return [
    ...(isWhole(min, 0) && isWhole(max, 1)
      ? []
      : [
          problem(
            `${name} cannot have so many replicas`,
            given,
            'whole numbers, min from 0 and max from 1',
            'state how many replicas there may be; a function without requests has none',
          ),
        ]),
    ...(isWhole(min, 0) && isWhole(max, 1) && min > max
      ? [problem(`min ${min} is above max ${max}`, given, 'min up to max', 'raise max or lower min')]
      : []),
    ...(metrics.length <= 1
      ? []
      : [
          problem(
            `${name} is scaled on ${metrics.length} metrics`,
            metrics.map(({ _kind: kind }) => kind).join(', '),
            'one',
            'keep the one that says most about its requests',
          ),
        ]),
    ...(plan === undefined || load?.max === undefined || max >= plan.needed
      ? []
      : [
          {
            code: 'MS6008' as const,
            message: `${max} replicas of ${name} cannot serve the peak`,
            given:
              `max was ${max}; ${formatNumber(load.peak)}/s ÷ ` +
              `${formatNumber(plan.target)}/s a replica = ${plan.needed}`,
            allowed: `${plan.needed} or more`,
            fix: 'raise max, or have one replica serve more',
          },
        ]),
    ...[...inVain('scaleUp', up, []), ...inVain('scaleDown', down, ['stabilization'])].map((rate) =>
      problem(
        `how fast replicas of ${name} come and leave is not stated so`,
        rate,
        'stabilization of scaleDown',
        'leave it out: they come as fast as requests need them',
      ),
    ),
  ];
};

function inVain(name: string, rate: RateFacts | undefined, kept: readonly string[]): string[] {
  return Object.entries(rate ?? {})
    .filter(([field]) => !kept.includes(field))
    .map(([field, value]) => `${name}.${field} was ${value}`);
}
