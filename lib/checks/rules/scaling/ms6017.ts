import { unique } from '../../../program';
import { Rule, Severity } from '../../../errors';

import { activatedMicroservice } from './activated';
import type { ScaledMicroservice } from './scaled';

/** A budget of the mesh bounds retries; the proxies of callers have one for the activator, not for the microservice. */
export const MS6017: Rule<ScaledMicroservice> = {
  code: 'MS6017',
  title: 'no budget bounds retries',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Budgets of retries belong to a destination, and the destination of callers is the activator, for all ' +
    'microservices behind it. Its platform may bound them there. Leave the retries out, or acknowledge the finding.',
  reads: 'callers of the microservice, activator',

  evaluate: (scaled) => {
    const activated = activatedMicroservice(scaled);
    if (activated === undefined) return [];
    const { name, inbound } = activated.microservice;
    const callers = unique(
      inbound.filter((call) => call.policy.retries !== undefined).map(({ caller }) => caller.name),
    );
    return callers.length === 0 || activated.activator.address !== undefined
      ? []
      : [
          {
            message: `no budget bounds retries to ${name}`,
            given: `retries of ${callers.join(', ')} go to the activator, which others share`,
            fix:
              'leave the retries out, or have the platform bound them for all by a DestinationRule of its own ' +
              'for the interceptor, and acknowledge this',
          },
        ];
  },
};
