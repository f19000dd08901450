import { Rule, Severity, shortList } from '../../../errors';
import type { Workload } from '../../../program';
import { type Exposure, exposedNumber, holdsMostPublicAddresses } from '../../../values';

/** An exposure is public without saying so. */
export const MS2021: Rule<Workload> = {
  code: 'MS2021',
  title: 'an exposure is public without saying so',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Anybody can reach an exposure without `allowedSources`, or with sources that hold half of the public addresses ' +
    'of IPv4 or of IPv6, and nothing authenticates clients before the microservice does. State `public: true` where ' +
    'that is intended, or the sources that clients may come from.',
  reads: 'workload',

  evaluate: ({ name, exposures, ports }) =>
    exposures
      .filter(({ public: isPublic, allowedSources }) => !isPublic && admitsAnybody(allowedSources))
      .map((exposure) => ({
        message: `${name} is exposed to any client, and public is not stated`,
        given:
          `port ${exposedNumber(exposure, ports) ?? 'not named'} is ` +
          `exposed${exposure.host === undefined ? '' : ` as ${exposure.host}`} to ${clientsOf(exposure)}, ` +
          'without authentication',
        allowed: 'exposures that are public, or name the sources of their clients',
        fix:
          exposure.allowedSources.length === 0
            ? 'state public: true, or allowedSources'
            : 'state public: true, or smaller ranges as allowedSources',
      })),
};

function admitsAnybody(allowedSources: readonly string[]): boolean {
  return allowedSources.length === 0 || holdsMostPublicAddresses(allowedSources);
}

function clientsOf({ allowedSources }: Exposure): string {
  return allowedSources.length === 0 ? 'any client' : `clients of ${shortList(allowedSources)}`;
}
