import type { IstioIngressGateway } from './ingress-gateway';
import type { IstioVersion } from './istio-version';

/** Modes of the proxy in pods. */
export enum SidecarMode {
  /**
   * As init containers that keep running: they start before every other container and end after it. Kubernetes 1.29 or
   * newer.
   */
  NATIVE = 'native',

  /** As ordinary containers: init containers run before the proxy, and jobs do not end by themselves. */
  CLASSIC = 'classic',
}

/** Installation of Istio, as renderers know it. */
export interface IstioFacts {
  readonly version: IstioVersion;
  readonly revision?: string;
  readonly rootNamespace: string;
  /** Trust domain of all callers. Undefined where the mesh may trust several. */
  readonly trustDomain?: string;
  readonly sidecars: SidecarMode;
  /**
   * True where the CNI node agent sets up the traffic rules of pods, instead of a privileged init container in each.
   */
  readonly cni: boolean;
  readonly ingressGateway?: IstioIngressGateway;
  /** Upper bounds of the histogram of request durations, in milliseconds. */
  readonly durationBounds: readonly number[];
}
