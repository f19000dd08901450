import { Rule, Severity } from '../../../errors';
import type { Functions } from '../../../emit/serverless';

/** A function and the provider of functions on its platform. */
export interface FunctionOnPlatform {
  readonly functions: Functions | undefined;
  readonly name: string;
}

/** The platform of a function runs functions. */
export const MS7001: Rule<FunctionOnPlatform> = {
  code: 'MS7001',
  title: 'nothing runs functions',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A function needs a provider that starts replicas for its requests. State `functions: new ' +
    'KnativeServing()` on the platform, or state a `Microservice`, which Kubernetes runs alone.',
  reads: 'function, platform',

  evaluate: ({ functions, name }) =>
    functions !== undefined
      ? []
      : [
          {
            message: `nothing runs ${name}`,
            given: 'the platform states no functions',
            allowed: 'platforms with new Platform({ functions: new KnativeServing() })',
            fix: 'state a provider of functions, or run a Microservice',
          },
        ],
};
