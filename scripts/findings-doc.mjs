// Writes docs/findings/ from the catalogue of codes and their examples; with --check, tells whether it is up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireSource, writeDoc } from './generated-doc.mjs';

const COMMAND = 'node scripts/findings-doc.mjs';
const { CATALOGUE } = requireSource('../lib/checks');
const { formatFinding } = requireSource('../lib/errors');
const { App, ApplicationStack } = requireSource('../lib');

const AREAS = {
  0: 'The program and its output',
  1: 'Microservices',
  2: 'Calls and exposures',
  3: 'Stacks and platforms',
  4: 'Meshes',
  5: 'Observability',
  6: 'Scaling and delivery',
  7: 'Functions',
};

/** Codes that no version reports any more. */
const RETIRED = {};

/** Source text of a function of an example, without its frame. */
function bodyOf(source, name) {
  const [, body] = source.match(new RegExp(`export function ${name}\\([^)]*\\): void \\{\\n(.*?)\\n\\}\\n`, 's'));
  return body.replaceAll(/^ {2}/gm, '');
}

/** The finding that the failing example reports. */
function findingOf(code, failing) {
  const app = new App();
  failing({ app, shop: new ApplicationStack(app, 'shop') });
  return app.validate().find((finding) => finding.code === code);
}

function exampleOf(code) {
  const module = `../test/checks/examples/${code.toLowerCase()}`;
  const file = fileURLToPath(new URL(`${module}.ts`, import.meta.url));
  if (!existsSync(file)) return [];
  const source = readFileSync(file, 'utf8');
  const finding = findingOf(code, requireSource(module).failing);
  return [
    '## Failing example',
    `\`\`\`ts\n${bodyOf(source, 'failing')}\n\`\`\``,
    `\`\`\`text\n${formatFinding(finding)}\n\`\`\``,
    '## Passing example',
    `\`\`\`ts\n${bodyOf(source, 'passing')}\n\`\`\``,
    '## Fix',
    `${finding.fix[0].toUpperCase()}${finding.fix.slice(1)}.`,
  ];
}

function page({ code, title, severity, acknowledgeable, explanation, reads }) {
  return [
    `# ${code}: ${title}`,
    `<!-- Made by \`${COMMAND}\`; do not edit. -->`,
    `*${severity}, ${acknowledgeable ? 'can be acknowledged' : 'cannot be acknowledged'}; reads: ${reads}*`,
    explanation,
    ...exampleOf(code),
  ].join('\n\n');
}

function section(area, title) {
  const rows = [...CATALOGUE.values()]
    .filter(({ code }) => code.startsWith(`MS${area}`))
    .map(({ code, title: text, severity }) => `| [${code}](${code}.md) | ${severity} | ${text} |`);
  return `## ${title}\n\n| code | severity | finding |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

const strangers = [...CATALOGUE.keys()].filter((code) => !(code[2] in AREAS) || code in RETIRED);
if (strangers.length > 0) throw new Error(`no area for ${strangers.join(', ')}, or they are retired`);

const retired = Object.entries(RETIRED).map(([code, text]) => `| ${code} | ${text} |`);
const index = `# Findings

<!-- Made by \`${COMMAND}\`; do not edit. -->

A finding has a code, the path of the construct, the stated value, the accepted values and the remedy. All findings of a
program come in one report. While an error stands, nothing is written; a warning keeps nothing from being written. Codes
never change their meaning and are never reused.

\`acknowledge(code, reason)\` on a construct accepts the findings of a code there and below, where the code allows it.
The reason has 10 characters or more. Findings that Kubernetes or the synthesis itself would fail on cannot be
acknowledged.

The examples start from an app with one empty stack, \`shop\`.

${Object.entries(AREAS)
  .map(([area, title]) => section(area, title))
  .join('\n\n')}

## Retired codes

${retired.length === 0 ? 'None.' : `| code | finding |\n| --- | --- |\n${retired.join('\n')}`}
`;

const folder = fileURLToPath(new URL('../docs/findings', import.meta.url));
if (!process.argv.includes('--check')) mkdirSync(folder, { recursive: true });
await writeDoc('docs/findings/README.md', index, COMMAND);
for (const definition of CATALOGUE.values()) {
  await writeDoc(`docs/findings/${definition.code}.md`, `${page(definition)}\n`, COMMAND);
}
const pages = new Set(['README.md', ...[...CATALOGUE.keys()].map((code) => `${code}.md`)]);
for (const stray of readdirSync(folder).filter((name) => !pages.has(name))) {
  if (process.argv.includes('--check')) {
    console.error(`docs/findings/${stray} is of no code: run \`${COMMAND}\``);
    process.exitCode = 1;
  } else {
    rmSync(join(folder, stray));
  }
}
