import { MS0009 } from '../../../errors';
import type { Problem } from '../../../errors';
import { ClusterFacts, NetworkPeer, NEWEST_MINOR, OLDEST_MINOR, parseImage } from '../../../values';
import { isForeignPlatform, Platform } from '../../../platform';
import { isWhole, repeated, Rule } from '../../rule';
import type { StackFacts } from '../../stack-facts';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import { isCidr, isInside } from '../call/cidr';

/** The platform is of this library, and its facts are possible ones. */
export const platform: Rule<StackFacts> = ({ platform: given }) =>
  isForeignPlatform(given)
    ? [
        {
          definition: MS0009,
          message: 'two copies of cdk8s-microservice are installed',
          given: 'the platform was made by another copy than the application stack',
          allowed: 'one copy',
          fix: "run `npm ls cdk8s-microservice`, and make the platform's package depend on it as a peer",
        },
      ]
    : [
        ...version(given.cluster),
        ...domain(given.cluster),
        ...zones(given.cluster),
        ...addresses(given.cluster),
        ...images(given),
        ...given.mesh._platformProblems(),
        ...given.delivery._platformProblems(),
        ...given.autoscaling._platformProblems(),
        ...(given.functions?._platformProblems() ?? []),
        ...given.monitoring._platformProblems(),
        ...given.dashboards._platformProblems(),
      ];

function version({ kubernetesVersion }: ClusterFacts): Problem[] {
  return kubernetesVersion.supported
    ? []
    : [
        {
          code: 'MS3003',
          message: 'the version of Kubernetes is not supported',
          given: `it was '${kubernetesVersion.given}'`,
          allowed: `1.${OLDEST_MINOR} and newer (compared up to 1.${NEWEST_MINOR})`,
          fix: "state the minor version, as in KubernetesVersion.of('1.34')",
        },
      ];
}

function domain({ domain: name }: ClusterFacts): Problem[] {
  return isDnsSubdomain(name)
    ? []
    : [
        {
          code: 'MS3005',
          message: 'the domain of Services is no domain',
          given: `domain was '${name}'`,
          allowed: 'a DNS name in lower case, such as cluster.local',
          fix: 'state it as the kubelets know it',
        },
      ];
}

function zones({ zones: all }: ClusterFacts): Problem[] {
  return [
    ...all
      .filter((zone) => zone === '' || !isLabelValue(zone))
      .map((zone): Problem => ({
        code: 'MS3005',
        message: 'a zone is none',
        given: `zones held '${zone}'`,
        allowed: 'values of the label topology.kubernetes.io/zone',
        fix: 'state zones as the nodes are labelled',
      })),
    ...repeated(all).map((zone): Problem => ({
      code: 'MS3005',
      message: 'a zone stands twice',
      given: `zones held ${zone} twice`,
      allowed: 'each zone once',
      fix: 'remove one of them',
    })),
  ];
}

function addresses({ dns, apiServer, apiServerPorts, ingress, scrapers }: ClusterFacts): Problem[] {
  const peers: (readonly [string, readonly NetworkPeer[]])[] = [
    ['dns', dns.peers],
    ['apiServer', apiServer],
    ['ingress', ingress],
    ['scrapers', scrapers],
  ];
  const ranges = peers.flatMap(([fact, all]) =>
    all
      .flatMap(({ range, except }) => (range === undefined ? [] : [range, ...except]))
      .map((range) => [fact, range] as const),
  );
  return [
    ...ranges
      .filter(([, range]) => !isCidr(range))
      .map(([fact, range]): Problem => ({
        code: 'MS3005',
        message: 'a range of addresses is none',
        given: `${fact} held '${range}'`,
        allowed: 'CIDR notation, such as 10.0.0.0/8',
        fix: 'correct it; a single address ends in /32 or /128',
      })),
    ...peers.flatMap(([fact, all]) => all.flatMap((peer) => [...exceptions(fact, peer), ...pods(fact, peer)])),
    ...[['dns', dns.port] as const, ...apiServerPorts.map((port) => ['apiServer', port] as const)]
      .filter(([, port]) => !isWhole(port, 1, 65535))
      .map(([fact, port]): Problem => ({
        code: 'MS3005',
        message: 'a port is out of range',
        given: `${fact} had port ${port}`,
        allowed: 'whole numbers from 1 to 65535',
        fix: 'correct it',
      })),
  ];
}

function exceptions(fact: string, { range, except }: NetworkPeer): Problem[] {
  if (range === undefined || !isCidr(range)) return [];
  return except
    .filter((inner) => isCidr(inner) && !isInside(inner, range))
    .map((inner): Problem => ({
      code: 'MS3005',
      message: 'an exception lies outside of its range',
      given: `${fact} held ${range} but for ${inner}`,
      allowed: `smaller ranges inside of ${range}`,
      fix: 'leave the exception out, or correct it',
    }));
}

function pods(fact: string, { namespace, labels, range }: NetworkPeer): Problem[] {
  if (range !== undefined) return [];
  const problems: Problem[] = [];
  if (namespace === undefined || !isDnsLabel(namespace)) {
    problems.push({
      code: 'MS3005',
      message: 'Kubernetes refuses the namespace of pods',
      given: `${fact} held pods of '${namespace}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: 'correct it',
    });
  }
  for (const [key, value] of Object.entries(labels).filter(
    ([each, text]) => !isQualifiedName(each) || !isLabelValue(text),
  )) {
    problems.push({
      code: 'MS3005',
      message: 'Kubernetes refuses a label of pods',
      given: `${fact} held pods with ${key}=${value}`,
      allowed: 'keys and values of labels',
      fix: 'state the label as the pods carry it',
    });
  }
  return problems;
}

function images({ images: map, registryMirrors }: Platform): Problem[] {
  const mirrors = Object.entries(registryMirrors).filter((entry) =>
    entry.some((text) => typeof text !== 'string' || text === '' || text.endsWith('/') || text.includes('://')),
  );
  const entries = Object.entries(map)
    .filter(([, reference]) => parseImage(reference) === undefined)
    .map(([name, reference]): Problem => ({
      code: 'MS3006',
      message: 'an entry of the image map is no reference',
      given: `${name} stood for '${reference}'`,
      allowed: 'registry/repository:tag, or @sha256: and 64 hexadecimal digits',
      fix: 'have the pipeline pass whole references',
    }));
  return [
    ...entries,
    ...mirrors.map(([prefix, mirror]): Problem => ({
      code: 'MS3006',
      message: 'a registry mirror leads nowhere',
      given: `${prefix} was moved to '${mirror}'`,
      allowed: 'registries or longer prefixes of references, without scheme and without a slash at the end',
      fix: 'state both as they stand in references, as in docker.io',
    })),
  ];
}
