import { BASELINE_CAPABILITIES, forbids, MS1026 as MS1026_DEFINITION } from '../../../emit/kubernetes';
import type { Rule } from '../../../errors';
import type { Workload } from '../../../program';
import { PodSecurityLevel, SeccompProfile } from '../../../values';

/** The namespace refuses the pods with these settings; patches are judged with the object. */
export const MS1026: Rule<Workload> = {
  ...MS1026_DEFINITION,

  evaluate: ({ settings, podSecurity }) =>
    podSecurity === undefined
      ? []
      : [...baseline(settings.values.security), ...restricted(settings.values.security)]
          .filter(([level]) => forbids(podSecurity, level))
          .map(([level, why]) => ({
            message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
            given: why,
            allowed: `settings that the level ${level} allows`,
            fix: 'keep the default, or state a lower podSecurity on the application stack',
          })),
};

type Security = Workload['settings']['values']['security'];
type Refusal = readonly [PodSecurityLevel, string];

function baseline({ addCapabilities }: Security): Refusal[] {
  return addCapabilities
    .filter((name) => !BASELINE_CAPABILITIES.includes(name))
    .map((name) => [PodSecurityLevel.BASELINE, `security.addCapabilities held ${name}`]);
}

function restricted({
  addCapabilities,
  runAsNonRoot,
  allowPrivilegeEscalation,
  seccompProfile,
  runAsUser,
}: Security): Refusal[] {
  const level = PodSecurityLevel.RESTRICTED;
  return [
    ...addCapabilities
      .filter((name) => BASELINE_CAPABILITIES.includes(name) && name !== 'NET_BIND_SERVICE')
      .map((name): Refusal => [level, `security.addCapabilities held ${name}`]),
    ...(runAsNonRoot ? [] : [[level, 'security.runAsNonRoot was false'] as const]),
    ...(runAsUser === 0 ? [[level, 'security.runAsUser was 0 (root)'] as const] : []),
    ...(allowPrivilegeEscalation ? [[level, 'security.allowPrivilegeEscalation was true'] as const] : []),
    ...(seccompProfile === SeccompProfile.NODE_DEFAULT
      ? [[level, `security.seccompProfile was ${seccompProfile}`] as const]
      : []),
  ];
}
