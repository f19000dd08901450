import { Detail, Rule, Severity } from '../../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../kubernetes';
import type { KnativeFacts } from '../facts';

/** The facts of an installation of Knative Serving are valid. */
export const MS7002: Rule<KnativeFacts> = {
  code: 'MS7002',
  title: 'invalid fact of Knative Serving',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Namespaces, Services and labels are such as Kubernetes accepts, the domain is a DNS name, ports are ' +
    'whole numbers from 1 to 65535, the longest request is whole seconds and the most requests at once a ' +
    'whole number, both from 1.',
  reads: 'functions of the platform',

  evaluate: ({ namespace, ingress, domain, maxRevisionTimeout, containerConcurrencyMaxLimit }) => [
    ...dnsLabel('the namespace of Knative Serving', namespace),
    ...gateway(ingress),
    ...(domain === undefined || isDnsSubdomain(domain)
      ? []
      : [invalid('the domain of functions', `it was '${domain}'`, 'a DNS name in lower case, such as fn.example.com')]),
    ...wholeNumber('maxRevisionTimeout', maxRevisionTimeout, ' s'),
    ...wholeNumber('containerConcurrencyMaxLimit', containerConcurrencyMaxLimit, ''),
  ],
};

function gateway({
  _facts: { name, namespace, labels, service, targetPort, serviceAccount },
}: KnativeFacts['ingress']): Detail[] {
  const pairs = Object.entries(labels);
  return [
    ...dnsLabel(`the namespace of ${name}`, namespace),
    ...dnsLabel(`the Service of ${name}`, service),
    ...(isDnsSubdomain(serviceAccount)
      ? []
      : [invalid(`the service account of ${name}`, `it was '${serviceAccount}'`, 'a DNS subdomain')]),
    ...(pairs.length > 0 && pairs.every(([key, value]) => isQualifiedName(key) && isLabelValue(value))
      ? []
      : [
          invalid(
            `a label of ${name}`,
            pairs.map(([key, value]) => `${key}=${value}`).join(', ') || 'none',
            'labels that Kubernetes accepts, one at least: without one, network policies let in other pods too',
          ),
        ]),
    ...(Number.isInteger(targetPort) && targetPort >= 1 && targetPort <= 65535
      ? []
      : [invalid(`the port of ${name}`, `targetPort was ${targetPort}`, 'whole numbers from 1 to 65535')]),
  ];
}

function dnsLabel(what: string, value: string): Detail[] {
  return isDnsLabel(value)
    ? []
    : [invalid(what, `it was '${value}'`, 'at most 63 lower-case letters, digits and dashes, no dash at either end')];
}

function wholeNumber(what: string, value: number, unit: string): Detail[] {
  return Number.isInteger(value) && value >= 1 ? [] : [invalid(what, `it was ${value}${unit}`, 'whole numbers from 1')];
}

function invalid(what: string, given: string, allowed: string): Detail {
  return { message: `${what} is invalid`, given, allowed, fix: 'state it as it is installed' };
}
