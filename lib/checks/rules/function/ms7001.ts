import { Rule, Severity, shortList } from '../../../errors';
import type { PlatformUse } from '../../stack-facts';

/** The platform of a function runs functions. */
export const MS7001: Rule<PlatformUse> = {
  code: 'MS7001',
  title: 'nothing runs functions',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A function needs a provider that starts replicas for its requests. State `functions: new ' +
    'KnativeServing()` on the platform, or state a `Microservice`, which Kubernetes runs by itself.',
  reads: 'functions of the platform',

  evaluate: ({ functions, platform }) =>
    functions.length === 0 || platform.functions !== undefined
      ? []
      : [
          {
            message: `nothing runs ${shortList(functions.map(({ name }) => name))}`,
            given: 'the platform states no functions',
            allowed: 'platforms with new Platform({ functions: new KnativeServing() })',
            fix: 'state a provider of functions, or run a Microservice',
          },
        ],
};
