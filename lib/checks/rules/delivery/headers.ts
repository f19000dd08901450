import type { Problem } from '../../../errors';
import { CanaryStep, CanaryStepKind } from '../../../values';

/** What HTTP calls a token: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What Istio takes for a part of the request line, and not for a header. */
const NOT_HEADERS = ['authority', 'host', 'method', 'scheme', 'uri'];

/** Headers of steps that proxies refuse, or never see. */
export function headerProblems(steps: readonly CanaryStep[]): Problem[] {
  return steps
    .filter(({ _kind: kind }) => kind === CanaryStepKind.HEADER)
    .flatMap(({ headerName = '', headerValue = '' }): Problem[] => [
      ...(TOKEN.test(headerName) && !NOT_HEADERS.includes(headerName.toLowerCase())
        ? []
        : [
            {
              code: 'MS6104' as const,
              message: 'no proxy finds the header of a step',
              given: `its name was '${headerName}'`,
              allowed: `names of headers of HTTP, but for ${NOT_HEADERS.join(', ')}`,
              fix: "state a header of your own, as in CanaryStep.header('x-version', 'next')",
            },
          ]),
      ...(isValue(headerValue)
        ? []
        : [
            {
              code: 'MS6104' as const,
              message: `no request has the value of the header ${headerName} of a step`,
              given: `it was ${JSON.stringify(headerValue)}`,
              allowed: 'visible characters, with blanks between them or none',
              fix: 'state the value that testers send',
            },
          ]),
    ]);
}

function isValue(text: string): boolean {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text);
}
