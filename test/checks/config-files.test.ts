import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, ApplicationStack, ConfigFile, Mount, Volume } from '../../lib';
import { cart, type Case, describeCode, findings } from './cases';

const MIB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'config-file-'));
const large = join(folder, 'large.bin');
writeFileSync(large, '');
truncateSync(large, MIB + 1);
afterAll(() => rmSync(folder, { recursive: true }));

const mounted = (mounts: Mount[]) => (stack: ApplicationStack) => cart(stack, { pod: { mounts } });
const file = (path: string, text = 'a: 1') => ConfigFile.fromText(path, text);

/** A file that is refused, and one like it that is not. */
function of(name: string, bad: ConfigFile, good: ConfigFile, expected: Pick<Case, 'given' | 'fix'>): Case {
  return { name, bad: mounted([bad]), good: mounted([good]), ...expected };
}

const good = file('/etc/cart.yaml');

describeCode('MS1100', [
  of('a relative path', file('etc/cart.yaml'), good, { given: '"etc/cart.yaml"', fix: 'from /' }),
  of('a folder', file('/etc/'), good, { given: '"/etc/"', fix: 'the name of the file' }),
  of('the root', file('/'), good, { given: '"/"', fix: 'the name of the file' }),
  of('a path that leads upwards', file('/etc/../passwd'), file('/etc/..passwd'), {
    given: '"/etc/../passwd"',
    fix: 'whole path',
  }),
  of('a path with a colon', file('/etc/a:b'), file('/etc/a@b'), { given: '"/etc/a:b"', fix: 'whole path' }),
  of('a path of two lines', file('/etc/a\nb'), file('/etc//a b'), { given: '/etc/a', fix: 'whole path' }),
  of(
    'its permissions',
    ConfigFile.fromText('/etc/a', 'a', { mode: 644 }),
    ConfigFile.fromText('/etc/a', 'a', { mode: 0o644 }),
    { given: 'mode of /etc/a was 644', fix: 'in octal' },
  ),
  of(
    'text in the place of Base64',
    ConfigFile.fromBase64('/etc/a', 'no base'),
    ConfigFile.fromBase64('/etc/a', 'YQ=='),
    {
      given: 'the content of /etc/a had 7 characters',
      fix: 'ConfigFile.fromText()',
    },
  ),
  of('a source that is not there', ConfigFile.fromFile('/etc/a', join(folder, 'none')), good, {
    given: 'ENOENT',
    fix: '__dirname',
  }),
  of('a source that is a folder', ConfigFile.fromFile('/etc/a', folder), good, {
    given: 'it is no file',
    fix: 'the path of a file',
  }),
]);

describeCode('MS1101', [
  of('one file', file('/etc/a', 'a'.repeat(MIB + 1)), file('/etc/a', 'a'.repeat(MIB)), {
    given: `${MIB + 1} bytes: /etc/a ${MIB + 1}`,
    fix: 'Volume.image()',
  }),
  of('a file of the program', ConfigFile.fromFile('/etc/large', large), good, {
    given: `/etc/large ${MIB + 1}`,
    fix: 'into the image',
  }),
  {
    name: 'several files, the largest first',
    bad: mounted(
      ['1', '2', '3', '4', '5', '6'].map((name) => file(`/etc/${name}`, name.repeat(Number(name) * 60_000))),
    ),
    good: mounted([
      file('/etc/1', 'a'.repeat(MIB)),
      ConfigFile.fromText('/etc/2', 'b'.repeat(MIB), { immutable: true }),
    ]),
    given: '/etc/6 360000, /etc/5 300000, /etc/4 240000, /etc/3 180000, /etc/2 120000, 1 more',
    fix: 'move the largest',
  },
]);

test('one content in several containers counts once', () => {
  const half = file('/etc/half', 'a'.repeat(MIB / 2 + 1));
  const proxy = { name: 'proxy', image: 'acme/proxy:1', mounts: [half] };
  const found = findings((stack) => cart(stack, { pod: { mounts: [half], containers: [proxy] } }));
  expect(found).toEqual([]);
});

describeCode('MS1012', [
  {
    name: 'a file and a volume at one path',
    bad: mounted([file('/etc/cart'), Volume.emptyDir('cart').at('/etc/cart/')]),
    good: mounted([file('/etc/cart/a'), Volume.emptyDir('cart').at('/etc/cart/')]),
    given: 'mounts cart and config-files there',
    fix: 'move one of them',
  },
  {
    name: 'two files at one path',
    bad: mounted([file('/etc/cart', 'a'), file('/etc//cart', 'b')]),
    good: mounted([file('/etc/cart', 'a'), file('/etc/Cart', 'b')]),
    given: 'mounts config-files and config-files there',
    fix: 'move one of them',
  },
]);

describeCode('MS1102', [
  {
    name: 'a file inside of a volume of a ConfigMap',
    bad: mounted([Volume.configMapNamed('settings', 'settings').at('/etc'), file('/etc/cart')]),
    good: mounted([Volume.emptyDir('settings').at('/etc'), file('/etc/cart')]),
    given: 'mounts settings at /etc, read-only',
    fix: 'mount it elsewhere',
  },
]);

describeCode('MS1065', [
  of('a file with a password', file('/etc/db', 'url: postgres://cart:s3cret@db/cart'), file('/etc/db', 'a: b'), {
    given: 'postgres://cart:***@db/cart',
    fix: 'Volume.secretNamed()',
  }),
  of(
    'a file in Base64 with a password',
    ConfigFile.fromBase64('/etc/db', Buffer.from('url: postgres://cart:s3cret@db/cart').toString('base64')),
    file('/etc/db', 'url: postgres://cart:$(PASSWORD)@db/cart'),
    { given: 'postgres://cart:***@db/cart', fix: 'Secret' },
  ),
]);

test('a password in a file is one finding of the workload, and none of its ConfigMap', () => {
  const app = new App();
  cart(new ApplicationStack(app, 'shop'), { pod: { mounts: [file('/etc/db', 'url: postgres://a:s3cret@db/cart')] } });
  const found = app.validate().filter(({ code }) => code === 'MS1065');
  expect(found).toEqual([expect.objectContaining({ path: 'shop/cart' })]);
});

test('a file that is too large is one finding', () => {
  const app = new App();
  cart(new ApplicationStack(app, 'shop'), { pod: { mounts: [file('/etc/db', 'a'.repeat(2 * MIB))] } });
  expect(app.validate().map(({ code }) => code)).toEqual(['MS1101']);
});
