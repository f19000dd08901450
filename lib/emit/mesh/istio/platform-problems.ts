import type { Problem } from '../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../kubernetes';
import type { IstioFacts } from './istio-facts';
import { OLDEST_MINOR } from './istio-version';

/** Problems of an installation of Istio as it is stated. */
export function platformProblems({
  version,
  revision,
  rootNamespace,
  trustDomain,
  ingressGateway,
  durationBounds,
}: IstioFacts): Problem[] {
  const problem = (what: string, given: string, allowed: string, fix = 'correct it'): Problem => ({
    code: 'MS4009',
    message: `${what} is impossible`,
    given,
    allowed,
    fix,
  });
  const name = (what: string, value: string) =>
    isDnsLabel(value)
      ? []
      : [problem(what, `it was '${value}'`, 'at most 63 lower-case letters, digits and dashes, no dash at either end')];
  const labels = Object.entries(ingressGateway?.labels ?? {});
  return [
    ...(version.supported
      ? []
      : [problem('the version of Istio', `it was '${version}'`, `1.${OLDEST_MINOR} and newer, as in '1.30'`)]),
    ...(revision === undefined ? [] : name('the revision of Istio', revision)),
    ...name('the root namespace of Istio', rootNamespace),
    ...(trustDomain === undefined || isDnsSubdomain(trustDomain)
      ? []
      : [problem('the trust domain', `it was '${trustDomain}'`, 'a DNS name in lower case, such as cluster.local')]),
    ...(durationBounds.length > 0 &&
    durationBounds.every((bound, at) => bound > (durationBounds[at - 1] ?? 0) && Number.isFinite(bound))
      ? []
      : [
          problem(
            'a list of bounds of durations',
            `durationBounds were ${durationBounds.map((bound) => `${bound} ms`).join(', ') || 'none'}`,
            'times above 0 in ascending order, each once',
            'state them as the annotation sidecar.istio.io/statsHistogramBuckets does',
          ),
        ]),
    ...(ingressGateway === undefined
      ? []
      : [
          ...name('the namespace of the ingress gateway', ingressGateway.namespace),
          ...name('the service account of the ingress gateway', ingressGateway.serviceAccount),
          ...(labels.length > 0 && labels.every(([key, value]) => isQualifiedName(key) && isLabelValue(value))
            ? []
            : [
                problem(
                  'a label of the ingress gateway',
                  labels.map(([key, value]) => `${key}=${value}`).join(', ') || 'none',
                  'labels that Kubernetes accepts, one at least: others would be gateways too',
                ),
              ]),
          ...[ingressGateway.httpPort, ingressGateway.httpsPort]
            .filter((port) => !Number.isInteger(port) || port < 1 || port > 65535)
            .map((port) => problem('a port of the ingress gateway', `it was ${port}`, 'whole numbers from 1 to 65535')),
        ]),
  ];
}
