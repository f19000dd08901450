import { isWhole, MAX_INT32 } from '../../../values';
import { Rule, Severity } from '../../../errors';
import { DeploymentWorkload, originOf } from '../../../program';

/** Invalid concurrency. */
export const MS1036: Rule<DeploymentWorkload> = {
  code: 'MS1036',
  title: 'invalid concurrency',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A replica serves a whole number of requests at once, 1 or more; proxies keep the sum over all replicas in 32 ' +
    'bits.',
  reads: 'microservice',

  evaluate: ({ settings }) => {
    const { concurrency, scaling } = settings.values;
    const most = Math.floor(MAX_INT32 / (isWhole(scaling.max, 1) ? scaling.max : 1));
    return isWhole(concurrency, 1, most)
      ? []
      : [
          {
            message: 'invalid concurrency',
            given: `lifecycle.concurrency was ${concurrency} (${originOf(settings, 'concurrency')})`,
            allowed: `whole numbers from 1 to ${most}`,
            fix: 'state the requests that one replica serves at once',
          },
        ];
  },
};
