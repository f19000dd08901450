import type { Duration } from 'cdk8s';
import { activatorName } from '../../kubernetes';
import { Activator, requestPorts } from '../../../program';
import { NetworkPeer, secondsOf } from '../../../values';
import type { StartFacts } from '../autoscaling';
import { countsRequests } from '../activator-metrics';

/**
 * An installation of KEDA's HTTP add-on, 0.14 or newer (0.15 for gRPC).
 *
 * The defaults are those of its Helm chart.
 */
export interface KedaHttpAddOnOptions {
  /**
   * Namespace of its interceptor. In a mesh, its pods are in the mesh.
   *
   * @default keda
   */
  readonly namespace?: string;

  /**
   * Labels of the interceptor's pods.
   *
   * @default - those that the chart gives to them alone
   */
  readonly interceptorLabels?: { [key: string]: string };

  /**
   * Service of the interceptor's proxy.
   *
   * @default keda-add-ons-http-interceptor-proxy
   */
  readonly interceptorService?: string;

  /**
   * Port of that Service.
   *
   * @default 8080
   */
  readonly interceptorPort?: number;

  /**
   * Port of the pods that the Service leads to.
   *
   * @default - interceptorPort
   */
  readonly interceptorTargetPort?: number;

  /**
   * Service account of the interceptor's pods.
   *
   * @default keda-add-ons-http-interceptor
   */
  readonly interceptorServiceAccount?: string;

  /**
   * Address of the external scaler that KEDA queries.
   *
   * @default - port 9090 of the Service keda-add-ons-http-external-scaler in the namespace
   */
  readonly scalerAddress?: string;

  /**
   * Longest time from a request to the start of a first replica's container. Whole seconds.
   *
   * KEDA, the scheduler, the pull of the image and, in a mesh, the start of the proxy take this time.
   *
   * @default Duration.seconds(5)
   */
  readonly reaction?: Duration;
}

/** The same with its defaults, times in seconds. */
export interface HttpAddOn {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly service: string;
  readonly port: number;
  readonly targetPort: number;
  readonly serviceAccount: string;
  readonly scalerAddress: string;
  readonly reaction: number;
}

/** Labels of the interceptor's pods that are the same in every release of the chart. */
const LABELS = {
  'app.kubernetes.io/component': 'interceptor',
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/part-of': 'keda-add-ons-http',
};

/**
 * Default start time. The scaler polls interceptors each 0.5 s and pushes to KEDA within 0.2 s.
 *
 * The rest is for the scheduler and for an image that the node has or pulls fast.
 */
const REACTION_SECONDS = 5;

/** An installation as it was stated. */
export function httpAddOnOf(options: KedaHttpAddOnOptions): HttpAddOn {
  const {
    namespace = 'keda',
    interceptorLabels = LABELS,
    interceptorService = 'keda-add-ons-http-interceptor-proxy',
    interceptorPort = 8080,
    interceptorTargetPort = interceptorPort,
  } = options;
  return {
    namespace,
    labels: { ...interceptorLabels },
    service: interceptorService,
    port: interceptorPort,
    targetPort: interceptorTargetPort,
    serviceAccount: options.interceptorServiceAccount ?? 'keda-add-ons-http-interceptor',
    scalerAddress: options.scalerAddress ?? `keda-add-ons-http-external-scaler.${namespace}:9090`,
    reaction: options.reaction === undefined ? REACTION_SECONDS : secondsOf(options.reaction),
  };
}

/** Activator of a microservice that may have no replica and scales on requests. */
export function interceptorOf(
  { name, ports, scaling, startupTime, hasRoutes }: StartFacts,
  { namespace, labels, service, port, targetPort, serviceAccount, reaction }: HttpAddOn,
): Activator | undefined {
  if (requestPorts(ports).length === 0) return undefined;
  if (
    scaling !== undefined &&
    !(scaling.autoscaled && scaling.min === 0 && scaling._plan === undefined && scaling.metrics.some(countsRequests))
  )
    return undefined;
  return {
    pods: NetworkPeer.pods({ namespace, labels }),
    targetPort,
    serviceAccount,
    service: { name: service, namespace, port },
    ...(startupTime !== undefined && { startSeconds: reaction + startupTime }),
    ...(!hasRoutes && { address: { service: activatorName(name), port } }),
  };
}
