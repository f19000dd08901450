import { isWhole, repeated } from '../../../values';
import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isLabelValue, isQualifiedName, isObjectName } from '../../../emit/kubernetes';

/** Invalid placement of pods. */
export const MS1029: Rule<Workload> = {
  code: 'MS1029',
  title: 'invalid placement of pods',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Topology spreads, tolerations, pull secrets and the priority class name labels, taints and objects; the ' +
    'scheduler or the kubelet refuses one of these names or numbers.',
  reads: 'workload',

  evaluate: ({ settings }) => {
    const { topologySpread, tolerations, imagePullSecrets, priorityClassName } = settings.values;
    return [
      ...topologySpread
        .filter(({ maxSkew }) => !isWhole(maxSkew, 1))
        .map(({ nodeLabel, maxSkew }) =>
          add(
            'invalid skew of a topology spread',
            `maxSkew over ${nodeLabel} was ${maxSkew}`,
            'whole numbers from 1',
            'state 1, or leave it out',
          ),
        ),
      ...repeated(topologySpread.map(({ nodeLabel }) => nodeLabel)).map((nodeLabel) =>
        add(
          'replicas are spread twice over the same places',
          `pod.placement.topologySpread held ${nodeLabel} twice`,
          'each node label once',
          'remove one of them',
        ),
      ),
      ...topologySpread
        .filter(({ nodeLabel }) => !isQualifiedName(nodeLabel))
        .map(({ nodeLabel }) =>
          add(
            'Kubernetes refuses the node label of a topology spread',
            `it was '${nodeLabel}'`,
            'the key of a label',
            'correct the key',
          ),
        ),
      ...tolerations
        .filter(({ key }) => !isQualifiedName(key))
        .map(({ key }) =>
          add('Kubernetes refuses the key of a toleration', `it was '${key}'`, 'the key of a taint', 'correct the key'),
        ),
      ...tolerations
        .filter(({ value }) => value !== undefined && !isLabelValue(value))
        .map(({ key, value }) =>
          add(
            'Kubernetes refuses the value of a toleration',
            `${key} was '${value}'`,
            'the value of a taint: at most 63 letters, digits, dashes, dots and underscores',
            'correct the value, or leave it out for any',
          ),
        ),
      ...imagePullSecrets
        .filter((name) => !isObjectName(name))
        .map((name) =>
          add(
            'Kubernetes refuses the name of an image pull secret',
            `it was '${name}'`,
            'a DNS subdomain',
            'state the name of the Secret',
          ),
        ),
      ...(priorityClassName === undefined || isObjectName(priorityClassName)
        ? []
        : [
            add(
              'Kubernetes refuses the name of the priority class',
              `it was '${priorityClassName}'`,
              'a DNS subdomain',
              'state the name of the PriorityClass',
            ),
          ]),
    ];
  },
};

function add(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given, allowed, fix };
}
