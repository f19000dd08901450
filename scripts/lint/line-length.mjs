// Reports lines of committed text files that are longer than 120 characters, which Prettier leaves as they are.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const MOST = 120;
const EXEMPT = [
  /^dist\//,
  /^test\/golden\//,
  /^API\.md$/,
  /^docs\/findings/,
  /^docs\/mesh\/features\.md$/,
  // The three-line program has three lines.
  /^apps\/quickstart\.ts$/,
  /^package-lock\.json$/,
  /\/go\.(mod|sum)$/,
];
/** Neither an import specifier nor a row of a Markdown table can break. */
const UNBREAKABLE = { import: /^(import|export) .* from '[^']+';$/, row: /^\s*\|.*\|$/ };

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const problems = files
  .filter((file) => !EXEMPT.some((pattern) => pattern.test(file)))
  .flatMap((file) =>
    readText(file)
      .split('\n')
      .flatMap((line, at) => (isTooLong(file, line) ? [`${file}:${at + 1}: ${[...line].length} characters`] : [])),
  );

if (problems.length > 0) {
  console.error(`${problems.join('\n')}\n${problems.length} lines are longer than ${MOST} characters`);
  process.exitCode = 1;
}

function isTooLong(file, line) {
  if ([...line].length <= MOST) return false;
  return file.endsWith('.md') ? !UNBREAKABLE.row.test(line) : !UNBREAKABLE.import.test(line);
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // a link to a folder, or a file that is removed and not yet committed
  }
}
