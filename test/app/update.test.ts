import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../../lib/app/disk';
import { digestOf, formatInventory, INVENTORY, parseInventory } from '../../lib/app/inventory';
import { fileHeader, markedPath } from '../../lib/app/marker';
import { planUpdate, updateOutput } from '../../lib/app/update';
import { everything, updateOf } from './outputs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (path: string, content: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const files = () => [...filesBelow(folder)].sort();
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('a folder brought up to date', () => {
  test('gets what is new, changed and in folders, and says so', () => {
    put('same.yaml', 'same');
    put('changed.yaml', 'before');
    const { ino, mtimeMs } = statSync(join(folder, 'same.yaml'));
    const changes = updateOutput(
      folder,
      updateOf({ 'same.yaml': 'same', 'changed.yaml': 'after', 'a/b/new.yaml': 'new' }),
    );
    expect(changes).toMatchObject({ written: ['changed.yaml', 'a/b/new.yaml'], removed: [], kept: [], unchanged: 1 });
    expect(files()).toEqual(['a/b/new.yaml', 'changed.yaml', 'same.yaml']);
    expect(text('changed.yaml')).toBe('after');
    expect(statSync(join(folder, 'same.yaml'))).toMatchObject({ ino, mtimeMs });
  });

  test('loses what an earlier run wrote there, and nothing else', () => {
    put('foreign.yaml', '---\nkind: X\n');
    updateOutput(folder, updateOf({ 'a/stale.yaml': 'a', 'b.yaml': 'b' }));
    put('a/mine.yaml', fileHeader('a/mine.yaml'));
    expect(updateOutput(folder, updateOf({ 'b.yaml': 'b' }))).toMatchObject({ removed: ['a/stale.yaml'], kept: [] });
    expect(files()).toEqual(['a/mine.yaml', 'b.yaml', 'foreign.yaml']);
  });

  test('keeps what was changed since it was written, and says so once', () => {
    updateOutput(folder, updateOf({ 'a.yaml': 'a', 'b.yaml': 'b', 'c.yaml': 'c', 'd.yaml': 'd' }));
    put('a.yaml', 'mine');
    rmSync(join(folder, 'b.yaml'));
    symlinkSync('d.yaml', join(folder, 'b.yaml'));
    rmSync(join(folder, 'c.yaml'));
    const reason = 'it was changed after it was written';
    const update = updateOf({ 'd.yaml': 'd' });
    expect(updateOutput(folder, update)).toMatchObject({
      removed: [],
      kept: [
        { path: 'a.yaml', reason },
        { path: 'b.yaml', reason },
      ],
    });
    expect(files()).toEqual(['a.yaml', 'b.yaml', 'd.yaml']);
    expect(updateOutput(folder, update)).toMatchObject({ written: [], removed: [], kept: [], changes: [] });
  });

  test('loses the files of the apps whose place is taken, and not those of other apps', () => {
    updateOutput(folder, updateOf({ 'x.yaml': 'x' }, 'a'));
    updateOutput(folder, updateOf({ 'x.yaml': 'x', 'y.yaml': 'y' }, 'b'));
    updateOutput(folder, updateOf({ 'z.yaml': 'z' }));
    expect(updateOutput(folder, updateOf({ 'x.yaml': 'x' }, 'b')).removed).toEqual(['b/y.yaml']);
    expect(updateOutput(folder, updateOf({})).removed).toEqual(['z.yaml']);
    expect(files()).toEqual(['a/x.yaml', 'b/x.yaml']);
    expect(updateOutput(folder, { ...updateOf({}), replaces: () => true }).removed).toEqual(['a/x.yaml', 'b/x.yaml']);
    expect(everything(folder)).toEqual({});
  });

  test('is planned without a change', () => {
    updateOutput(folder, updateOf({ 'a.yaml': 'a', 'b.yaml': 'b' }));
    const before = everything(folder);
    expect(planUpdate(folder, updateOf({ 'a.yaml': 'A', 'c.yaml': 'c' }))).toMatchObject({
      written: ['a.yaml', 'c.yaml'],
      removed: ['b.yaml'],
      unchanged: 0,
    });
    expect(planUpdate(join(folder, 'none'), updateOf({ 'a.yaml': 'a' }))).toMatchObject({ written: ['a.yaml'] });
    expect(everything(folder)).toEqual(before);
  });

  test('gets `team` in the place of `Team`', () => {
    updateOutput(folder, updateOf({ 'Team.yaml': 'a' }));
    updateOutput(folder, updateOf({ 'team.yaml': 'b' }));
    expect(files()).toEqual(['team.yaml']);
  });

  test('keeps what links lead to', () => {
    put('target/x.yaml', fileHeader('link/x.yaml'));
    symlinkSync(join(folder, 'target'), join(folder, 'link'));
    updateOutput(folder, updateOf({}));
    expect(files()).toEqual(['link', 'target/x.yaml']);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  describe('with a link to another folder', () => {
    let elsewhere: string;
    beforeEach(() => {
      elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
      writeFileSync(join(elsewhere, 'x.yaml'), 'x');
      mkdirSync(join(folder, 'a'));
      symlinkSync(elsewhere, join(folder, 'a/link'));
    });
    afterEach(() => {
      rmSync(elsewhere, { recursive: true, force: true });
    });
    const there = () => everything(elsewhere);

    test('removes nothing there', () => {
      const before = there();
      const entry = { app: '', digest: digestOf('x') };
      put(INVENTORY, formatInventory(new Map([['a/link/x.yaml', entry]])));
      expect(updateOutput(folder, updateOf({})).kept).toEqual([
        { path: 'a/link/x.yaml', reason: 'a link leads to its folder' },
      ]);
      expect(there()).toEqual(before);
    });

    test('removes nothing there of before there were inventories', () => {
      writeFileSync(join(elsewhere, 'y.yaml'), fileHeader('y.yaml'));
      const before = there();
      for (const app of ['a/link', 'a/link/..']) updateOutput(folder, updateOf({}, app));
      expect(there()).toEqual(before);
    });

    test.each(['a/link/x.yaml', 'a/link/new.yaml', 'a/link/deep/new.yaml'])('does not write %s', (path) => {
      const before = there();
      expect(() => updateOutput(folder, updateOf({ [path]: 'y' }))).toThrow(
        `${join(folder, 'a/link')} is a link, not a folder: move it away`,
      );
      expect(there()).toEqual(before);
    });

    test('does not finish a run there', () => {
      const before = there();
      mkdirSync(join(folder, '.cdk8s-microservice.switch'));
      const steps = [{ path: 'a/link/x.yaml', action: 'remove' }];
      put('.cdk8s-microservice.switch/journal.json', JSON.stringify(steps));
      expect(() => updateOutput(folder, updateOf({}))).toThrow('is a link, not a folder');
      expect(there()).toEqual(before);
    });
  });

  test('keeps permissions', () => {
    updateOutput(folder, updateOf({ 'a.yaml': 'a' }));
    chmodSync(join(folder, 'a.yaml'), 0o600);
    chmodSync(join(folder, INVENTORY), 0o640);
    updateOutput(folder, updateOf({ 'a.yaml': 'A' }));
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, INVENTORY)).mode & 0o777).toBe(0o640);
  });
});

describe('outputs in each other', () => {
  const production = () => join(folder, 'production');

  test('keep what is of the other one', () => {
    updateOutput(production(), updateOf({ 'a.yaml': fileHeader('a.yaml') }));
    updateOutput(folder, { ...updateOf({ 'a.yaml': fileHeader('a.yaml') }), replaces: () => true });
    updateOutput(folder, { ...updateOf({}), replaces: () => true });
    expect(files()).toEqual(['production/a.yaml']);
    updateOutput(folder, updateOf({ 'b.yaml': 'b' }));
    updateOutput(production(), updateOf({}));
    expect(files()).toEqual(['b.yaml']);
  });

  test.each([
    ['the outer', () => folder],
    ['the inner', () => production()],
  ])('keep a file that both have written: %s', (_, at) => {
    updateOutput(folder, updateOf({ 'a.yaml': 'a' }, 'production'));
    updateOutput(production(), updateOf({ 'a.yaml': 'a' }));
    const { removed, kept } = updateOutput(at(), { ...updateOf({}), replaces: () => true });
    expect(removed).toEqual([]);
    expect(kept).toMatchObject([{ reason: expect.stringMatching(/^the output in .* has it too$/) }]);
    expect(files()).toEqual(['production/a.yaml']);
  });
});

describe('an output from before there was an inventory', () => {
  test('loses only files that carry the marker of the app for that very place', () => {
    put('a/stale.yaml', fileHeader('a/stale.yaml'));
    put('a/b/moved.yaml', fileHeader('other.yaml'));
    put('foreign.yaml', '---\nkind: X\n');
    put('empty.yaml', '');
    mkdirSync(join(folder, 'empty'));
    expect(updateOutput(folder, updateOf({})).removed).toEqual(['a/stale.yaml']);
    expect(files()).toEqual(['a/b/moved.yaml', 'empty.yaml', 'foreign.yaml']);
    expect(existsSync(join(folder, 'empty'))).toBe(true);
  });

  test('is known by the folder of each app', () => {
    put('production/stale.yaml', fileHeader('stale.yaml'));
    put('test/stale.yaml', fileHeader('stale.yaml'));
    updateOutput(folder, updateOf({ 'x.yaml': 'x' }, 'production'));
    expect(files()).toEqual(['production/x.yaml', 'test/stale.yaml']);
  });

  test('loses what a killed process of that time left, and not what a running one is writing', () => {
    const killed = 2 ** 22 + 1;
    put(`a/.${killed}.cdk8s-microservice.tmp`, 'half');
    put(`.${process.ppid}.cdk8s-microservice.tmp`, 'half');
    updateOutput(folder, updateOf({}));
    expect(files()).toEqual([`.${process.ppid}.cdk8s-microservice.tmp`]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });
});

describe('what is no file', () => {
  test('is refused in the place of a file, and the output stays', async () => {
    updateOutput(folder, updateOf({ 'a.yaml': 'a' }));
    const socket = createServer().listen(join(folder, 'socket.yaml'));
    await new Promise((done) => socket.once('listening', done));
    spawnSync('mkfifo', [join(folder, 'fifo.yaml')]);
    mkdirSync(join(folder, 'folder.yaml'));
    const before = everything(folder);
    for (const [path, name] of [
      ['fifo.yaml', 'a FIFO'],
      ['socket.yaml', 'a socket'],
      ['folder.yaml', 'a folder'],
    ])
      expect(() => updateOutput(folder, updateOf({ 'b.yaml': 'b', [path!]: 'x' }))).toThrow(
        `${join(folder, path!)} is ${name}, not a file: move it away`,
      );
    expect(everything(folder)).toEqual(before);
    await new Promise((done) => socket.close(done));
  });

  test.each([INVENTORY, '.cdk8s-microservice.lock', '.cdk8s-microservice.switch'])(
    'is refused in the place of %s',
    (name) => {
      spawnSync('mkfifo', [join(folder, name)]);
      expect(() => updateOutput(folder, updateOf({ 'a.yaml': 'a' }))).toThrow(
        `${join(folder, name)} is a FIFO, not a `,
      );
      expect(files()).toEqual([]);
    },
  );

  test('is passed over in an output from before there was an inventory', () => {
    spawnSync('mkfifo', [join(folder, 'fifo.yaml')]);
    expect(updateOutput(folder, updateOf({ 'a.yaml': 'a' })).written).toEqual(['a.yaml']);
  });
});

describe('the inventory', () => {
  test('is what sha256sum reads, in the order of the paths, and is the same for the same files', () => {
    updateOutput(folder, updateOf({ 'b.yaml': 'b', 'a.yaml': 'a' }, 'shop/production'));
    updateOutput(folder, updateOf({ 'c.yaml': 'c' }));
    const { status, stdout } = spawnSync('sha256sum', ['-c', INVENTORY], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'c.yaml: OK\nshop/production/./a.yaml: OK\nshop/production/./b.yaml: OK\n',
    });
    const first = text(INVENTORY);
    rmSync(folder, { recursive: true });
    updateOutput(folder, updateOf({ 'c.yaml': 'c' }));
    updateOutput(folder, updateOf({ 'a.yaml': 'a', 'b.yaml': 'b' }, 'shop/production'));
    expect(text(INVENTORY)).toBe(first);
  });

  test('gives back what it was made of, and proves nothing by lines that are none or lead elsewhere', () => {
    const digest = 'a'.repeat(64);
    const inventory = new Map(
      ['a\\b.yaml', 'a\nb', "it's.yaml", 'a  b'].map((path) => [path, { app: '', digest }]),
    ).set('x/y/z', { app: 'x/y', digest });
    expect(new Map(parseInventory(formatInventory(inventory)))).toEqual(inventory);
    const lines = ['../a', '/etc/passwd', 'a/../../b', '..', '.', ''].map((path) => `${digest}  ${path}`);
    expect([...parseInventory([...lines, '<<<<<<< HEAD', 'a.yaml', `${digest.slice(1)}  a`].join('\n'))]).toEqual([]);
  });

  test('that leads out of the folder removes nothing there', () => {
    const outside = join(folder, 'outside.yaml');
    const output = join(folder, 'output');
    put('outside.yaml', 'a');
    updateOutput(output, updateOf({ 'a.yaml': 'a' }));
    writeFileSync(
      join(output, INVENTORY),
      readFileSync(join(output, INVENTORY), 'utf8').replace('a.yaml', '../outside.yaml'),
    );
    updateOutput(output, updateOf({}));
    expect(existsSync(outside)).toBe(true);
  });
});

test('a marker gives back the path, and nothing else has one', () => {
  expect(markedPath(`${fileHeader('a/b; c.yaml')}kind: X\n`)).toBe('a/b; c.yaml');
  for (const text of ['', '---\n', '# Written by cdk8s-microservice as a.yaml', `kind: X\n${fileHeader('a')}`])
    expect(markedPath(text)).toBeUndefined();
});
