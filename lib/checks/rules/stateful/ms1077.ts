import { has } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { isWhole } from '../../../values';

/** Kubernetes ignores `maxUnavailable` of a StatefulSet. */
export const MS1077: Rule<DeploymentWorkload> = {
  code: 'MS1077',
  title: 'updates take one replica away at a time all the same',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'Kubernetes counts `maxUnavailable` of a StatefulSet from 1.37 on; older clusters drop the field, and it is not ' +
    'emitted for them. Leave it out, or acknowledge it where other clusters of the program are newer.',
  reads: 'update of the stateful service, Kubernetes version',

  evaluate: ({ stateful, cluster: { kubernetesVersion } }) => {
    const { maxUnavailable } = stateful ?? {};
    // MS1073 reports an invalid number.
    if (maxUnavailable === undefined || !isWhole(maxUnavailable, 1)) return [];
    if (has(kubernetesVersion, 'statefulSetMaxUnavailable')) return [];
    return [
      {
        message: 'maxUnavailable has no effect on this cluster',
        given: `lifecycle.order.maxUnavailable was ${maxUnavailable}, on Kubernetes ${kubernetesVersion.toString()}`,
        allowed: 'Kubernetes 1.37 and newer',
        fix: 'leave it out, or acknowledge it',
      },
    ];
  },
};
