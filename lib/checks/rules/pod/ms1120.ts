import { type Feature, has, SINCE } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import { originOf, type Workload, WorkloadKind } from '../../../program';

/** The cluster has every field of the pods that a workload states. */
export const MS1120: Rule<Workload> = {
  code: 'MS1120',
  title: 'the cluster lacks a field of the pods',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An older API server drops a field that it does not know, so the field is not emitted, and the pods run without ' +
    'it: with the users of the node, without a profile, or without limits of the pod as a whole. Leave it out, or ' +
    'state the version of Kubernetes that the cluster has.',
  reads: 'security and resources of the workload, version of Kubernetes',

  evaluate: ({ name, kind, settings, cluster: { kubernetesVersion } }) => {
    // Functions have none of these fields; MS7003, MS7004, MS7005 and MS1128 say so.
    if (kind === WorkloadKind.FUNCTION) return [];
    const { security, podResources } = settings.values;
    const stated: readonly [string, Feature, boolean][] = [
      ['security.hostUsers', 'userNamespaces', security.hostUsers === false],
      ['security.appArmorProfile', 'appArmorProfile', security.appArmorProfile !== undefined],
      ['resources.pod', 'podResources', podResources !== undefined],
    ];
    return stated
      .filter(([, feature, isStated]) => isStated && !has(kubernetesVersion, feature))
      .map(([field, feature]) => ({
        message: `the cluster does not know ${field} of ${name}`,
        given: `the cluster has Kubernetes ${kubernetesVersion.toString()} (${field}: ${originOf(settings, field)})`,
        allowed: `Kubernetes 1.${SINCE[feature]} and newer`,
        fix: `leave ${field} out, or state kubernetesVersion of the cluster`,
      }));
  },
};
