import { type Detail, Rule, Severity, shortList } from '../../../errors';
import { entryPods, type Workload } from '../../../program';
import { type Exposure, exposedNumber, holdsMostPublicAddresses, type NetworkPeer } from '../../../values';
import type { PlatformUse } from '../../stack-facts';

/** Anybody is let in without saying so. */
export const MS2021: Rule<Workload> = {
  code: 'MS2021',
  title: 'anybody is let in, and nothing says so',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Anybody can reach an exposure without `allowedSources`, or with sources that hold half of the public ' +
    'addresses of IPv4 or of IPv6, and nothing authenticates clients before the microservice does. State ' +
    '`public: true` where that is intended, or the sources that clients may come from. Such ranges name nobody in ' +
    'the facts of a cluster either: as `scrapers` they open metrics to anybody, as `ingress` the ports of exposures ' +
    'that are not public, and as `dns` they let every microservice out to any address.',
  reads: 'workload, cluster',

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

/** Peers of a cluster's facts that are anybody, where they open something. */
export const MS2021_OF_CLUSTER: Rule<PlatformUse> = {
  ...MS2021,

  evaluate: ({ platform: { cluster }, microservices, functions }) => {
    const workloads = [...microservices, ...functions];
    const limited = workloads.filter(({ settings }) => settings.values.networkPolicy);
    const exposed = limited.filter(
      (workload) => entryPods(workload) === undefined && workload.exposures.some(({ public: isPublic }) => !isPublic),
    );
    return [
      ...anybody({
        peers: ['scrapers', cluster.scrapers],
        whom: 'the scrapers',
        opened: workloads.filter(({ scraped }) => scraped.length > 0),
        open: (names) => `the metrics of ${names} stand open`,
        fix: "state scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })], or smaller ranges",
      }),
      ...anybody({
        peers: ['ingress', cluster.ingress],
        whom: 'the load balancers',
        opened: exposed,
        open: (names) => `ports of ${names} stand open to more than their allowedSources`,
        fix: "state ingress with the load balancers' pods or smaller ranges, or public: true where it is exposed",
      }),
      ...anybody({
        peers: ['dns', cluster.dns.peers],
        whom: 'the resolvers',
        opened: limited,
        open: (names) => `${names} may reach any address on port ${cluster.dns.port}`,
        fix: "state ClusterDns.custom with the resolvers' pods or smaller ranges",
      }),
    ];
  },
};

interface Opened {
  readonly peers: readonly [fact: string, peers: readonly NetworkPeer[]];
  readonly whom: string;
  readonly opened: readonly Workload[];
  readonly open: (names: string) => string;
  readonly fix: string;
}

function anybody({ peers: [fact, peers], whom, opened, open, fix }: Opened): Detail[] {
  const ranges = peers.flatMap(({ range }) => range ?? []);
  if (opened.length === 0 || !holdsMostPublicAddresses(ranges)) return [];
  return [
    {
      message: `anybody may be one of ${whom}`,
      given: `${fact} held ${shortList(ranges)}: ${open(shortList(opened.map(({ name }) => name)))}`,
      allowed: 'pods, and ranges that hold less than half of the public addresses',
      fix,
    },
  ];
}
