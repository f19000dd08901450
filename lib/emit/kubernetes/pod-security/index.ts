import { type KubernetesVersion, PodSecurityLevel } from '../../../values';
import { baselineRefusals } from './baseline';
import type { Json } from './containers';
import { restrictedRefusals } from './restricted';

export { BASELINE_CAPABILITIES } from './baseline';

/** Reasons of a namespace that enforces a Pod Security level to refuse the pods of a template. */
export function refusalsOf(
  template: Json,
  enforced: PodSecurityLevel,
  version: KubernetesVersion,
): (readonly [PodSecurityLevel, string])[] {
  return [
    ...baselineRefusals(template, version).map((why) => [PodSecurityLevel.BASELINE, why] as const),
    ...restrictedRefusals(template, version).map((why) => [PodSecurityLevel.RESTRICTED, why] as const),
  ].filter(([level]) => forbids(enforced, level));
}

/** True where a namespace that enforces one level refuses pods that break another. */
export function forbids(enforced: PodSecurityLevel, level: PodSecurityLevel): boolean {
  const order = [PodSecurityLevel.PRIVILEGED, PodSecurityLevel.BASELINE, PodSecurityLevel.RESTRICTED];
  return order.indexOf(level) <= order.indexOf(enforced);
}
