import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { PodSecurityLevel, SeccompProfile } from '../../../values';

/** The namespace refuses the pods. */
export const MS1026: Rule<Workload> = {
  code: 'MS1026',
  title: 'the namespace refuses the pods',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The namespace enforces a Pod Security level that these settings break, so no pod would start. Keep the secure ' +
    'default, or state a lower `podSecurity` on the application stack.',
  reads: 'workload',

  evaluate: ({ settings, podSecurity }) =>
    podSecurity === undefined
      ? []
      : [...baseline(settings.values.security), ...restricted(settings.values.security)]
          .filter(([level]) => forbids(podSecurity, level))
          .map(([level, why]) => ({
            message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
            given: why,
            allowed: `what the level ${level} allows`,
            fix: 'keep the default, or state a lower podSecurity on the application stack',
          })),
};

type Security = Workload['settings']['values']['security'];
type Refusal = readonly [PodSecurityLevel, string];

/**
 * Capabilities that the level baseline lets a container keep:
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
const BASELINE_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

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

/** True where a namespace that enforces one level refuses pods that break another. */
function forbids(enforced: PodSecurityLevel, level: PodSecurityLevel): boolean {
  const order = [PodSecurityLevel.PRIVILEGED, PodSecurityLevel.BASELINE, PodSecurityLevel.RESTRICTED];
  return order.indexOf(level) <= order.indexOf(enforced);
}
