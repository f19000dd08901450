import type { Problem } from '../../../errors';
import { FunctionWorkload, REQUIRED, settingsInVain } from '../../../program';
import { Setting, settingName } from '../../../values';
import type { Rule } from '../../rule';

/** What platform and stack state for all holds for functions too, or it is said that it does not. */
export const functionSettingsReach: Rule<FunctionWorkload> = (facts) => {
  const vain = settingsInVain(facts);
  const [required, stated] = [
    vain.filter(({ origin }) => origin === REQUIRED),
    vain.filter(({ origin }) => origin !== REQUIRED),
  ];
  const { name, settingNames, withheld } = facts;
  const allowed = settingNames.map(settingName).join(', ');
  const list = (settings: readonly Setting[]) =>
    settings.map(({ name: setting, value, origin }) => `${setting} was ${value} (${origin})`).join('; ');
  return [
    ...(required.length === 0
      ? []
      : [
          {
            code: 'MS7004',
            message: `${name} cannot have what the platform requires`,
            given: list(required),
            allowed,
            fix:
              'switch on the feature of Knative that takes it, where there is one; require less, or run a ' +
              'Microservice',
          } satisfies Problem,
        ]),
    ...(stated.length === 0
      ? []
      : [
          {
            code: 'MS7003',
            message: `what is stated for all does not reach ${name}`,
            given: list(stated),
            allowed,
            fix: 'switch on the feature of Knative that takes it, where there is one, or acknowledge this on the stack',
          } satisfies Problem,
        ]),
    ...withheld,
  ];
};
