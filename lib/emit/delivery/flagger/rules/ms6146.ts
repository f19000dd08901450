import { Rule, Severity, withoutCredentials } from '../../../../errors';
import { isHttpUrl } from '../../../../values';

/** An installation of Flagger. */
export interface FlaggerFacts {
  /** URL that approves a step; undefined where the platform states none. */
  readonly gate: string | undefined;
}

/** The gate is a URL of HTTP. */
export const MS6146: Rule<FlaggerFacts> = {
  code: 'MS6146',
  title: 'invalid fact of Flagger',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'The gate is a URL of http or https, as Flagger reaches it.',
  reads: 'delivery of the platform',

  evaluate: ({ gate }) =>
    gate === undefined || isHttpUrl(gate)
      ? []
      : [
          {
            message: 'the gate is an invalid address',
            given: `gate was '${withoutCredentials(gate)}'`,
            allowed: 'URLs of http or https',
            fix: 'state it as Flagger reaches it, as in http://flagger-loadtester.flagger/gate/check',
          },
        ],
};
