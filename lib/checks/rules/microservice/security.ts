import type { Problem } from '../../../errors';
import { Workload } from '../../../program';
import { PodSecurityLevel, SeccompProfile } from '../../../values';
import { isWhole, Rule } from '../../rule';

/** The namespace admits the pod, and ids are ids. */
export const security: Rule<Workload> = ({ settings, podSecurity }) => {
  const stated = settings.values.security;
  const problems: Problem[] = [];
  for (const field of ['runAsUser', 'runAsGroup', 'fsGroup'] as const) {
    const id = stated[field];
    if (id !== undefined && !isWhole(id, 0)) {
      problems.push({
        code: 'MS1028',
        message: `${field} is no id`,
        given: `security.${field} was ${id}`,
        allowed: 'whole numbers from 0 to 2147483647',
        fix: 'state the id that the image was made for',
      });
    }
  }
  if (stated.runAsUser === 0 && stated.runAsNonRoot) {
    problems.push({
      code: 'MS1028',
      message: 'the kubelet would refuse to start the container',
      given: 'security.runAsUser was 0 (root), security.runAsNonRoot was true',
      allowed: 'another user, or runAsNonRoot false',
      fix: 'state the user that the image was made for',
    });
  }
  problems.push(...capabilities(stated.addCapabilities));
  const refused =
    podSecurity === undefined
      ? []
      : [...baseline(settings.values.security), ...restricted(settings.values.security)].filter(([level]) =>
          forbids(podSecurity, level),
        );
  for (const [level, why] of refused) {
    problems.push({
      code: 'MS1026',
      message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
      given: why,
      allowed: `what the level ${level} allows`,
      fix: `keep the default, or state a lower podSecurity on the application stack`,
    });
  }
  return problems;
};

function capabilities(kept: readonly string[]): Problem[] {
  return kept
    .filter((name) => !/^[A-Z][A-Z_]*$/.test(name) || name.startsWith('CAP_') || name === 'ALL')
    .map((name): Problem => ({
      code: 'MS1028',
      message: 'the container runtime knows no such capability',
      given: `security.addCapabilities held '${name}'`,
      allowed: 'names in capitals without CAP_, such as NET_BIND_SERVICE',
      fix: name.startsWith('CAP_')
        ? `state '${name.slice('CAP_'.length)}'`
        : 'name each capability that the program needs',
    }));
}

type Security = Workload['settings']['values']['security'];
type Refusal = readonly [PodSecurityLevel, string];

/**
 * The capabilities that the level baseline lets a container keep:
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

/** Whether a namespace of a level refuses what another level forbids. */
function forbids(enforced: PodSecurityLevel, level: PodSecurityLevel): boolean {
  const order = [PodSecurityLevel.PRIVILEGED, PodSecurityLevel.BASELINE, PodSecurityLevel.RESTRICTED];
  return order.indexOf(level) <= order.indexOf(enforced);
}
