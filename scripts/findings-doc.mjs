// Writes docs/findings.md from the catalogue of codes; with --check, tells whether it is up to date.
import { requireSource, writeDoc } from './generated-doc.mjs';

const { CATALOGUE } = requireSource('../lib/checks');

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

function section(area, title) {
  const codes = [...CATALOGUE].filter(([code]) => code.startsWith(`MS${area}`));
  return [`## ${title}`, ...codes.map(entry)].join('\n\n');
}

function entry([code, { title, severity, acknowledgeable, explanation }]) {
  return (
    `### ${code}: ${title}\n\n*${severity}, ` +
    `${acknowledgeable ? 'can be acknowledged' : 'cannot be acknowledged'}*\n\n${explanation}`
  );
}

const strangers = [...CATALOGUE.keys()].filter((code) => !(code[2] in AREAS));
if (strangers.length > 0) throw new Error(`no area for ${strangers.join(', ')}`);

const text = `# Findings

<!-- Made by \`node scripts/findings-doc.mjs\` from lib/checks; do not edit. -->

What a check has to say is a finding: a code, the path of the construct, what was given, what is allowed and what to do.
All findings of a program come in one report. While an error stands, nothing is written; a warning keeps nothing from
being written. Codes never change their meaning and are never reused.

\`acknowledge(code, reason)\` on a construct accepts the findings of a code there and below, where the code allows it; the
reason has 10 characters or more. What Kubernetes or the synthesis itself would refuse cannot be acknowledged.

${Object.entries(AREAS)
  .map(([area, title]) => section(area, title))
  .join('\n\n')}
`;

await writeDoc('docs/findings.md', text, 'node scripts/findings-doc.mjs');
