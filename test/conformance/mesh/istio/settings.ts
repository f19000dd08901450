import * as path from 'node:path';
import { SCRATCH } from '../../isolation';

/** Path of Envoy for sidecars: in a folder of the run that every user can read. */
export const ENVOY = path.join(SCRATCH, 'bin', 'envoy');

/** The name in istiod's certificate. */
export const ISTIOD_HOST = 'istiod.istio-system.svc';

/** The ports of istiod. */
export const ISTIOD_PORTS = {
  grpc: 15010,
  secureGrpc: 15012,
  http: 18080,
  https: 15017,
  monitoring: 15014,
  controlz: 19876,
} as const;

/** Until then, connections that were made before a change of policy live under the old one; Istio's default is 45 s. */
export const DRAIN_SECONDS = 1;

/** Installation values of Istio: its webhooks by URL, since no Service leads to a process. */
export const INSTALLATION: readonly string[] = [
  `values.istiodRemote.injectionURL=https://${ISTIOD_HOST}:${ISTIOD_PORTS.https}/inject`,
  `values.base.validationURL=https://${ISTIOD_HOST}:${ISTIOD_PORTS.https}/validate`,
  // Pod Security `restricted` admits sidecars only where the node sets up their traffic rules, as our kubelet does, and
  // with this profile.
  'components.cni.enabled=true',
  'values.global.proxy.seccompProfile.type=RuntimeDefault',
  `meshConfig.defaultConfig.binaryPath=${ENVOY}`,
  `meshConfig.defaultConfig.drainDuration=${DRAIN_SECONDS}s`,
  // Ingresses, such as those of ACME's challenges, are for the gateway of the `gateway` chart.
  'meshConfig.ingressSelector=ingress',
  'components.ingressGateways[0].name=istio-ingressgateway',
  'components.ingressGateways[0].enabled=false',
];

/** The environment of istiod; the last four leave out what only Istio's own build of Envoy has. */
export const ISTIOD_ENVIRONMENT: Readonly<Record<string, string>> = {
  POD_NAMESPACE: 'istio-system',
  POD_NAME: 'istiod-0',
  SERVICE_ACCOUNT: 'istiod',
  REVISION: 'default',
  CLUSTER_ID: 'Kubernetes',
  PILOT_CERT_PROVIDER: 'istiod',
  ISTIOD_CUSTOM_HOST: ISTIOD_HOST,
  JWT_POLICY: 'third-party-jwt',
  PILOT_DEBOUNCE_AFTER: '25ms',
  PILOT_ENABLE_METADATA_EXCHANGE: 'false',
  PILOT_ENABLE_ALPN_FILTER: 'false',
  PILOT_DISABLE_MX_ALPN: 'true',
};
