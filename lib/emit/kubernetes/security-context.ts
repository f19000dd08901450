import { SeccompProfile } from '../../values';
import type { IPodSecurityContext } from 'kubernetes-models/v1/PodSecurityContext';
import type { ISecurityContext } from 'kubernetes-models/v1/SecurityContext';
import type { EffectiveSettings } from '../../program';

type Security = EffectiveSettings['security'];

/** Security context of the pod. */
export function podSecurityContext(security: Security): IPodSecurityContext {
  const { runAsNonRoot, seccompProfile, runAsUser, runAsGroup, fsGroup } = security;
  return {
    ...(runAsNonRoot && { runAsNonRoot }),
    ...(seccompProfile !== SeccompProfile.NODE_DEFAULT && { seccompProfile: { type: 'RuntimeDefault' } }),
    ...(runAsUser !== undefined && { runAsUser }),
    ...(runAsGroup !== undefined && { runAsGroup }),
    ...(fsGroup !== undefined && { fsGroup }),
  };
}

/** Security context of each container. */
export function containerSecurityContext(security: Security): ISecurityContext {
  return {
    allowPrivilegeEscalation: security.allowPrivilegeEscalation ?? false,
    capabilities: {
      drop: ['ALL'],
      ...(security.addCapabilities.length > 0 && { add: [...security.addCapabilities].sort() }),
    },
    readOnlyRootFilesystem: security.readOnlyRootFilesystem ?? true,
  };
}
