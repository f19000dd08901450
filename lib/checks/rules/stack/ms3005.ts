import { Detail, Rule, Severity } from '../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import { ClusterFacts, NetworkPeer, isCidr, isInside, isWhole, repeated } from '../../../values';
import { rangeProblems } from '../range-problems';
import type { PlatformUse } from '../../stack-facts';

/** Invalid fact of the cluster. */
export const MS3005: Rule<PlatformUse> = {
  code: 'MS3005',
  title: 'invalid fact of the cluster',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Addresses are ranges in CIDR notation, exceptions lie inside their range, ports are whole numbers from 1 to ' +
    '65535, zones are values of a label, each once, and pods are named by a namespace and labels that Kubernetes ' +
    'accepts.',
  reads: 'platform',

  evaluate: ({ platform: { cluster } }) => [...domain(cluster), ...zones(cluster), ...addresses(cluster)],
};

function domain({ domain: name }: ClusterFacts): Detail[] {
  return isDnsSubdomain(name)
    ? []
    : [
        {
          message: 'invalid domain of Services',
          given: `domain was '${name}'`,
          allowed: 'a DNS name in lower case, such as cluster.local',
          fix: 'state it as the kubelets know it',
        },
      ];
}

function zones({ zones: all }: ClusterFacts): Detail[] {
  return [
    ...all
      .filter((zone) => zone === '' || !isLabelValue(zone))
      .map((zone) => ({
        message: 'invalid zone',
        given: `zones held '${zone}'`,
        allowed: 'values of the label topology.kubernetes.io/zone',
        fix: 'state zones as the nodes are labelled',
      })),
    ...repeated(all).map((zone) => ({
      message: 'a zone stands twice',
      given: `zones held ${zone} twice`,
      allowed: 'each zone once',
      fix: 'remove one of them',
    })),
  ];
}

function addresses({ dns, apiServer, apiServerPorts, ingress, scrapers }: ClusterFacts): Detail[] {
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
    ...ranges.flatMap(([fact, range]) => rangeProblems(range, `${fact} held '${range}'`)),
    ...peers.flatMap(([fact, all]) => all.flatMap((peer) => [...exceptions(fact, peer), ...pods(fact, peer)])),
    ...[['dns', dns.port] as const, ...apiServerPorts.map((port) => ['apiServer', port] as const)]
      .filter(([, port]) => !isWhole(port, 1, 65535))
      .map(([fact, port]) => ({
        message: 'a port is out of range',
        given: `${fact} had port ${port}`,
        allowed: 'whole numbers from 1 to 65535',
        fix:
          'state the port at which pods reach ' +
          (fact === 'dns' ? 'the name server, such as 53' : 'the API server, such as 6443'),
      })),
  ];
}

function exceptions(fact: string, { range, except }: NetworkPeer): Detail[] {
  if (range === undefined || !isCidr(range)) return [];
  return except
    .filter((inner) => isCidr(inner) && !isInside(inner, range))
    .map((inner) => ({
      message: 'an exception lies outside of its range',
      given: `${fact} held ${range} but for ${inner}`,
      allowed: `smaller ranges inside of ${range}`,
      fix: `leave the exception out, or state a range inside of ${range}`,
    }));
}

function pods(fact: string, { namespace, labels, range }: NetworkPeer): Detail[] {
  if (range !== undefined) return [];
  const problems: Detail[] = [];
  if (namespace === undefined || !isDnsLabel(namespace)) {
    problems.push({
      message: 'Kubernetes refuses the namespace of pods',
      given: `${fact} held pods of '${namespace}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: 'state the metadata.name of the Namespace that the pods run in',
    });
  }
  for (const [key, value] of Object.entries(labels).filter(
    ([each, text]) => !isQualifiedName(each) || !isLabelValue(text),
  )) {
    problems.push({
      message: 'Kubernetes refuses a label of pods',
      given: `${fact} held pods with ${key}=${value}`,
      allowed: 'keys and values of labels',
      fix: 'state the label as the pods carry it',
    });
  }
  return problems;
}
