import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { CanaryStepKind, RolloutKind } from '../../../values';
import { stepsOf } from './steps';

/** A token of HTTP: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Names that Istio takes for parts of the request line. */
const NOT_HEADERS = ['authority', 'host', 'method', 'scheme', 'uri'];

/** Visible characters, with blanks between them. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Requests can carry the header of every step. */
export const MS6104: Rule<DeploymentWorkload> = {
  code: 'MS6104',
  title: 'no request has the header of a step',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A step by header sends those requests to the new version that carry one header of one value. Names are ' +
    'tokens of HTTP; parts of the request line, such as the host, are no headers.',
  reads: 'rollout of the microservice',

  evaluate: ({ settings }) => {
    const { rollout } = settings.values;
    if (rollout._kind !== RolloutKind.CANARY) return [];
    return stepsOf(rollout, CanaryStepKind.HEADER).flatMap(({ headerName = '', headerValue = '' }) => [
      ...(TOKEN.test(headerName) && !NOT_HEADERS.includes(headerName.toLowerCase())
        ? []
        : [
            {
              message: 'no proxy finds the header of a step',
              given: `its name was '${headerName}'`,
              allowed: `names of headers of HTTP, but for ${NOT_HEADERS.join(', ')}`,
              fix: "state a header of your own, as in CanaryStep.header('x-version', 'next')",
            },
          ]),
      ...(VALUE.test(headerValue)
        ? []
        : [
            {
              message: `no request has the value of the header ${headerName} of a step`,
              given: `it was ${JSON.stringify(headerValue)}`,
              allowed: 'visible characters, with blanks between them or none',
              fix: 'state the value that testers send',
            },
          ]),
    ]);
  },
};
