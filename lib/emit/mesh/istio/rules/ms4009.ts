import { Detail, Rule, Severity } from '../../../../errors';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../../kubernetes';
import { IstioFacts, SidecarMode } from '../istio-facts';
import { OLDEST_MINOR } from '../istio-version';
import type { IstioUse } from './facts';

/** The first minor version of Kubernetes whose init containers can keep running. */
const NATIVE_SIDECARS_SINCE = 29;

const DNS_LABEL = 'at most 63 lower-case letters, digits and dashes, no dash at either end';

/** The facts of the installation of Istio are valid. */
export const MS4009: Rule<IstioFacts> = {
  code: 'MS4009',
  title: 'invalid fact of the mesh',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Versions of Istio are written as `1.30`, from 1.27 on; names and labels are such as Kubernetes accepts; ' +
    'bounds of durations rise; native sidecars need Kubernetes 1.29 or newer.',
  reads: 'mesh, version of Kubernetes',

  evaluate: ({ version, revision, rootNamespace, trustDomain, ingressGateway, durationBounds }) => [
    ...(version.supported
      ? []
      : [
          invalid(
            'the version of Istio',
            `it was '${version}'`,
            `1.${OLDEST_MINOR} and newer, as in '1.30'`,
            "state what `istioctl version` prints for the control plane, as in '1.30'",
          ),
        ]),
    ...(revision === undefined ? [] : dnsLabel('the revision of Istio', revision)),
    ...dnsLabel('the root namespace of Istio', rootNamespace),
    ...(trustDomain === undefined || isDnsSubdomain(trustDomain)
      ? []
      : [
          invalid(
            'the trust domain',
            `it was '${trustDomain}'`,
            'a DNS name in lower case, such as cluster.local',
            'state meshConfig.trustDomain as the installation has it',
          ),
        ]),
    ...(areBounds(durationBounds)
      ? []
      : [
          invalid(
            'the list of duration bounds',
            `durationBounds were ${durationBounds.map((bound) => `${bound} ms`).join(', ') || 'none'}`,
            'times above 0 in ascending order, each once',
            'state them as the annotation sidecar.istio.io/statsHistogramBuckets does',
          ),
        ]),
    ...(ingressGateway === undefined ? [] : gateway(ingressGateway)),
  ],
};

/** The cluster can run native sidecars where the mesh uses them. */
export const MS4009_NATIVE_SIDECARS: Rule<IstioUse> = {
  ...MS4009,

  evaluate: ({ cluster: { kubernetesVersion }, istio: { sidecars } }) =>
    sidecars === SidecarMode.CLASSIC || kubernetesVersion.atLeast(NATIVE_SIDECARS_SINCE)
      ? []
      : [
          {
            message: 'the cluster cannot run native sidecars',
            given: `the cluster has Kubernetes ${kubernetesVersion}`,
            allowed: `Kubernetes 1.${NATIVE_SIDECARS_SINCE} and newer`,
            fix: 'state SidecarMode.CLASSIC',
          },
        ],
};

function gateway({
  namespace,
  serviceAccount,
  labels,
  httpPort,
  httpsPort,
}: NonNullable<IstioFacts['ingressGateway']>): Detail[] {
  const pairs = Object.entries(labels);
  return [
    ...dnsLabel('the namespace of the ingress gateway', namespace),
    ...dnsLabel('the service account of the ingress gateway', serviceAccount),
    ...(pairs.length > 0 && pairs.every(([key, value]) => isQualifiedName(key) && isLabelValue(value))
      ? []
      : [
          invalid(
            'a label of the ingress gateway',
            pairs.map(([key, value]) => `${key}=${value}`).join(', ') || 'none',
            'labels that Kubernetes accepts, one at least: without a label, every pod would be a gateway',
            "state labels of the gateway's pods, such as { istio: 'ingressgateway' }",
          ),
        ]),
    ...[httpPort, httpsPort]
      .filter((port) => !Number.isInteger(port) || port < 1 || port > 65535)
      .map((port) =>
        invalid(
          'a port of the ingress gateway',
          `it was ${port}`,
          'whole numbers from 1 to 65535',
          "state the targetPort of the gateway's Service, such as 8080",
        ),
      ),
  ];
}

function dnsLabel(what: string, value: string): Detail[] {
  return isDnsLabel(value)
    ? []
    : [invalid(what, `it was '${value}'`, DNS_LABEL, `state ${what} as the installation has it`)];
}

function areBounds(bounds: readonly number[]): boolean {
  return bounds.length > 0 && bounds.every((bound, at) => bound > (bounds[at - 1] ?? 0) && Number.isFinite(bound));
}

function invalid(what: string, given: string, allowed: string, fix: string): Detail {
  return { message: `${what} is invalid`, given, allowed, fix };
}
