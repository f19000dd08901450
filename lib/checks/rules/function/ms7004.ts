import { Rule, Severity } from '../../../errors';
import { FunctionWorkload, REQUIRED, settingsInVain } from '../../../program';
import { describedSettings } from './described-settings';

/** The remedy for a required setting that a function cannot have. */
export const REQUIRE_LESS =
  'switch on the feature of Knative that takes it, where there is one; require less, or run a Microservice';

/** A function can have every setting that the platform requires. */
export const MS7004: Rule<FunctionWorkload> = {
  code: 'MS7004',
  title: 'a function cannot have a required setting',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A setting that the platform requires would not hold. Have Knative take it (`features` of ' +
    '`KnativeServing`), require less, or run a `Microservice`.',
  reads: 'settings of the function',

  evaluate: (facts) => {
    const { name, settingNames } = facts;
    const required = settingsInVain(facts).filter(({ origin }) => origin === REQUIRED);
    return required.length === 0
      ? []
      : [
          {
            message: `${name} cannot have settings that the platform requires`,
            given: describedSettings(required),
            allowed: settingNames.join(', '),
            fix: REQUIRE_LESS,
          },
        ];
  },
};
