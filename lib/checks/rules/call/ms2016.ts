import { Detail, Rule, Severity } from '../../../errors';
import { Edge, DeploymentWorkload, Reach, unique } from '../../../program';
import { isDnsSubdomain, isQualifiedName, isObjectName } from '../../../emit/kubernetes';
import { exposedNumber, repeated } from '../../../values';
import { isCidr } from './cidr';

const SINGLE_ADDRESS = 'state the first address and the length of the prefix; a single address ends in /32 or /128';

/** Invalid exposure. */
export const MS2016: Rule<DeploymentWorkload> = {
  code: 'MS2016',
  title: 'invalid exposure',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An exposure names a port of the microservice, each port once; hosts are DNS names, sources are ranges in CIDR ' +
    'notation, and all exposures of a microservice share the annotations of one Service.',
  reads: 'microservice, call',

  evaluate: ({ exposures, ports, cluster }) => {
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
        ...(port === undefined && ports.length !== 1
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
        ...(host !== undefined && !isDnsSubdomain(host)
          ? [
              add(
                'invalid host of an exposure',
                `host was '${host}'`,
                'a DNS name in lower case',
                "state the name alone, such as 'shop.example.com'",
              ),
            ]
          : []),
        ...addresses
          .filter((range) => !isCidr(range))
          .map((range) =>
            add(
              'invalid range of addresses',
              `it was '${range}'`,
              'CIDR notation, such as 203.0.113.0/24',
              SINGLE_ADDRESS,
            ),
          ),
        ...allowedSources
          .filter((range) => !isCidr(range))
          .map((range) =>
            add(
              'invalid range of allowed sources',
              `it was '${range}'`,
              'CIDR notation, such as 203.0.113.0/24',
              SINGLE_ADDRESS,
            ),
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
      ...repeated(exposures.map((exposure) => exposedNumber(exposure, ports))).map((port) =>
        add(
          `port ${port} is exposed twice`,
          `expose was called ${exposures.length} times`,
          'each port once',
          'remove one of the calls',
        ),
      ),
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

/** Sets of clients that exposures allow, each once. */
function clients(all: DeploymentWorkload['exposures']): string[] {
  return unique(all.map(({ allowedSources }) => [...allowedSources].sort().join(', ') || 'any address'));
}

/** Annotations to which exposures give different values. */
function contradictions(all: DeploymentWorkload['exposures']): (readonly [string, string[]])[] {
  const entries = all.flatMap(({ annotations }) => Object.entries(annotations));
  const keys = [...new Set(entries.map(([key]) => key))];
  return keys
    .map((key) => [key, unique(entries.filter(([candidate]) => candidate === key).map(([, value]) => value))] as const)
    .filter(([, values]) => values.length > 1);
}
