import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileHeader } from '../../lib/app/marker';
import { Update } from '../../lib/app/update';

/** The update of an output folder whose files belong to one app. */
export function updateOf(files: Readonly<Record<string, string>>, app = ''): Update {
  const place = (path: string) => (app === '' ? path : `${app}/${path}`);
  return {
    files: new Map(Object.entries(files).map(([path, content]) => [place(path), { app, content }])),
    apps: [app],
    replaces: (of) => of === app,
  };
}

/** Everything below a folder, with permissions: contents of files, and what each other entry is. */
export function everything(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    entries.map((path) => {
      const stats = lstatSync(join(folder, path));
      const mode = (stats.mode & 0o777).toString(8);
      return [
        path,
        stats.isFile()
          ? `${mode} ${readFileSync(join(folder, path), 'utf8')}`
          : stats.isDirectory()
            ? 'folder'
            : 'other',
      ];
    }),
  );
}

/** Two versions of an output that differ in every file, and in some names. */
export function versions(count = 120, repeated = 20): [Update, Update] {
  const version = (name: string, first: number) =>
    updateOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => {
          const path = `folder-${(first + at) % 4}/file-${first + at}.yaml`;
          return [path, `${fileHeader(path)}${`${name}: ${path}\n`.repeat(repeated)}`];
        }),
      ),
    );
  return [version('one', 0), version('other', 5)];
}
