import type { Rule } from '../../../errors';
import { has } from '../../../emit/kubernetes';
import { MS1088 } from '../../../emit/mesh';
import type { JobWorkload } from '../../../program';
import { ContainerRole } from '../../../values';

/** No sidecar of a job keeps running after the job. */
export const MS1088_SIDECARS: Rule<JobWorkload> = {
  ...MS1088,

  evaluate: ({ name, containers, cluster: { kubernetesVersion } }) =>
    has(kubernetesVersion, 'nativeSidecar')
      ? []
      : containers
          .filter(({ role }) => role === ContainerRole.SIDECAR)
          .map((container) => ({
            message: `${container.name} keeps ${name} from ending`,
            given: `it was a sidecar, and the cluster has Kubernetes ${kubernetesVersion}`,
            allowed: 'sidecars of jobs on Kubernetes 1.29 and newer',
            fix: 'leave the sidecar out, or have it end by itself as an ordinary container',
          })),
};
