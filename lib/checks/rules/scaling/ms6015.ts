import { Rule, Severity } from '../../../errors';

import { activatedMicroservice } from './activated';
import type { ScaledMicroservice } from './scaled';

/** Callers wait until the first replica runs. */
export const MS6015: Rule<ScaledMicroservice> = {
  code: 'MS6015',
  title: 'a caller gives up before the first replica runs',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The activator holds a request that comes while no replica runs until the first one serves: for the ' +
    'reaction of the autoscaler and the `lifecycle.startupTime` of the microservice. A caller that waits for ' +
    'less, in all or for one attempt, fails at every start. State a longer timeout, or a shorter ' +
    '`lifecycle.startupTime` if it starts faster. Acknowledge the finding where the first failures do no harm.',
  reads: 'callers of the microservice, activator',

  evaluate: (scaled) => {
    const activated = activatedMicroservice(scaled);
    if (activated === undefined) return [];
    const { name, settings, inbound } = activated.microservice;
    const { startSeconds = 0 } = activated.activator;
    const { startupTime } = settings.values;
    return inbound.flatMap((call) => {
      const { timeout, retries } = call.policy;
      const perTryTimeout = retries?.perTryTimeout;
      const [field, waits] = perTryTimeout === undefined ? ['timeout', timeout] : ['perTryTimeout', perTryTimeout];
      return waits === undefined || !(waits < startSeconds * 1000)
        ? []
        : [
            {
              message: `${call.caller.name} gives up before the first replica of ${name} runs`,
              given:
                `its ${field} is ${waits} ms; a start takes up to ${startSeconds} s = ` +
                `${startSeconds - startupTime} s reaction + ${startupTime} s lifecycle.startupTime`,
              allowed: `${startSeconds * 1000} ms or more`,
              fix: 'state a longer timeout, a shorter lifecycle.startupTime if it starts faster, or min of 1 or more',
            },
          ];
    });
  },
};
