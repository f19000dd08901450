import { Rule, Severity } from '../../../errors';
import { FunctionWorkload, REQUIRED, settingsInVain } from '../../../program';
import { describedSettings } from './described-settings';

/** Every setting that platform or stack state for all reaches the function. */
export const MS7003: Rule<FunctionWorkload> = {
  code: 'MS7003',
  title: 'a setting of the platform or the stack has no effect on functions',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The platform or the stack states a setting for all of its workloads, but Knative, which runs the functions, ' +
    'decides it itself or does not support it: functions run without it. Some settings Knative supports once a ' +
    'feature flag is on: state that flag in `features` of `KnativeServing`. Otherwise state the setting on the ' +
    'microservices alone, or acknowledge the finding on the stack.',
  reads: 'settings of the function',

  evaluate: (facts) => {
    const { name, settingNames, withheld } = facts;
    const stated = settingsInVain(facts).filter(({ origin }) => origin !== REQUIRED);
    return [
      ...(stated.length === 0
        ? []
        : [
            {
              message: `settings of the platform or the stack have no effect on ${name}`,
              given: describedSettings(stated),
              allowed: settingNames.join(', '),
              fix:
                "state Knative's feature flag for it in KnativeServing({ features }), where there is one; else state " +
                'the setting on microservices alone, or acknowledge this on the stack',
            },
          ]),
      ...withheld,
    ];
  },
};
