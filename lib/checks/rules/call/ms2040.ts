import { Detail, Rule, Severity } from '../../../errors';
import { type DeploymentWorkload, unique } from '../../../program';
import type { Exposure } from '../../../values';

/** Exposures of a host agree on what holds for all of its requests. */
export const MS2040: Rule<DeploymentWorkload> = {
  code: 'MS2040',
  title: 'exposures contradict each other',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Connections to a host have one certificate, and clients are told apart by their address before a path is known: ' +
    'exposures of one host that differ in methods and paths state the same `tlsSecret`, `httpsRedirect` and ' +
    '`allowedSources`. There is nothing to redirect to without a certificate.',
  reads: 'exposures of the microservice',

  evaluate: ({ name, exposures, wayIn }) => [
    ...exposures
      .filter(
        ({ httpsRedirect, tlsSecret }) => httpsRedirect === true && tlsSecret === undefined && wayIn.endsTls !== true,
      )
      .map(({ host = 'a load balancer' }) => ({
        message: `an exposure of ${name} has nothing to redirect to`,
        given: `httpsRedirect was true for ${host}, without a tlsSecret`,
        allowed: 'redirects of exposures with a certificate',
        fix: 'state tlsSecret, or leave httpsRedirect out',
      })),
    ...(wayIn.pods === undefined ? [] : [...byHost(exposures)].flatMap(([host, all]) => disagreements(host, all))),
  ],
};

function byHost(exposures: readonly Exposure[]): Map<string, Exposure[]> {
  const hosts = new Map<string, Exposure[]>();
  for (const exposure of exposures)
    if (exposure.host !== undefined) hosts.set(exposure.host, [...(hosts.get(exposure.host) ?? []), exposure]);
  return hosts;
}

function disagreements(host: string, all: readonly Exposure[]): Detail[] {
  const fields: readonly (readonly [string, (exposure: Exposure) => string])[] = [
    ['tlsSecret', ({ tlsSecret = 'none' }) => tlsSecret],
    ['httpsRedirect', ({ httpsRedirect = true, tlsSecret }) => `${tlsSecret !== undefined && httpsRedirect}`],
    ['allowedSources', ({ allowedSources }) => unique(allowedSources).join(', ') || 'any address'],
  ];
  return fields.flatMap(([field, value]) => {
    const values = unique(all.map(value));
    return values.length <= 1
      ? []
      : [
          {
            message: `exposures of ${host} differ in ${field}`,
            given: values.join(' and '),
            allowed: 'the same for all exposures of a host',
            fix: `state the same ${field} for each, or another host`,
          },
        ];
  });
}
