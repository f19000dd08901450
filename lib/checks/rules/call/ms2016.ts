import { Detail, Rule, Severity } from '../../../errors';
import { Edge, DeploymentWorkload, entryPods, Reach, unique } from '../../../program';
import { canMerge, isDnsSubdomain, isQualifiedName, isObjectName } from '../../../emit/kubernetes';
import { callablePorts, exposedNumber, type Exposure, repeatedBy } from '../../../values';
import { rangeProblems } from '../range-problems';

/** Invalid exposure. */
export const MS2016: Rule<DeploymentWorkload> = {
  code: 'MS2016',
  title: 'invalid exposure',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An exposure names a port of the microservice; hosts are DNS names, sources are ranges in CIDR notation, and all ' +
    'exposures of a microservice share the annotations of one Service. A load balancer sees no host: there, ' +
    'exposures of a port allow the same clients, and no host is a wildcard.',
  reads: 'microservice, call',

  evaluate: (facts) => {
    const { exposures, ports, cluster } = facts;
    const gateway = entryPods(facts);
    if (exposures.length === 0) return [];
    const portList = ports.map(({ number: port, name }) => `${port} (${name})`).join(', ') || 'none';
    return [
      ...exposures.flatMap(({ port, host, addresses, allowedSources, tlsSecret, annotations }) => [
        ...(tlsSecret !== undefined && !isObjectName(tlsSecret)
          ? [
              add(
                'Kubernetes refuses the name of a Secret',
                `tlsSecret was '${tlsSecret}'`,
                'at most 253 lower-case letters, digits, dashes and dots',
                "state the Secret's metadata.name, without its namespace",
              ),
            ]
          : []),
        ...(port === undefined && callablePorts(ports).length !== 1
          ? [add('the exposure names no port', 'expose named no port', portList, 'name a port')]
          : []),
        ...(port !== undefined && !ports.some((each) => each.number === port)
          ? [
              add(
                `there is no port ${port} to expose`,
                `expose named ${port}`,
                portList,
                "name a port of the microservice, by its Service's number",
              ),
            ]
          : []),
        ...(host === undefined ||
        isDnsSubdomain(gateway === undefined ? host : host.replace(/^\*(?:\.|$)/, '') || 'any')
          ? []
          : [
              add(
                'invalid host of an exposure',
                `host was '${host}'`,
                `a DNS name in lower case${host.startsWith('*') ? '; behind a gateway also *.example.com and *' : ''}`,
                host.startsWith('*')
                  ? 'state the host names, or a gateway on the platform'
                  : "state the name alone, such as 'shop.example.com'",
              ),
            ]),
        ...addresses.flatMap((range) => rangeProblems(range, `addresses held '${range}'`)),
        ...allowedSources.flatMap((range) =>
          rangeProblems(range, `allowedSources held '${range}'`, 'invalid range of allowed sources'),
        ),
        ...Object.keys(annotations)
          .filter((key) => !isQualifiedName(key))
          .map((key) =>
            add(
              'Kubernetes refuses the key of an annotation',
              `it was '${key}'`,
              "letters, digits, '-', '_' and '.', after a DNS name and '/' where there is one",
              "state the key as the cloud documents it, such as 'service.beta.kubernetes.io/aws-load-balancer-type'",
            ),
          ),
      ]),
      ...contradictions(exposures).map(([key, values]) =>
        add(
          `exposures disagree on the annotation ${key}`,
          values.map((value) => `'${value}'`).join(' and '),
          'one value: all exposures of a microservice share a Service',
          'state it once',
        ),
      ),
      ...(cluster.ingress.length === 0 || clients(exposures).length <= 1
        ? []
        : [
            add(
              'exposures differ in the clients that they allow',
              clients(exposures).join(' and '),
              'the same allowedSources for all: behind the ingress of the cluster only their common load balancer ' +
                'can tell clients apart',
              'state the same, or leave ingress out of the facts of a cluster whose nodes keep client addresses',
            ),
          ]),
      ...repeatedPorts(exposures, ports).map((port) =>
        add(
          `port ${port} is exposed twice`,
          `expose was called ${exposures.length} times`,
          'each port once, or under several hosts',
          'remove one of the calls',
        ),
      ),
      ...(gateway !== undefined || cluster.ingress.length > 0
        ? []
        : ports.flatMap(({ number }) => {
            const sets = clients(exposures.filter((exposure) => exposedNumber(exposure, ports) === number));
            return sets.length <= 1
              ? []
              : [
                  add(
                    `exposures of port ${number} differ in the clients that they allow`,
                    sets.join(' and '),
                    'the same allowedSources for all exposures of a port: a load balancer sees no host',
                    'state the same for each of them',
                  ),
                ];
          })),
    ];
  },
};

/** Host of an exposed callee in another cluster. */
export const MS2016_OF_CALL: Rule<Edge> = {
  ...MS2016,
  evaluate: (call) => {
    const host = call.reach === Reach.CLUSTER ? call.exposure?.host : undefined;
    return host === undefined || isDnsSubdomain(host)
      ? []
      : [
          add(
            `invalid host of ${call.callee.name}`,
            `host was '${host}'`,
            'a DNS name in lower case',
            "state the name alone, such as 'shop.example.com'",
          ),
        ];
  },
};

function add(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given, allowed, fix };
}

/** Ports that are exposed twice alike: of one port, exposures differ in host, methods or paths. */
function repeatedPorts(exposures: readonly Exposure[], ports: DeploymentWorkload['ports']): number[] {
  const stated = exposures.map((exposure) => {
    const { methods = [], paths = [] } = exposure.options ?? {};
    const requests = JSON.stringify([[...methods].sort(), [...paths].sort()]);
    return { port: exposedNumber(exposure, ports), host: exposure.host, requests };
  });
  const sharing = repeatedBy(stated, ({ port }) => String(port)).map(([, group]) => group);
  // Without a host, an exposure stands for all of them.
  const isTwice = (group: typeof stated) =>
    group.some(({ host }) => host === undefined) ||
    repeatedBy(group, ({ host, requests }) => JSON.stringify([host, requests])).length > 0;
  return sharing.filter(isTwice).flatMap(([first]) => first?.port ?? []);
}

/** Sets of clients that exposures allow, each once. */
function clients(all: DeploymentWorkload['exposures']): string[] {
  return unique(all.map(({ allowedSources }) => [...allowedSources].sort().join(', ') || 'any address'));
}

/** Annotations to which exposures give different values that cannot be merged. */
function contradictions(all: DeploymentWorkload['exposures']): (readonly [string, string[]])[] {
  const entries = all.flatMap(({ annotations }) => Object.entries(annotations));
  const keys = [...new Set(entries.map(([key]) => key))];
  return keys
    .map((key) => [key, unique(entries.filter(([candidate]) => candidate === key).map(([, value]) => value))] as const)
    .filter(([, values]) => values.some((one, at) => values.slice(at + 1).some((other) => !canMerge(one, other))));
}
