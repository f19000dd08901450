import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOT = join(__dirname, '../..');
const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
/** What npm packs in any case, and what the package names, but for compiled code, which pages do not link to. */
const PACKED = [...files.filter((file) => file !== 'build'), 'README.md', 'LICENSE', 'package.json'];

/** Pages of the package. API.md has links of its generator. */
const pages = PACKED.flatMap((path) =>
  statSync(join(ROOT, path)).isDirectory()
    ? readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
    : [path],
).filter((path) => path.endsWith('.md') && path !== 'API.md');

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```.*?^```$/gms, '');
const linksOf = (page: string) =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
const anchorsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

test('the package has its pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/findings/MS1007.md', 'docs/defaults.md']));
});

test.each(pages)('links of %s lead to files of the package', (page) => {
  const dead = linksOf(page).filter((link) => {
    const [path, anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path!));
    const packed = PACKED.some((each) => target === each || target.startsWith(`${each}/`));
    if (!packed || !existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(dead).toEqual([]);
});
