import { Detail, Rule, Severity } from '../../../errors';
import { Workload, originOf } from '../../../program';
import { settingName, isWhole } from '../../../values';

// The deadline of a rollout is twice the sum of two times, and the API keeps it in 32 bits.
const LONGEST = 2 ** 29 - 1;

const SHORTEST = [
  ['longestRequest', 1],
  ['startupTime', 1],
  ['minReady', 0],
  ['endpointPropagation', 0],
] as const;

/** Times that the API does not count. */
export const MS1020: Rule<Workload> = {
  code: 'MS1020',
  title: 'invalid time',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'Kubernetes counts times in whole seconds.',
  reads: 'workload',

  evaluate: ({ settings }) =>
    SHORTEST.flatMap(([name, shortest]): Detail[] => {
      const seconds = settings.values[name];
      return isWhole(seconds, shortest, LONGEST)
        ? []
        : [
            {
              message: `${name} is not a time that the API accepts`,
              given: `${settingName(name)} was ${seconds} s (${originOf(settings, name)})`,
              allowed: `whole seconds from ${shortest} s to ${LONGEST} s`,
              fix: 'state the time in whole seconds, as in Duration.seconds(30)',
            },
          ];
    }),
};
