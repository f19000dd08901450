import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { statedBounds, wordOf } from './resource-bounds';

/** A request is above its limit. */
export const MS1007: Rule<Workload> = {
  code: 'MS1007',
  title: 'a request is above its limit',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The API server refuses a container that asks for more than it may use. Raise the limit or lower the request; ' +
    'the finding says where each was stated.',
  reads: 'workload',

  evaluate: (facts) =>
    statedBounds(facts)
      .filter(({ bounds: { request, limit }, invalid }) => !invalid && request! > limit!)
      .map(({ resource, bounds: { request, limit }, stated, quantity }) => ({
        message: `${wordOf(resource)} request ${quantity(request!)} is above its limit ${quantity(limit!)}`,
        given: `${stated('request')}, ${stated('limit')}`,
        fix: 'raise the limit or lower the request',
      })),
};
