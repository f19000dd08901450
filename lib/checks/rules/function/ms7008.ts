import type { Detail, Rule } from '../../../errors';
import type { FunctionSize } from '../../../program';
import { MS7008 } from '../../../emit/serverless';
import { RateFacts, isWhole } from '../../../values';

/** Every provider of functions can scale as stated. */
export const MS7008_BOUNDS: Rule<FunctionSize> = {
  ...MS7008,

  evaluate: (facts) => {
    const { _load: load, _plan: plan } = facts.settings.values.scaling;
    // MS6009 reports invalid loads.
    return load !== undefined && plan === undefined ? [] : [...bounds(facts), ...metrics(facts), ...rates(facts)];
  },
};

function bounds({ name, settings, scale: { min, max } }: FunctionSize): Detail[] {
  const given = settings.values.scaling.autoscaled
    ? `min was ${min}, max was ${max}`
    : `Scaling.fixed was given ${min}`;
  if (!isWhole(min, 0) || !isWhole(max, 1))
    return [
      {
        message: `${name} cannot have so many replicas`,
        given,
        allowed: 'whole numbers, min from 0 and max from 1',
        fix: 'state how many replicas there may be; a function without requests has none',
      },
    ];
  return min <= max
    ? []
    : [{ message: `min ${min} is above max ${max}`, given, allowed: 'min up to max', fix: 'raise max or lower min' }];
}

function metrics({ name, settings }: FunctionSize): Detail[] {
  const { metrics: all } = settings.values.scaling;
  return all.length <= 1
    ? []
    : [
        {
          message: `${name} is scaled on ${all.length} metrics`,
          given: all.map(({ _kind: kind }) => kind).join(', '),
          allowed: 'one',
          fix: 'keep the one that describes its requests best',
        },
      ];
}

function rates({ name, settings }: FunctionSize): Detail[] {
  const { _scaleUp: up, _scaleDown: down } = settings.values.scaling;
  return [...idleRates('scaleUp', up, []), ...idleRates('scaleDown', down, ['stabilization'])].map((given) => ({
    message: `a rate at which replicas of ${name} come or leave has no effect`,
    given,
    allowed: 'stabilization of scaleDown',
    fix: 'leave it out: they come as fast as requests need them',
  }));
}

function idleRates(name: string, rate: RateFacts | undefined, effective: readonly string[]): string[] {
  return Object.entries(rate ?? {})
    .filter(([field]) => !effective.includes(field))
    .map(([field, value]) => `${name}.${field} was ${value}`);
}
