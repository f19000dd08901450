import type { IPodSecurityContext } from 'kubernetes-models/v1/PodSecurityContext';
import type { ISecurityContext } from 'kubernetes-models/v1/SecurityContext';
import type { EffectiveSettings } from '../../program';

type Security = EffectiveSettings['security'];

/** Security context of the pod. */
export function podSecurityContext(security: Security): IPodSecurityContext {
  const { runAsNonRoot, runtimeDefaultSeccomp, runAsUser, runAsGroup, fsGroup } = security;
  return {
    ...(runAsNonRoot && { runAsNonRoot }),
    ...(runtimeDefaultSeccomp && { seccompProfile: { type: 'RuntimeDefault' } }),
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
      ...(security.keptCapabilities.length > 0 && { add: [...security.keptCapabilities].sort() }),
    },
    readOnlyRootFilesystem: security.readOnlyRootFilesystem ?? true,
  };
}
