import { fileHeader } from '../../lib/app/marker';
import { bringUpToDate, Files } from '../../lib/app/write';

/** Two versions of an output that differ in every file, and in some names. */
export function versions(): [Files, Files] {
  return [version('one', 0), version('other', 5)];
}

function version(name: string, first: number): Files {
  const paths = Array.from({ length: 40 }, (_, at) => `folder-${(first + at) % 4}/file-${first + at}.yaml`);
  return new Map(paths.map((path) => [path, `${fileHeader(path)}${`${name}: ${path}\n`.repeat(2000)}`]));
}

/** Run with a folder, it writes the one and the other until it is killed. */
if (require.main === module) {
  const [one, other] = versions();
  for (;;) {
    bringUpToDate(process.argv[2]!, other, (path, as) => path === as);
    process.stdout.write('one round\n');
    bringUpToDate(process.argv[2]!, one, (path, as) => path === as);
  }
}
