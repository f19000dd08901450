import { isDnsLabel, isLabelValue, isObjectName, isQualifiedName } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity, shown } from '../../../errors';
import type { EffectiveSettings, Workload } from '../../../program';
import { DnsPolicy, isIpAddress, isWhole, type NodeAffinity, type PodAffinity, repeated } from '../../../values';

/** Most resolvers and search domains: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ */
const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;

/** The API server refuses a choice of nodes, or a name that pods find. */
export const MS1125: Rule<Workload> = {
  code: 'MS1125',
  title: 'invalid affinity, gate, runtime, host, resolver or profile of pods',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Affinities name labels and have weights from 1 to 100; gates have names of labels, each once; a RuntimeClass ' +
    'has the name of an object; hosts and resolvers have IP addresses, and there are three resolvers and 32 search ' +
    'domains at most; a profile of AppArmor has a name.',
  reads: 'placement and security of the workload',

  evaluate: ({ settings: { values } }) => [
    ...values.nodeAffinity.flatMap(ofNodes),
    ...values.podAffinity.flatMap(ofPods),
    ...gates(values),
    ...names(values),
    ...resolvers(values),
    ...profile(values),
  ],
};

const FULL = 'pod.placement';

function detail(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given: `${FULL}.${given}`, allowed, fix };
}

function weight(field: string, stated: number | undefined): Detail[] {
  return stated === undefined || isWhole(stated, 1, 100)
    ? []
    : [
        detail(
          'invalid weight of an affinity',
          `${field} had weight ${stated}`,
          'whole numbers from 1 to 100',
          'state such a weight, as in 50',
        ),
      ];
}

function label(field: string, key: string): Detail[] {
  return isQualifiedName(key)
    ? []
    : [
        detail(
          'Kubernetes refuses the label of an affinity',
          `${field} had the key '${key}'`,
          'keys of labels, as in topology.kubernetes.io/zone',
          'state the key that the nodes or pods have',
        ),
      ];
}

function ofNodes({ _expressions: expressions, _weight: stated }: NodeAffinity): Detail[] {
  const field = 'nodeAffinity';
  return [
    ...weight(field, stated),
    ...(expressions.length > 0
      ? []
      : [
          detail(
            'a choice of nodes without an expression chooses none',
            `${field} had no expression`,
            'one expression or more',
            "state one, as in NodeExpression.exists('gpu'), or leave the choice out",
          ),
        ]),
    ...expressions.flatMap(({ _key: key, _operator: operator, _values: values }) => [
      ...label(field, key),
      ...((['In', 'NotIn'].includes(operator) && values.length === 0) ||
      (['Gt', 'Lt'].includes(operator) && !/^-?\d+$/.test(values[0]!)) ||
      !values.every(isLabelValue)
        ? [
            detail(
              'Kubernetes refuses the values of an expression',
              `${field} had ${key} ${operator} [${values.join(', ')}]`,
              'one value of a label or more, and whole numbers to compare with',
              'state values that nodes have',
            ),
          ]
        : []),
    ]),
  ];
}

function ofPods({ _labels: labels, _options: { nodeLabel, weight: stated, namespaces = [] } }: PodAffinity): Detail[] {
  const field = 'podAffinity';
  const invalid = Object.entries(labels).filter(([, value]) => !isLabelValue(value));
  return [
    ...weight(field, stated),
    ...[...(nodeLabel === undefined ? [] : [nodeLabel]), ...Object.keys(labels)].flatMap((key) => label(field, key)),
    ...(Object.keys(labels).length > 0 && invalid.length === 0
      ? []
      : [
          detail(
            'a choice by pods names no pods',
            `${field} had the labels ${JSON.stringify(labels)}`,
            'one label or more, with values of labels',
            "state the labels of the pods, as in { 'app.kubernetes.io/name': 'cart' }",
          ),
        ]),
    ...namespaces
      .filter((namespace) => !isDnsLabel(namespace))
      .map((namespace) =>
        detail(
          'Kubernetes refuses a namespace of a choice by pods',
          `${field} named ${shown(namespace)}`,
          'at most 63 lower-case letters, digits and dashes, no dash at either end',
          'state the name of a namespace',
        ),
      ),
  ];
}

function gates({ schedulingGates }: EffectiveSettings): Detail[] {
  const wrong = [...schedulingGates.filter((name) => !isQualifiedName(name)), ...repeated(schedulingGates)];
  return wrong.map((name) =>
    detail(
      'Kubernetes refuses a scheduling gate',
      `schedulingGates held '${name}'`,
      'names of labels, each once, as in acme.io/quota',
      'state the name that its controller removes, once',
    ),
  );
}

function names({ runtimeClassName, hostAliases }: EffectiveSettings): Detail[] {
  return [
    ...(runtimeClassName === undefined || isObjectName(runtimeClassName)
      ? []
      : [
          detail(
            'Kubernetes refuses the name of a RuntimeClass',
            `runtimeClassName was '${runtimeClassName}'`,
            'a DNS subdomain',
            'state the name of a RuntimeClass, or leave it out',
          ),
        ]),
    ...hostAliases.flatMap(({ ip, hostnames }) =>
      isIpAddress(ip) && hostnames.length > 0 && hostnames.every(isObjectName)
        ? []
        : [
            detail(
              'Kubernetes refuses a host alias',
              `hostAliases held ${ip} for [${hostnames.join(', ')}]`,
              'an IP address, and one host name or more',
              "state both, as in { ip: '10.1.2.3', hostnames: ['ledger.internal'] }",
            ),
          ],
    ),
  ];
}

function resolvers({ dns: { policy, nameservers = [], searches = [], options = {} } }: EffectiveSettings): Detail[] {
  const wrong = nameservers.filter((address) => !isIpAddress(address));
  return [
    ...(wrong.length > 0 || nameservers.length > MOST_NAMESERVERS
      ? [
          detail(
            'Kubernetes refuses the resolvers of the pods',
            `dns.nameservers was [${nameservers.join(', ')}]`,
            `${MOST_NAMESERVERS} IP addresses at most`,
            'state the addresses of resolvers',
          ),
        ]
      : []),
    ...('' in options
      ? [
          detail(
            'Kubernetes refuses an option of the resolvers',
            'dns.options had an option without a name',
            'names of options',
            "state the name, as in { ndots: '2' }",
          ),
        ]
      : []),
    ...(policy === DnsPolicy.NONE && nameservers.length === 0
      ? [
          detail(
            'pods without resolvers find no names',
            'dns.policy was None, and dns.nameservers held none',
            'one resolver or more',
            'state nameservers, or another policy',
          ),
        ]
      : []),
    ...(searches.length > MOST_SEARCHES || !searches.every((domain) => domain === '.' || isObjectName(domain))
      ? [
          detail(
            'Kubernetes refuses the search domains of the pods',
            `dns.searches was [${searches.join(', ')}]`,
            `${MOST_SEARCHES} DNS names at most`,
            'state the domains alone, without a dot at either end',
          ),
        ]
      : []),
  ];
}

/** Longest name of a profile of AppArmor that the API takes. */
const LONGEST_PROFILE = 4095;

function profile({ security: { appArmorProfile } }: EffectiveSettings): Detail[] {
  const name = appArmorProfile?._name;
  return name === undefined || (name !== '' && name.trim() === name && name.length <= LONGEST_PROFILE)
    ? []
    : [
        {
          message: 'Kubernetes refuses the name of a profile of AppArmor',
          given: `security.appArmorProfile was ${shown(name)}, of ${name.length} characters`,
          allowed: `1 to ${LONGEST_PROFILE} characters, no space at either end`,
          fix: 'state the name of a profile that the nodes have',
        },
      ];
}
