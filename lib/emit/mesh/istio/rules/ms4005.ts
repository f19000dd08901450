import { Rule, Severity } from '../../../../errors';
import type { Workload } from '../../../../program';
import { PROXY_USER } from '../defaults';

/** The application does not run as the user of the proxy. */
export const MS4005: Rule<Workload> = {
  code: 'MS4005',
  title: "the application runs as the proxy's user",
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Istio lets traffic of user 1337 bypass the proxy, so no statement about calls would hold. Choose another user id.',
  reads: 'settings of the microservice',

  evaluate: ({ name, settings }) =>
    settings.values.security.runAsUser !== PROXY_USER
      ? []
      : [
          {
            message: `${name} runs as the proxy's user`,
            given: `runAsUser was ${PROXY_USER}`,
            allowed: 'any other',
            fix: 'state another user id',
          },
        ],
};
