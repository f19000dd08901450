import * as fs from 'node:fs';
import * as path from 'node:path';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import { checkRules } from './promtool';

/** A query, and the object that it stands in. */
export interface LocatedQuery {
  readonly object: LocatedObject;
  readonly query: string;
}

/** Has promtool read queries, each as a rule of its own. */
export async function parses(queries: readonly LocatedQuery[], folder: string): Promise<Findings> {
  fs.mkdirSync(folder, { recursive: true });
  const files = queries.map(({ query }, at) => {
    const file = path.join(folder, `query-${at}.json`);
    fs.writeFileSync(
      file,
      JSON.stringify({ groups: [{ name: 'queries', rules: [{ record: 'asked', expr: query }] }] }),
    );
    return file;
  });
  const complaints = await checkRules(files);
  return {
    judged: queries.length,
    problems: files.flatMap((file, at) =>
      complaints.has(file)
        ? [problemWith(queries[at]!.object, `its query does not parse: ${complaints.get(file)}`)]
        : [],
    ),
  };
}
