import type { Detail } from '../../../errors';
import { LONGEST_PERIOD_SECONDS, RateFacts, Scaling, isWhole } from '../../../values';

const LONGEST_STABILIZATION_SECONDS = 3600;

/** Rates that the API of autoscalers refuses. */
export function invalidRates({ _scaleUp: up, _scaleDown: down }: Scaling): Detail[] {
  return [...(up ? invalidRate('scaleUp', up) : []), ...(down ? invalidRate('scaleDown', down) : [])];
}

function invalidRate(name: 'scaleUp' | 'scaleDown', { percent, pods, period, stabilization }: RateFacts): Detail[] {
  const invalid = (field: string, value: string, allowed: string): Detail => ({
    message: `${name} is invalid`,
    given: `${name}.${field} was ${value}`,
    allowed,
    fix: `state ${name}.${field} within these bounds, or leave it out`,
  });
  const most = name === 'scaleDown' ? 100 : undefined;
  return [
    ...(percent === undefined || isWhole(percent, 1, most)
      ? []
      : [
          invalid('percent', `${percent}`, most === undefined ? 'whole numbers from 1' : 'whole numbers from 1 to 100'),
        ]),
    ...(pods === undefined || isWhole(pods, 1) ? [] : [invalid('pods', `${pods}`, 'whole numbers from 1')]),
    ...(period === undefined || isWhole(period, 1, LONGEST_PERIOD_SECONDS)
      ? []
      : [invalid('period', `${period} s`, `whole seconds from 1 to ${LONGEST_PERIOD_SECONDS}`)]),
    ...(stabilization === undefined || isWhole(stabilization, 0, LONGEST_STABILIZATION_SECONDS)
      ? []
      : [invalid('stabilization', `${stabilization} s`, `whole seconds from 0 to ${LONGEST_STABILIZATION_SECONDS}`)]),
  ];
}
