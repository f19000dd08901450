import type { Problem } from '../../../errors';
import { MicroserviceFacts, originOf } from '../../../model';
import { isWhole, Rule } from '../../rule';

const SHORTEST = { longestRequest: 1, startupTime: 1, minReady: 0, endpointPropagation: 0 } as const;

/** Times are whole seconds, as the API counts them. */
export const times: Rule<MicroserviceFacts> = ({ settings }) => Object.entries(SHORTEST).flatMap(([name, shortest]): Problem[] => {
  const seconds = settings.values[name as keyof typeof SHORTEST];
  return isWhole(seconds, shortest) ? [] : [{
    code: 'MS1020', message: `${name} is not a time that the API accepts`, given: `${name} was ${seconds} s (${originOf(settings, name)})`,
    allowed: `whole seconds from ${shortest} s`, fix: 'round it up',
  }];
});
