import { type AppArmorProfile, ContainerRole, type KubernetesVersion, SeccompProfile } from '../../values';
import { has } from './features';
import type { IPodSecurityContext } from 'kubernetes-models/v1/PodSecurityContext';
import type { ISecurityContext } from 'kubernetes-models/v1/SecurityContext';
import type { EffectiveSettings } from '../../program';

type Security = EffectiveSettings['security'];

/** Security context of the pod. */
export function podSecurityContext(
  security: Security,
  ownsClaims: boolean,
  version: KubernetesVersion,
): IPodSecurityContext {
  const { runAsNonRoot, seccompProfile, appArmorProfile, runAsUser, runAsGroup, fsGroup } = security;
  return {
    ...(runAsNonRoot && { runAsNonRoot }),
    ...(seccompProfile !== SeccompProfile.NODE_DEFAULT && { seccompProfile: { type: 'RuntimeDefault' } }),
    ...(appArmorProfile !== undefined &&
      has(version, 'appArmorProfile') && { appArmorProfile: appArmor(appArmorProfile) }),
    ...(runAsUser !== undefined && { runAsUser }),
    ...(runAsGroup !== undefined && { runAsGroup }),
    ...(fsGroup !== undefined && { fsGroup }),
    // Otherwise the kubelet changes the group of every file of a volume at every start.
    ...(fsGroup !== undefined && ownsClaims && { fsGroupChangePolicy: 'OnRootMismatch' as const }),
  };
}

function appArmor({ _type: type, _name: name }: AppArmorProfile): NonNullable<IPodSecurityContext['appArmorProfile']> {
  return { type, ...(name !== undefined && { localhostProfile: name }) };
}

/** Security context of a container. Only the main container gets capabilities. */
export function containerSecurityContext(security: Security, role: ContainerRole): ISecurityContext {
  const added = role === ContainerRole.MAIN ? security.addCapabilities : [];
  return {
    allowPrivilegeEscalation: security.allowPrivilegeEscalation ?? false,
    capabilities: {
      drop: ['ALL'],
      ...(added.length > 0 && { add: [...added].sort() }),
    },
    readOnlyRootFilesystem: security.readOnlyRootFilesystem ?? true,
  };
}
