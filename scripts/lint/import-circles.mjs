// Reports circles of imports in lib/, types included: files that import each other, by however many steps.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('lib', file));
const known = new Set(files);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Files of lib/ that a file imports. */
function importsOf(file) {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(file), fileName))
    .map((path) => [`${path}.ts`, join(path, 'index.ts')].find((candidate) => known.has(candidate)))
    .filter((path) => path !== undefined);
}

const done = new Set();
const circles = [];

function visit(file, path) {
  if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
  else if (!done.has(file)) for (const next of imports.get(file)) visit(next, [...path, file]);
  done.add(file);
}
for (const file of files) visit(file, []);

if (circles.length > 0) {
  console.error(circles.map((circle) => `circle of imports: ${circle.join(' -> ')}`).join('\n'));
  process.exitCode = 1;
}
