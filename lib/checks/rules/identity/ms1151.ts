import { isDnsLabel, isLabelValue, isObjectName, isQualifiedName, isServiceName } from '../../../emit/kubernetes';
import { OWNED_LABELS, suggestName, TAKEN_NAMES } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import { statefulOf, type Workload } from '../../../program';

/** Labels that controllers give to pods, with another value for each version. */
const OF_CONTROLLERS = [
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
];

/** Invalid name or label of an object that a workload takes over. */
export const MS1151: Rule<Workload> = {
  code: 'MS1151',
  title: 'invalid name or label of an account, or of what a workload takes over',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Names of Services, containers and ServiceAccounts follow the grammars of Kubernetes, and so do labels and ' +
    'annotations. A selector has a label, and none that a controller gives to the pods of one version. State them as ' +
    'they are in the cluster: `kubectl get deployment cart -o yaml` shows the selector and the containers.',
  reads: 'metadata.adopts and metadata.serviceAccount',

  evaluate: (workload) => [...ofSelector(workload), ...ofNames(workload), ...ofAccount(workload)],
};

const LABELS = 'labels: at most 63 letters, digits, dashes, underscores and dots';
const DNS_LABEL = 'at most 63 lower-case letters, digits and dashes, no dash at either end';

function ofSelector({ adopts }: Workload): Detail[] {
  const { selector } = adopts ?? {};
  if (selector === undefined) return [];
  const message = 'Kubernetes refuses the adopted selector';
  const fix = 'state spec.selector.matchLabels as the cluster has it';
  if (Object.keys(selector).length === 0)
    return [{ message, given: 'metadata.adopts.selector was empty', allowed: 'one label or more', fix }];
  return Object.entries(selector).flatMap(([key, value]): Detail[] => {
    const given = `metadata.adopts.selector had '${key}': '${value}'`;
    if (OF_CONTROLLERS.includes(key))
      return [
        {
          message: 'the adopted selector holds a label of one version alone',
          given,
          allowed: 'labels that the pods of every version have',
          fix: `leave ${key} out: a controller gives it to pods`,
        },
      ];
    return isQualifiedName(key) && isLabelValue(value) ? [] : [{ message, given, allowed: LABELS, fix }];
  });
}

function ofNames(workload: Workload): Detail[] {
  const { service, headlessService, container } = workload.adopts ?? {};
  const services: [string, string | undefined][] = [
    ['service', service],
    ['headlessService', headlessService],
  ];
  return [
    ...services.flatMap(([what, value]) => (value === undefined ? [] : ofService(`metadata.adopts.${what}`, value))),
    ...(service !== undefined && workload.ports.length === 0
      ? [inVain('service', service, 'the workload has no ports', 'state ports, or leave it out')]
      : []),
    ...(headlessService !== undefined && statefulOf(workload) === undefined
      ? [inVain('headlessService', headlessService, 'its replicas share an address', 'state a StatefulService')]
      : []),
    ...(service !== undefined && service === headlessService
      ? [inVain('headlessService', service, 'it is the name of the other Service too', 'state two names')]
      : []),
    ...(container === undefined || isDnsLabel(container)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name of the main container',
            given: `metadata.adopts.container was '${container}'`,
            allowed: DNS_LABEL,
            fix: `name it '${suggestName(container)}'`,
          },
        ]),
  ];
}

function ofService(what: string, name: string): Detail[] {
  if (isServiceName(name) && name.length <= 63 && !TAKEN_NAMES.includes(name)) return [];
  return [
    {
      message: 'Kubernetes refuses the name of a Service',
      given: `${what} was '${name}'`,
      allowed: `at most 63 lower-case letters, digits and dashes, a letter first, and no ${TAKEN_NAMES.join(', ')}`,
      fix: `name it '${suggestName(name)}'`,
    },
  ];
}

function inVain(what: string, value: string, why: string, fix: string): Detail {
  return {
    message: `the adopted ${what} has no use`,
    given: `metadata.adopts.${what} was '${value}', and ${why}`,
    fix,
  };
}

/** Labels and annotations of a ServiceAccount. */
export type AccountFacts = Pick<Workload['account'], 'labels' | 'annotations'>;

/** Invalid label or annotation of an account that workloads share. */
export const MS1151_SHARED: Rule<AccountFacts> = { ...MS1151, evaluate: ofAccountMetadata };

function ofAccount({ name, account }: Workload): Detail[] {
  return [
    // Unless it is stated, it is the name.
    ...(account.name === name || isObjectName(account.name)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name of the ServiceAccount',
            given: `the name was '${account.name}'`,
            allowed: 'at most 253 lower-case letters, digits, dashes and dots, a letter or digit at both ends',
            fix: `name it '${suggestName(account.name)}'`,
          },
        ]),
    ...ofAccountMetadata(account),
  ];
}

function ofAccountMetadata(account: AccountFacts): Detail[] {
  const labels = Object.entries(account.labels);
  const of = (message: string, given: string, allowed: string, fix: string): Detail[] => [
    { message, given, allowed, fix },
  ];
  return [
    ...Object.keys(account.annotations)
      .filter((key) => !isQualifiedName(key))
      .flatMap((key) =>
        of('Kubernetes refuses an annotation of the ServiceAccount', `the key was '${key}'`, LABELS, 'correct the key'),
      ),
    ...labels
      .filter(([key, value]) => !isQualifiedName(key) || !isLabelValue(value))
      .flatMap(([key, value]) =>
        of(
          'Kubernetes refuses a label of the ServiceAccount',
          `it was '${key}': '${value}'`,
          LABELS,
          'state a valid label, or an annotation',
        ),
      ),
    ...labels
      .filter(([key]) => (OWNED_LABELS as readonly string[]).includes(key))
      .flatMap(([key]) =>
        of(
          'a label of the ServiceAccount belongs to the library',
          `labels had ${key}`,
          'labels of keys of your own',
          'leave it out',
        ),
      ),
  ];
}
