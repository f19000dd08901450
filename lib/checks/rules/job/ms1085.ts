import { type Rule, Severity } from '../../../errors';
import { type Feature, has, SINCE } from '../../../emit/kubernetes';
import type { JobWorkload } from '../../../program';

/** The cluster has every field that a job states. */
export const MS1085: Rule<JobWorkload> = {
  code: 'MS1085',
  title: 'the cluster lacks a field of a job',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An older API server drops a field that it does not know, and the job does something else than stated. Leave it ' +
    'out, or state the version of Kubernetes that the cluster has.',
  reads: 'run of the job, version of Kubernetes',

  evaluate: ({ name, run, cluster: { kubernetesVersion } }) => {
    const stated: readonly [string, Feature, boolean][] = [
      ['successPolicy', 'successPolicy', run.successPolicy.length > 0],
      ['backoffLimitPerIndex', 'backoffLimitPerIndex', run.backoffLimitPerIndex !== undefined],
    ];
    return stated
      .filter(([, feature, isStated]) => isStated && !has(kubernetesVersion, feature))
      .map(([field, feature]) => ({
        message: `the cluster does not know run.${field} of ${name}`,
        given: `the cluster has Kubernetes ${kubernetesVersion}`,
        allowed: `Kubernetes 1.${SINCE[feature]} and newer`,
        fix: `leave ${field} out, or state kubernetesVersion of the cluster`,
      }));
  },
};
