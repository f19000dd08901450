import type { Duration } from 'cdk8s';
import { activatorName } from '../../kubernetes';
import { Activator, requestPorts } from '../../../program';
import { NetworkPeer, secondsOf } from '../../../values';
import type { StartFacts } from '../autoscaling';
import { countsRequests } from '../held';

/** An installation of KEDA's HTTP add-on, 0.14 or newer; 0.15 for gRPC. The defaults are those of its Helm chart. */
export interface KedaHttpAddOnOptions {
  /**
   * Namespace of its interceptor; in a mesh, one whose pods are in the mesh.
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
   * Where KEDA asks its external scaler.
   *
   * @default - port 9090 of the Service keda-add-ons-http-external-scaler in the namespace
   */
  readonly scalerAddress?: string;

  /**
   * Longest time from a request until the container of a first replica starts: what KEDA, the scheduler, the pull of
   * the image and, in a mesh, the start of the proxy take. Whole seconds.
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

/** The chart's labels of the interceptor's pods that do not depend on how it is installed. */
const LABELS = {
  'app.kubernetes.io/component': 'interceptor',
  'app.kubernetes.io/name': 'http-add-on',
  'app.kubernetes.io/part-of': 'keda-add-ons-http',
};

/**
 * The scaler asks interceptors each 0.5 s and tells KEDA within 0.2 s; the rest is for the scheduler, and for an image
 * that the node has or pulls fast.
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

/**
 * The interceptor before a microservice, where it has to hold requests: there may be no replica, and requests are what
 * starts one.
 */
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
