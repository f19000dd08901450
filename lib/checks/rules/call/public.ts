import { Workload } from '../../../program';
import { exposedNumber } from '../../../values';
import type { Rule } from '../../rule';

/** What anybody can reach is meant for anybody. */
export const publicExposure: Rule<Workload> = ({ name, exposures, ports }) =>
  exposures
    .filter((exposure) => !exposure.public && exposure.allowedSources.length === 0)
    .map((exposure) => ({
      code: 'MS2021',
      message: `${name} faces the outside, and nobody said so`,
      given:
        `port ${exposedNumber(exposure, ports) ?? 'not named'} is ` +
        `exposed${exposure.host === undefined ? '' : ` as ${exposure.host}`} to any client, without authentication`,
      allowed: 'exposures that are public, or name the sources of their clients',
      fix: 'state public: true, or allowedSources',
    }));
