import type { Platform } from '../../platform';
import type { ContainerFacts } from '../../values';
import { withConfigFiles } from './config-files';
import { withVaultFiles } from './vault-files';

/** Resolves what stands among the mounts of containers and is no volume: files of the program, and those of Vault. */
export function filesOf(name: string, stated: readonly ContainerFacts[], platform: Platform) {
  const { containers, ...vault } = withVaultFiles(stated, platform);
  return { ...withConfigFiles(name, containers), ...vault };
}
