import { Rule, Severity } from '../../../errors';
import { FunctionWorkload, REQUIRED, settingsInVain } from '../../../program';
import { describedSettings } from './described-settings';

/** Every setting that platform or stack state for all reaches the function. */
export const MS7003: Rule<FunctionWorkload> = {
  code: 'MS7003',
  title: 'a setting for all does not reach functions',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Platform or stack state a setting for all, and a function cannot have it: the provider of functions ' +
    'places and exchanges their replicas, scales on less, and bounds requests. It is left out of functions ' +
    'that do not state it themselves. Knative takes some of it once a feature is on, which `features` of ' +
    '`KnativeServing` states. Acknowledge the finding, on the stack for all of its functions, where they may ' +
    'do without.',
  reads: 'settings of the function',

  evaluate: (facts) => {
    const { name, settingNames, withheld } = facts;
    const stated = settingsInVain(facts).filter(({ origin }) => origin !== REQUIRED);
    return [
      ...(stated.length === 0
        ? []
        : [
            {
              message: `settings for all do not reach ${name}`,
              given: describedSettings(stated),
              allowed: settingNames.join(', '),
              fix:
                'switch on the feature of Knative that takes it, where there is one, or acknowledge this on the ' +
                'stack',
            },
          ]),
      ...withheld,
    ];
  },
};
