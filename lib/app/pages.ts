import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '../errors';

/** Pages of the codes, from the one file of the installed package, and from this file in the repository. */
const PAGES = ['..', '../..'].map((up) => join(__dirname, up, 'docs', 'findings'));

/** A line with the pages of reported codes. Empty where they are not there, as in a bundled program. */
export function pagesOf(findings: readonly Finding[]): string {
  const folder = PAGES.find((each) => existsSync(each));
  if (folder === undefined) return '';
  const codes = findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ code }) => code);
  const pages = [...new Set(codes)].sort().map((code) => `${code}.md`);
  return `explained in ${relative(process.cwd(), folder)}: ${pages.join(', ')}\n`;
}
