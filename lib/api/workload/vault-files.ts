import { normalizedPath } from '../../emit/kubernetes';
import type { Platform } from '../../platform';
import { type ContainerFacts, ContainerRole, type Mount, VaultFile, type VaultFileFacts, Volume } from '../../values';

/** Port on which Vault listens: https://developer.hashicorp.com/vault/docs/configuration/listener/tcp */
const VAULT_PORT = 8200;

/** Volume with the token by which Vault's agent logs in. */
export const VAULT_TOKEN = 'vault-token';

/** Takes the files of Vault's agent out of the mounts, and mounts the token by which it logs in. */
export function withVaultFiles(
  containers: readonly ContainerFacts[],
  { cluster }: Platform,
): {
  readonly containers: ContainerFacts[];
  readonly vaultFiles: readonly VaultFileFacts[];
  readonly directPorts: readonly number[];
} {
  const vaultFiles = containers
    .flatMap(({ name, mounts }) =>
      mounts.filter(isVaultFile).map(({ path, _secret: secret, _options: options }) => ({
        container: name,
        path: normalizedPath(path),
        secret,
        options,
      })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (vaultFiles.length === 0) return { containers: [...containers], vaultFiles, directPorts: [] };
  const { audience, port = VAULT_PORT } = cluster.storage.secrets?.vault ?? {};
  const token = Volume.serviceAccountToken(VAULT_TOKEN, audience === undefined ? {} : { audience });
  return {
    containers: containers.map((container) => ({
      ...container,
      mounts: [
        ...container.mounts.filter((mount) => !isVaultFile(mount)),
        ...(container.role === ContainerRole.MAIN ? [token.at('/var/run/secrets/vault')] : []),
      ],
    })),
    vaultFiles,
    directPorts: [port],
  };
}

function isVaultFile(mount: Mount): mount is VaultFile {
  return mount instanceof VaultFile;
}
