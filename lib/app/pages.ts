import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '../errors';

/** Pages of the codes, in the installed package and in this repository alike. */
const PAGES = join(__dirname, '..', '..', 'docs', 'findings');

/** A line with the pages of reported codes. Empty where they are not there, as in a bundled program. */
export function pagesOf(findings: readonly Finding[]): string {
  if (!existsSync(PAGES)) return '';
  const codes = findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ code }) => code);
  const pages = [...new Set(codes)].sort().map((code) => `${code}.md`);
  return `explained in ${relative(process.cwd(), PAGES)}: ${pages.join(', ')}\n`;
}
