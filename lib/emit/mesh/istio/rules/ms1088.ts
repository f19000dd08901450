import type { Rule } from '../../../../errors';
import { has } from '../../../kubernetes';
import type { JobWorkload } from '../../../../program';
import { MS1088 } from '../../rules';
import { type IstioFacts, SidecarMode } from '../istio-facts';

/** A job and the installation of Istio that it runs in. */
export interface JobInIstio {
  readonly job: JobWorkload;
  readonly istio: IstioFacts;
}

/** The proxy beside a job ends with it. */
export const MS1088_PROXY: Rule<JobInIstio> = {
  ...MS1088,

  evaluate: ({ job: { name, cluster }, istio: { sidecars } }) =>
    sidecars === SidecarMode.NATIVE || has(cluster.kubernetesVersion, 'nativeSidecar')
      ? []
      : [
          {
            message: `the proxy keeps ${name} from ending`,
            given: `sidecars were classic, and the cluster has Kubernetes ${cluster.kubernetesVersion}`,
            allowed: 'Kubernetes 1.29 and newer, where the proxy of a job is a native sidecar',
            fix: 'have the program POST to http://127.0.0.1:15020/quitquitquit when it is done, and acknowledge this',
          },
        ],
};
