import { Rule, Severity } from '../../../../errors';
import { type FunctionWorkload, originOf } from '../../../../program';
import type { SettingRule, SizeOnKnative } from './facts';

/** Requests take no longer, and are no more at once, than the installation allows. */
export const MS7007: SettingRule = {
  code: 'MS7007',
  title: 'a function exceeds a bound of Knative',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A request lasts at most as long as `max-revision-timeout-seconds` allows, 600 s by default, and a ' +
    'replica has at most `container-concurrency-max-limit` requests at once, 1000 by default. An operator who ' +
    'raises the former gives activator and gateway as long to end. Work that takes longer belongs into a ' +
    'queue, and to a worker.',
  reads: 'settings of the function, bounds of Knative',

  evaluate: (facts) => [...timeouts(facts), ...concurrencies(facts)],
};

/** A new version takes over in whole seconds. */
export const MS7007_ROLLOUT: Rule<FunctionWorkload> = {
  ...MS7007,

  evaluate: ({ name, rolloutDuration }) =>
    Number.isInteger(rolloutDuration) && rolloutDuration >= 0
      ? []
      : [
          {
            message: `the time in which new versions of ${name} take over is invalid`,
            given: `rolloutDuration was ${rolloutDuration} s`,
            allowed: 'whole seconds',
            fix: 'round it up',
          },
        ],
};

function timeouts({ size: { name, settings, timeout }, knative: { maxRevisionTimeout } }: SizeOnKnative) {
  const { longestRequest, startupTime } = settings.values;
  if (timeout <= maxRevisionTimeout) return [];
  const waits = timeout !== longestRequest;
  // Where one of them is too long by itself, a shorter other one is no remedy.
  const alone = Object.entries({ longestRequest, ...(waits && { startupTime }) })
    .filter(([, time]) => time > maxRevisionTimeout)
    .map(([setting]) => setting);
  const start = waits ? `, and startupTime ${startupTime} s for the first replica` : '';
  return [
    {
      settings: alone.length > 0 ? alone : ['longestRequest', 'startupTime'],
      message: `requests to ${name} may not take so long`,
      given: `longestRequest was ${longestRequest} s (${originOf(settings, 'longestRequest')})${start}`,
      allowed: `up to ${maxRevisionTimeout} s${waits ? ' together' : ''}`,
      fix:
        'shorten it, put the work into a queue, or have the operator raise max-revision-timeout-seconds and state ' +
        'maxRevisionTimeout',
    },
  ];
}

function concurrencies({ size: { name, settings }, knative: { containerConcurrencyMaxLimit: most } }: SizeOnKnative) {
  const { concurrency } = settings.values;
  return Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= most
    ? []
    : [
        {
          settings: ['concurrency'],
          message: `a replica of ${name} cannot have so many requests at once`,
          given: `concurrency was ${concurrency} (${originOf(settings, 'concurrency')})`,
          allowed: `whole numbers from 1 to ${most}`,
          fix: 'state how many requests one replica serves at once',
        },
      ];
}
