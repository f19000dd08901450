// Writes docs/mesh/features.md from what each mesh says that it can do; with --check, tells whether it is up to date.
import { requireSource, writeDoc } from './generated-doc.mjs';

const { MeshFeature, POLICY_PROVIDERS, PROVIDERS } = requireSource('../lib/emit/mesh');
const { POLICIES, POLICY_NAMES } = requireSource('../lib/program');

const names = Object.keys(PROVIDERS);
const row = (cells) => `| ${cells.join(' | ')} |`;
const formatSupport = ({ level, lost }) =>
  level === 'exact' ? 'yes' : `${level === 'approximate' ? 'in part' : 'no'}: ${lost}`;

const policies = POLICY_NAMES.map((name) =>
  row([POLICIES[name].feature, ...names.map((mesh) => formatSupport(POLICY_PROVIDERS[mesh][name]))]),
);

const table = [
  row(['', ...names]),
  row(['---', ...names.map(() => '---')]),
  ...policies,
  ...Object.values(MeshFeature).map((feature) =>
    row([feature, ...names.map((name) => formatSupport(PROVIDERS[name][feature]))]),
  ),
];

const text = `# What each mesh can do

<!-- Made by \`node scripts/features-doc.mjs\` from lib/emit/mesh; do not edit. -->

"In part" gives the warning MS4002 where somebody states it, "no" the error MS4001.

${table.join('\n')}
`;

await writeDoc('docs/mesh/features.md', text, 'node scripts/features-doc.mjs');
