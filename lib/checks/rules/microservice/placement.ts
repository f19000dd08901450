import type { Problem } from '../../../errors';
import { isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import type { Workload } from '../../../program';
import { isObjectName, isWhole, repeated, Rule } from '../../rule';

/** The scheduler and the kubelet accept where pods run and what they pull with. */
export const placement: Rule<Workload> = ({ settings }) => {
  const { topologySpread, tolerations, imagePullSecrets, priorityClassName } = settings.values;
  const add = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS1029',
    message,
    given,
    allowed,
    fix,
  });
  return [
    ...topologySpread
      .filter(({ maxSkew }) => !isWhole(maxSkew, 1))
      .map(({ nodeLabel, maxSkew }) =>
        add(
          'a topology spread has no skew that the API accepts',
          `maxSkew over ${nodeLabel} was ${maxSkew}`,
          'whole numbers from 1',
          'state 1, or leave it out',
        ),
      ),
    ...repeated(topologySpread.map(({ nodeLabel }) => nodeLabel)).map((nodeLabel) =>
      add(
        'replicas are spread twice over the same places',
        `topologySpread held ${nodeLabel} twice`,
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
};
