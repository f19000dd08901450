import { type Detail, Rule, Severity } from '../../../../errors';
import type { Workload } from '../../../../program';
import { PodSecurityLevel } from '../../../../values';
import type { IstioFacts } from '../istio-facts';
import type { MicroserviceInIstio } from './facts';
import type { JobInIstio } from './ms1088';

/** Without the CNI plugin, the namespace admits the privileged init container of Istio. */
export const MS4006: Rule<MicroserviceInIstio> = {
  code: 'MS4006',
  title: "the namespace refuses the mesh's init container",
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Without the CNI plugin, Istio puts an init container with NET_ADMIN and NET_RAW into each pod, which the ' +
    'Pod Security levels `restricted` and `baseline` refuse. Install the plugin, or use a namespace whose ' +
    'level is `privileged`.',
  reads: 'Pod Security level of the namespace, CNI plugin of the mesh',

  evaluate: ({ microservice, istio }) => refused(microservice, istio),
};

/** The same of the pods of a job. */
export const MS4006_OF_JOB: Rule<JobInIstio> = {
  ...MS4006,

  evaluate: ({ job, istio }) => refused(job, istio),
};

function refused({ podSecurity }: Pick<Workload, 'podSecurity'>, { cni }: IstioFacts): Detail[] {
  return cni || podSecurity === undefined || podSecurity === PodSecurityLevel.PRIVILEGED
    ? []
    : [
        {
          message: 'the namespace refuses the init container of the mesh',
          given: `the Pod Security level was ${podSecurity}, cni was false`,
          allowed: 'installations with the CNI plugin, or the level privileged',
          fix: 'install the plugin',
        },
      ];
}
