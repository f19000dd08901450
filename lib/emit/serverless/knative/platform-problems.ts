import type { Problem } from '../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../kubernetes';
import type { KnativeFacts } from './facts';

/** Problems of the props of an installation. */
export function platformProblems({
  namespace,
  ingress,
  domain,
  maxRevisionTimeout,
  containerConcurrencyMaxLimit,
}: KnativeFacts): Problem[] {
  const { name, namespace: gateways, labels, service, targetPort, serviceAccount } = ingress._facts;
  const problem = (what: string, given: string, allowed: string): Problem => ({
    code: 'MS7002',
    message: `${what} is impossible`,
    given,
    allowed,
    fix: 'state it as it is installed',
  });
  const label = (what: string, value: string) =>
    isDnsLabel(value)
      ? []
      : [problem(what, `it was '${value}'`, 'at most 63 lower-case letters, digits and dashes, no dash at either end')];
  const whole = (what: string, value: number, unit: string) =>
    Number.isInteger(value) && value >= 1 ? [] : [problem(what, `it was ${value}${unit}`, 'whole numbers from 1')];
  const pods = Object.entries(labels);
  return [
    ...label('the namespace of Knative Serving', namespace),
    ...label(`the namespace of ${name}`, gateways),
    ...label(`the Service of ${name}`, service),
    ...(isDnsSubdomain(serviceAccount)
      ? []
      : [problem(`the service account of ${name}`, `it was '${serviceAccount}'`, 'a DNS subdomain')]),
    ...(pods.length > 0 && pods.every(([key, value]) => isQualifiedName(key) && isLabelValue(value))
      ? []
      : [
          problem(
            `a label of ${name}`,
            pods.map(([key, value]) => `${key}=${value}`).join(', ') || 'none',
            'labels that Kubernetes accepts, one at least: others would be let in too',
          ),
        ]),
    ...(Number.isInteger(targetPort) && targetPort >= 1 && targetPort <= 65535
      ? []
      : [problem(`the port of ${name}`, `targetPort was ${targetPort}`, 'whole numbers from 1 to 65535')]),
    ...(domain === undefined || isDnsSubdomain(domain)
      ? []
      : [problem('the domain of functions', `it was '${domain}'`, 'a DNS name in lower case, such as fn.example.com')]),
    ...whole('maxRevisionTimeout', maxRevisionTimeout, ' s'),
    ...whole('containerConcurrencyMaxLimit', containerConcurrencyMaxLimit, ''),
  ];
}
