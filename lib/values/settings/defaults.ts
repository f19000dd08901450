import { Duration, Size } from 'cdk8s';
import type { ImagePullPolicy } from 'cdk8s-plus-27';
import { Rollout } from '../rollout/rollout';
import { Scaling } from '../scaling/scaling';
import type { MicroserviceSettings } from './settings';
import { SeccompProfile } from '../pod/security';
import { TopologySpread } from '../pod/topology-spread';

/** Size of the `/tmp` that a read-only root file system gets. */
export const TMP_SIZE = Size.mebibytes(64);

/** Seconds that are left between the end of the longest request and the kill. */
export const SHUTDOWN_MARGIN_SECONDS = 5;

/** Kubernetes' own `progressDeadlineSeconds`; a longer start extends it. */
export const PROGRESS_DEADLINE_SECONDS = 600;

/**
 * Longest request in seconds where none is stated: a common upper bound of proxies and load balancers.
 */
export const LONGEST_REQUEST_SECONDS = 30;

/** Requests that a replica serves at once: what Knative's autoscaler aims at where nothing is stated. */
export const CONCURRENCY = 100;

/** Settings of the library. */
export const LIBRARY_SETTINGS = Object.freeze({
  // Two replicas survive the loss of one; the third costs more than most services are worth.
  scaling: Scaling.fixed(2),
  lifecycle: {
    longestRequest: Duration.seconds(LONGEST_REQUEST_SECONDS),
    concurrency: CONCURRENCY,
    startupTime: Duration.seconds(60),
    // Catches containers that crash right after they became ready.
    minReady: Duration.seconds(5),
    // EndpointSlices reach kube-proxy within about a second, ingress controllers and load balancers later.
    endpointPropagation: Duration.seconds(10),
    rollout: Rollout.rolling(),
  },
  security: {
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    addCapabilities: [] as string[],
    seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
    networkPolicy: true,
  },
  pod: {
    // Tags and digests stand still, so a start need not wait for the registry; written out, since the enumeration would
    // load all of cdk8s-plus-27.
    imagePullPolicy: 'IfNotPresent' as ImagePullPolicy,
    placement: { topologySpread: [TopologySpread.overZones(), TopologySpread.overNodes()] },
  },
} satisfies MicroserviceSettings);
