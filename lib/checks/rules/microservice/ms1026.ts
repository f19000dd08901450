import { BASELINE_CAPABILITIES, forbids, MS1026 as MS1026_DEFINITION } from '../../../emit/kubernetes';
import type { Rule } from '../../../errors';
import { perNodeOf, type Workload } from '../../../program';
import { PodSecurityLevel, SeccompProfile } from '../../../values';
import { volumesOf } from './volumes';

/** The namespace refuses the pods with these settings; patches are judged with the object. */
export const MS1026: Rule<Workload> = {
  ...MS1026_DEFINITION,

  evaluate: (facts) => {
    const { settings, podSecurity } = facts;
    const { security } = settings.values;
    if (podSecurity === undefined) return [];
    const refused = [
      ...[...baseline(security), ...restricted(security)].map((each) => [...each, KEEP] as const),
      ...ofNode(facts).map((why) => [PodSecurityLevel.BASELINE, why, LEAVE_OUT] as const),
    ];
    return refused
      .filter(([level]) => forbids(podSecurity, level))
      .map(([level, why, fix]) => ({
        message: `the namespace refuses the pod: it enforces Pod Security ${podSecurity}`,
        given: why,
        allowed: `settings that the level ${level} allows`,
        fix,
      }));
  },
};

const KEEP = 'keep the default, or state a lower podSecurity on the application stack';
const LEAVE_OUT = 'leave it out, or state podSecurity: PodSecurityLevel.PRIVILEGED on the application stack';

type Security = Workload['settings']['values']['security'];
type Refusal = readonly [PodSecurityLevel, string];

function baseline({ addCapabilities }: Security): Refusal[] {
  return addCapabilities
    .filter((name) => !BASELINE_CAPABILITIES.includes(name))
    .map((name) => [PodSecurityLevel.BASELINE, `security.addCapabilities held ${name}`]);
}

/** Access to the node, which the level privileged alone admits. */
function ofNode(facts: Workload): string[] {
  const { hostNetwork = false, hostPid = false } = perNodeOf(facts) ?? {};
  return [
    ...(hostNetwork ? ['host.network was true'] : []),
    ...(hostPid ? ['host.pid was true'] : []),
    ...volumesOf(facts).flatMap(({ name, _source: source }) =>
      source.kind === 'hostPath' ? [`volume ${name} was the path ${source.path} of the node`] : [],
    ),
    ...facts.ports.flatMap(({ name, hostPort }) =>
      hostPort === undefined ? [] : [`port ${name} had hostPort ${hostPort}`],
    ),
  ];
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
