import { byteQuantity, type ContainerFacts, isWhole } from '../../../values';
import { isDnsLabel } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';

const PAGES = /^hugepages-(\d+)(Ki|Mi|Gi|Ti|Pi)$/;
const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** The API server refuses an extended resource or an amount of huge pages. */
export const MS1124: Rule<Workload> = {
  code: 'MS1124',
  title: 'invalid extended resource or huge pages',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An extended resource has the name of its owner before a slash, as in `nvidia.com/gpu`, outside of ' +
    '`kubernetes.io`, and is counted in whole units. Huge pages are asked for in multiples of their size, from one ' +
    'page upwards.',
  reads: 'resources of the containers',

  evaluate: ({ containers }) => containers.flatMap((each) => [...extended(each), ...pages(each)]),
};

function extended({ name: container, resources }: ContainerFacts): Detail[] {
  return Object.entries(resources.extended ?? {}).flatMap(([name, amount]): Detail[] => [
    ...(isExtended(name)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name of an extended resource',
            given: `container ${container} had '${name}'`,
            allowed: 'a domain, a slash and a name, outside of kubernetes.io and without requests. before it',
            fix: 'state the name that the nodes offer, as in nvidia.com/gpu',
          },
        ]),
    ...(isWhole(amount, 0, Number.MAX_SAFE_INTEGER)
      ? []
      : [
          {
            message: `invalid amount of ${name}`,
            given: `container ${container} had ${amount}`,
            allowed: 'whole numbers from 0',
            fix: 'state how many units the container gets, as in 1',
          },
        ]),
  ]);
}

function isExtended(name: string): boolean {
  const [domain = '', resource = '', ...rest] = name.split('/');
  return (
    rest.length === 0 &&
    domain.length <= 253 &&
    domain.split('.').every((part) => isDnsLabel(part)) &&
    !/(^|\.)kubernetes\.io$/.test(domain) &&
    !domain.startsWith('requests.') &&
    /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(resource)
  );
}

function pages({ name: container, resources }: ContainerFacts): Detail[] {
  return Object.entries(resources.hugePages ?? {}).flatMap(([name, amount]): Detail[] => {
    const [, count, unit] = PAGES.exec(name) ?? [];
    const page = count === undefined ? NaN : Number(count) * 1024 ** (UNITS.indexOf(unit!) + 1);
    return page > 0 && isWhole(amount / page, 1, Number.MAX_SAFE_INTEGER)
      ? []
      : [
          {
            message: 'invalid amount of huge pages',
            given: `container ${container} had ${byteQuantity(amount)} of ${name}`,
            allowed: 'a multiple of the page size, from one page upwards',
            fix: 'state a pageSize that the nodes have, and a multiple of it as amount',
          },
        ];
  });
}
