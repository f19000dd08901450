import { NO_CONTRIBUTION, type PodContribution, unique, type WorkloadDefinition, WorkloadKind } from '../../program';
import { ContainerRole, type VaultFileFacts } from '../../values';

const DOMAIN = 'vault.hashicorp.com';

/**
 * Annotations by which Vault's injector adds its agent to the pods, and the way from them to Vault:
 * https://developer.hashicorp.com/vault/docs/platform/k8s/injector/annotations
 */
export function vaultContribution(facts: WorkloadDefinition, tokenVolume: string): PodContribution {
  const { name, kind, vaultFiles, containers, cluster, directPorts } = facts;
  if (vaultFiles.length === 0) return NO_CONTRIBUTION;
  const peers = cluster.storage.secrets?.vault?.peers ?? [];
  const first = containers.filter(({ role }) => role === ContainerRole.INIT).map((each) => each.name);
  const readers = unique(vaultFiles.map(({ container }) => container));
  const later = readers.filter((container) => !first.includes(container)).sort();
  return {
    ...NO_CONTRIBUTION,
    egress: peers.length === 0 ? [] : [{ peers, ports: directPorts }],
    podAnnotations: {
      [`${DOMAIN}/agent-inject`]: 'true',
      [`${DOMAIN}/role`]: vaultFiles.find(({ options }) => options.role !== undefined)?.options.role ?? name,
      [`${DOMAIN}/agent-service-account-token-volume-name`]: tokenVolume,
      ...(later.length > 0 && { [`${DOMAIN}/agent-inject-containers`]: later.join() }),
      // Else the agent starts behind the init containers, which would find no file.
      ...(later.length < readers.length && { [`${DOMAIN}/agent-init-first`]: 'true' }),
      // An agent that stays beside the containers would keep the pod of a job from ending.
      ...(kind === WorkloadKind.JOB && { [`${DOMAIN}/agent-pre-populate-only`]: 'true' }),
      ...(Object.assign(
        {},
        ...unique(vaultFiles.map(({ path }) => path)).map((path, at) =>
          annotationsOf(
            vaultFiles.find((file) => file.path === path)!,
            at + 1,
          ),
        ),
      ) as Record<string, string>),
    },
  };
}

function annotationsOf({ path, secret, options }: VaultFileFacts, number: number): Record<string, string> {
  const slash = path.lastIndexOf('/');
  const { template, mode } = options;
  return {
    [`${DOMAIN}/agent-inject-secret-${number}`]: secret,
    [`${DOMAIN}/agent-inject-file-${number}`]: path.slice(slash + 1),
    [`${DOMAIN}/secret-volume-path-${number}`]: path.slice(0, slash) || '/',
    ...(template !== undefined && { [`${DOMAIN}/agent-inject-template-${number}`]: template }),
    ...(mode !== undefined && { [`${DOMAIN}/agent-inject-perms-${number}`]: `0${mode.toString(8)}` }),
  };
}
