import { ClusterFacts, IstioMesh, Keda, KubernetesVersion, Platform } from '../../lib';

/** A cluster that the reports run on. */
export interface Environment {
  readonly platform: Platform;
  /** Findings that are accepted there, with the reasons. */
  readonly acknowledged?: Readonly<Record<string, string>>;
}

const kubernetesVersion = KubernetesVersion.of('1.34');

/**
 * KEDA and its HTTP add-on, as their charts install them into the namespace `keda`, whose pods are in the mesh where
 * there is one.
 */
const autoscaling = new Keda({ httpAddOn: {} });

export const environments: Readonly<Record<string, Environment>> = {
  istio: {
    platform: new Platform({
      cluster: new ClusterFacts({ name: 'istio', kubernetesVersion }),
      mesh: new IstioMesh(),
      autoscaling,
    }),
  },
  plain: {
    platform: new Platform({ cluster: new ClusterFacts({ name: 'plain', kubernetesVersion }), autoscaling }),
    acknowledged: {
      MS4002: 'Nobody else in this cluster may reach the interceptor, and the back office ends requests itself.',
    },
  },
};
