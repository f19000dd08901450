import { Rule, Severity } from '../../../../errors';
import { PodSecurityLevel } from '../../../../values';
import type { MicroserviceInIstio } from './facts';

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

  evaluate: ({ microservice: { podSecurity }, istio: { cni } }) =>
    cni || podSecurity === undefined || podSecurity === PodSecurityLevel.PRIVILEGED
      ? []
      : [
          {
            message: 'the namespace refuses the init container of the mesh',
            given: `the Pod Security level was ${podSecurity}, cni was false`,
            allowed: 'installations with the CNI plugin, or the level privileged',
            fix: 'install the plugin',
          },
        ],
};
