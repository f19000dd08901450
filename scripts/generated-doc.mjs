// Pages that are made from the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
require('ts-node').register({ cwd: root });

/** A module of the library, from source. */
export function requireSource(path) {
  return require(path);
}

/** Writes a page; with --check, tells whether it is up to date. */
export async function writeDoc(page, draft, command) {
  const file = join(root, page);
  const text = await format(draft, { ...(await resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
  } else if (readOrEmpty(file) !== text) {
    console.error(`${page} is stale: run \`${command}\``);
    process.exitCode = 1;
  }
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
