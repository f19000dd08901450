import { MS1027 } from '../../../emit/kubernetes';
import type { Problem } from '../../../errors';
import { isDnsSubdomain, isQualifiedName } from '../../../emit/kubernetes';
import { MicroserviceFacts, originOf, REQUIRED } from '../../../program';
import { exposedNumber } from '../../../values';
import { isObjectName, repeated, Rule } from '../../rule';
import { isCidr } from './cidr';

/** What is exposed is there, once, and clients are ranges of addresses. */
export const exposures: Rule<MicroserviceFacts> = ({ exposures: all, ports, cluster, settings }) => {
  const shown = ports.map(({ number: port, name }) => `${port} (${name})`).join(', ') || 'none';
  const add = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS2016',
    message,
    given,
    allowed,
    fix,
  });
  return [
    ...all.flatMap(({ port, host, addresses, allowedSources, tlsSecret, annotations }) => [
      ...(tlsSecret !== undefined && !isObjectName(tlsSecret)
        ? [
            add(
              'Kubernetes refuses the name of a Secret',
              `tlsSecret was '${tlsSecret}'`,
              'at most 253 lower-case letters, digits, dashes and dots',
              'correct it',
            ),
          ]
        : []),
      ...(port === undefined && ports.length !== 1
        ? [add('the exposure must say which port it means', 'expose named none', shown, 'name a port')]
        : []),
      ...(port !== undefined && !ports.some((each) => each.number === port)
        ? [
            add(
              `there is no port ${port} to expose`,
              `expose named ${port}`,
              shown,
              "name a port of the microservice, by its Service's number",
            ),
          ]
        : []),
      ...(host !== undefined && !isDnsSubdomain(host)
        ? [
            add(
              'the host of the exposure is no host name',
              `host was '${host}'`,
              'a DNS name in lower case',
              'correct it',
            ),
          ]
        : []),
      ...addresses
        .filter((range) => !isCidr(range))
        .map((range) =>
          add(
            'a range of addresses is none',
            `it was '${range}'`,
            'CIDR notation, such as 203.0.113.0/24',
            'correct it',
          ),
        ),
      ...allowedSources
        .filter((range) => !isCidr(range))
        .map((range) =>
          add(
            'a range of allowed sources is none',
            `it was '${range}'`,
            'CIDR notation, such as 203.0.113.0/24',
            'correct it',
          ),
        ),
      ...Object.keys(annotations)
        .filter((key) => !isQualifiedName(key))
        .map((key) =>
          add(
            'Kubernetes refuses the key of an annotation',
            `it was '${key}'`,
            'the key of an annotation',
            'correct it',
          ),
        ),
    ]),
    ...all.flatMap(({ annotations }) => changesRequired(annotations, settings)),
    ...contradictions(all).map(([key, values]) =>
      add(
        `exposures disagree on the annotation ${key}`,
        values.map((value) => `'${value}'`).join(' and '),
        'one value: all exposures of a microservice share a Service',
        'state it once',
      ),
    ),
    ...(cluster.ingress.length === 0 || clients(all).length <= 1
      ? []
      : [
          add(
            'exposures differ in the clients that they allow',
            clients(all).join(' and '),
            'the same allowedSources for all: behind the ingress of the cluster only their common load balancer ' +
              'can tell clients apart',
            'state the same, or leave ingress out of the facts of a cluster whose nodes keep client addresses',
          ),
        ]),
    ...repeated(all.map((exposure) => exposedNumber(exposure, ports))).map((port) =>
      add(
        `port ${port} is exposed twice`,
        `expose was called ${all.length} times`,
        'each port once',
        'remove one of the calls',
      ),
    ),
  ];
};

/** Annotations that would stand in the place of those that the platform requires. */
function changesRequired(
  annotations: Readonly<Record<string, string>>,
  settings: MicroserviceFacts['settings'],
): Problem[] {
  const required = settings.values.annotations;
  return Object.entries(annotations)
    .filter(
      ([key, value]) =>
        Object.hasOwn(required, key) &&
        required[key] !== value &&
        originOf(settings, `annotations.${key}`) === REQUIRED,
    )
    .map(([key, value]) => ({
      definition: MS1027,
      message: `the platform requires annotations.${key} to be ${required[key]}`,
      given: `the exposure had ${key}=${value}`,
      allowed: required[key]!,
      fix: 'leave it out, or have the platform require less',
    }));
}

/** The sets of clients that exposures allow, each once. */
function clients(all: MicroserviceFacts['exposures']): string[] {
  return [...new Set(all.map(({ allowedSources }) => [...allowedSources].sort().join(', ') || 'any address'))].sort();
}

/** Annotations to which exposures give different values. */
function contradictions(all: MicroserviceFacts['exposures']): (readonly [string, string[]])[] {
  const entries = all.flatMap(({ annotations }) => Object.entries(annotations));
  const keys = [...new Set(entries.map(([key]) => key))];
  return keys
    .map(
      (key) =>
        [
          key,
          [...new Set(entries.filter(([candidate]) => candidate === key).map(([, value]) => value))].sort(),
        ] as const,
    )
    .filter(([, values]) => values.length > 1);
}
