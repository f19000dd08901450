import { type Detail, type Rule, Severity } from '../../../errors';
import { unique, type Workload } from '../../../program';
import { isWhole, repeated } from '../../../values';

/** Files of Vault that its agent cannot write. */
export const MS1108: Rule<Workload> = {
  code: 'MS1108',
  title: 'a file of Vault cannot be written',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The agent of Vault logs in with one role for each pod, and writes each file at an absolute path of its ' +
    'own, in a folder that holds such files alone. The facts of the cluster name the peers of Vault, since the ' +
    'network policy of the pods opens the way to them.',
  reads: 'files of the workload, secrets of the cluster',

  evaluate: ({ vaultFiles, cluster, containers, settings }) => {
    if (vaultFiles.length === 0) return [];
    const roles = unique(vaultFiles.flatMap(({ options }) => options.role ?? []));
    const mounted = containers.flatMap(({ name, mounts }) =>
      mounts.map(({ path }) => ({ container: name, path: path.replace(/(.)\/+$/, '$1') })),
    );
    const peers = cluster.storage.secrets?.vault?.peers ?? [];
    return [
      ...(peers.length > 0 || !settings.values.networkPolicy
        ? []
        : [
            add(
              'nobody knows where Vault is',
              `${vaultFiles[0]!.path} is a file of Vault, and the cluster states no peers of Vault`,
              'clusters with storage.secrets.vault',
              "state storage: { secrets: { vault: { peers: [NetworkPeer.pods({ namespace: 'vault' })] } } }",
            ),
          ]),
      ...(roles.length < 2
        ? []
        : [
            add(
              'the files of a pod have several roles of Vault',
              `role was ${roles.join(' and ')}`,
              'one role for each pod',
              'state one role for all, that may read all of them',
            ),
          ]),
      ...vaultFiles.flatMap(({ path, secret, options: { mode = 0 } }): Detail[] => [
        ...(/^\/(?:[^/:\p{Cc}]+\/)+[^/:\p{Cc}]+$/u.test(path) && !path.split('/').includes('..')
          ? []
          : [
              add(
                'a file of Vault has no path that it can stand at',
                `it was ${JSON.stringify(path)}`,
                'absolute paths of files in a folder, without a colon and ..',
                'state a path such as /vault/secrets/database',
              ),
            ]),
        ...(secret.trim() === ''
          ? [add('a file of Vault has no secret', `${path} was of '${secret}'`, 'a path in Vault', 'state the path')]
          : []),
        ...(isWhole(mode, 0, 0o777)
          ? []
          : [add('invalid permissions of a file of Vault', `${path} had ${mode}`, '0 to 0o777', 'write 0o400')]),
      ]),
      ...repeated(vaultFiles.map(({ container, path }) => `${path} of container ${container}`)).map((place) =>
        add('two files of Vault have one path', `it was ${place}`, 'a path of its own for each', 'rename one of them'),
      ),
      ...vaultFiles
        .filter(({ path }) => mounted.some((mount) => folderOf(path) === mount.path))
        .map(({ path }) =>
          add(
            'a file of Vault stands in a folder that is mounted already',
            `${folderOf(path)} of ${path} is a mount of the pod`,
            'folders of files of Vault alone',
            'state another folder, such as /vault/secrets',
          ),
        ),
    ];
  },
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function add(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given, allowed, fix };
}
