import { expectFields, selectsLabels } from './matching';
import { atMostOne, MeshObject, System, title } from './system';
import type { Workload } from './workloads';

/** Connections that a workload's port accepts: plain, mutual TLS or both. */
export type MutualTlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

/** The mode of a workload's own port: its policy, else its namespace's, else the mesh's, else PERMISSIVE. */
export function mutualTlsMode(system: System, workload: Workload, port: number): MutualTlsMode {
  const { rootNamespace } = system.options;
  const policies = system.mesh.PeerAuthentication;
  policies.forEach((policy) => expectUnderstood(policy, rootNamespace));
  const wide = (namespace: string) =>
    atMostOne(
      policies.filter((policy) => policy.metadata.namespace === namespace && !isSelective(policy)),
      `the mutual TLS of namespace ${namespace}`,
    );
  const own = atMostOne(
    policies.filter(
      (policy) =>
        policy.metadata.namespace === workload.namespace &&
        isSelective(policy) &&
        selectsLabels(policy.spec.selector.matchLabels, workload.labels),
    ),
    `the mutual TLS of ${workload.namespace}/${workload.name}`,
  );
  const modes: (string | undefined)[] = [
    own?.spec.portLevelMtls?.[port]?.mode,
    own?.spec.mtls?.mode,
    wide(workload.namespace)?.spec.mtls?.mode,
    wide(rootNamespace)?.spec.mtls?.mode,
  ];
  return (modes.find((mode) => mode !== undefined && mode !== 'UNSET') ?? 'PERMISSIVE') as MutualTlsMode;
}

function isSelective({ spec }: MeshObject): boolean {
  return Object.keys(spec.selector?.matchLabels ?? {}).length > 0;
}

function expectUnderstood(policy: MeshObject, rootNamespace: string): void {
  expectFields(policy.spec, ['selector', 'mtls', 'portLevelMtls'], title(policy));
  if (policy.spec.portLevelMtls !== undefined && !isSelective(policy))
    throw new Error(`${title(policy)} has portLevelMtls without a selector, which the API server refuses`);
  if (policy.metadata.namespace === rootNamespace && isSelective(policy))
    throw new Error(`${title(policy)} has a selector in the root namespace, where it has no effect`);
}
