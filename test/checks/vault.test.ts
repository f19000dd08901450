import { ApplicationStack, ClusterFacts, ConfigFile, Mount, NetworkPeer, Platform, VaultFile, Volume } from '../../lib';
import { cart, type Case, describeCode } from './cases';

const peers = [NetworkPeer.pods({ namespace: 'vault' })];
const platform = new Platform({ cluster: new ClusterFacts({ storage: { secrets: { vault: { peers } } } }) });
const mounted = (mounts: Mount[]) => (stack: ApplicationStack) =>
  cart(new ApplicationStack(stack, 'vaulted', { platform }), { pod: { mounts } });
const file = VaultFile.of('/vault/secrets/db', 'kv/db');

function of(name: string, bad: Mount[], expected: Pick<Case, 'given' | 'fix'>): Case {
  return { name, bad: mounted(bad), good: mounted([file]), path: 'shop/vaulted/cart', ...expected };
}

describeCode('MS1108', [
  {
    name: 'no Vault',
    bad: (stack) => cart(stack, { pod: { mounts: [file] } }),
    good: (stack) => cart(stack, { pod: { mounts: [file] }, security: { networkPolicy: false } }),
    given: 'states no peers',
    fix: 'storage: { secrets: { vault',
  },
  of(
    'two roles',
    [VaultFile.of('/vault/secrets/a', 'kv/a', { role: 'a' }), VaultFile.of('/vault/secrets/b', 'kv/b', { role: 'b' })],
    { given: 'a and b', fix: 'one role' },
  ),
  of('a relative path', [VaultFile.of('secrets/db', 'kv/db')], { given: '"secrets/db"', fix: '/vault/secrets' }),
  of('a file of the root', [VaultFile.of('/db', 'kv/db')], { given: '"/db"', fix: '/vault/secrets' }),
  of('no secret', [VaultFile.of('/vault/secrets/db', ' ')], { given: "' '", fix: 'state the path' }),
  of('its permissions', [VaultFile.of('/vault/secrets/db', 'kv/db', { mode: 999 })], { given: '999', fix: '0o400' }),
  of('one path twice', [file, VaultFile.of('/vault//secrets/db', 'kv/other')], {
    given: '/vault/secrets/db',
    fix: 'rename',
  }),
  of('a folder that is mounted', [file, Volume.emptyDir('a').at('/vault/secrets')], {
    given: '/vault/secrets of /vault/secrets/db',
    fix: 'another folder',
  }),
]);

describeCode('MS1012', [
  of('a file of the program in its place', [Volume.emptyDir('a').at('/a'), ConfigFile.fromText('/a', 'a')], {
    given: 'container cart mounts',
    fix: 'move one of them',
  }),
]);
