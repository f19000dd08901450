import { Detail, Rule, Severity } from '../../../errors';
import type { Edge, Endpoint } from '../../../program';
import { isDnsLabel, isLabelValue, isObjectName, isQualifiedName } from '../../../emit/kubernetes';

/** Invalid name, namespace, service account or label of one end of a call. */
export const MS2018: Rule<Edge> = {
  code: 'MS2018',
  title: 'invalid name, namespace, service account or label of one end of a call',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Names and namespaces of callers and callees, references included, are labels of DNS, and service accounts have ' +
    'names of objects, labels of pods are labels of Kubernetes: policies and addresses contain them. Correct the ' +
    'name where it is stated.',
  reads: 'call',

  evaluate: ({ caller, callee }) =>
    // An endpoint of this program is checked where it is stated.
    [caller, callee].filter(({ statedElsewhere }) => statedElsewhere).flatMap(detailsOf),
};

function detailsOf({ name, workload }: Endpoint): Detail[] {
  const { namespace, serviceAccount, service, podSelector = {} } = workload!;
  const names = [
    ['name', name] as const,
    ['namespace', namespace] as const,
    ...(service === undefined ? [] : [['service', service] as const]),
  ];
  return [
    ...names
      .filter(([, value]) => !isDnsLabel(value))
      .map(([what, value]) => ({
        message: `Kubernetes refuses the ${what} of one end of a call`,
        given: `the ${what} was '${value}'`,
        allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
        fix: `state the ${what} as it is in the cluster, in the reference that the call names`,
      })),
    // Unless it is stated, it is the name.
    ...(serviceAccount === name || isObjectName(serviceAccount)
      ? []
      : [
          {
            message: 'Kubernetes refuses the service account of one end of a call',
            given: `the service account of ${name} was '${serviceAccount}'`,
            allowed: 'at most 253 lower-case letters, digits, dashes and dots, a letter or digit at both ends',
            fix: 'state the metadata.name of its ServiceAccount, in the reference that the call names',
          },
        ]),
    ...Object.entries(podSelector)
      .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
      .map(([key, value]) => ({
        message: 'Kubernetes refuses a pod label of one end of a call',
        given: `podLabels of ${name} had '${key}': '${value}'`,
        allowed: 'keys and values of labels: at most 63 letters, digits, dashes, underscores and dots',
        fix: 'state the label as the pods have it',
      })),
  ];
}
