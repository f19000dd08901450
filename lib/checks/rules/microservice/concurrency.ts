import { DeploymentWorkload, originOf } from '../../../program';
import { isWhole, MAX_INT32, Rule } from '../../rule';

/** Proxies count the requests that all replicas serve together in 32 bits. */
export const concurrency: Rule<DeploymentWorkload> = ({ settings }) => {
  const { concurrency: stated, scaling } = settings.values;
  const most = Math.floor(MAX_INT32 / Math.max(scaling.max, 1));
  return isWhole(stated, 1, most)
    ? []
    : [
        {
          code: 'MS1036',
          message: 'the concurrency is not a number of requests',
          given: `concurrency was ${stated} (${originOf(settings, 'concurrency')})`,
          allowed: `whole numbers from 1 to ${most}`,
          fix: 'state how many requests one replica serves at once',
        },
      ];
};
