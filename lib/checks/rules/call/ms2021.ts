import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { exposedNumber } from '../../../values';

/** An exposure is public without saying so. */
export const MS2021: Rule<Workload> = {
  code: 'MS2021',
  title: 'an exposure is public without saying so',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Anybody can reach an exposure without `allowedSources`, and nothing authenticates clients before the ' +
    'microservice does. State `public: true` where that is intended, or the sources that clients may come from.',
  reads: 'workload',

  evaluate: ({ name, exposures, ports }) =>
    exposures
      .filter((exposure) => !exposure.public && exposure.allowedSources.length === 0)
      .map((exposure) => ({
        message: `${name} is exposed to any client, and public is not stated`,
        given:
          `port ${exposedNumber(exposure, ports) ?? 'not named'} is ` +
          `exposed${exposure.host === undefined ? '' : ` as ${exposure.host}`} to any client, without authentication`,
        allowed: 'exposures that are public, or name the sources of their clients',
        fix: 'state public: true, or allowedSources',
      })),
};
