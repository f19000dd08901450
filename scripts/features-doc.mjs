// Writes docs/mesh/features.md from what each mesh says that it can do; with --check, tells whether it is up to date.
import { requireSource, writeDoc } from './generated-doc.mjs';

const { MeshFeature, POLICY_PROVIDERS, PROVIDERS } = requireSource('../lib/emit/mesh');
const { WAYS_IN, WayInFeature } = requireSource('../lib/emit/ways-in');
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

const ways = Object.keys(WAYS_IN);
const waysTable = [
  row(['', ...ways]),
  row(['---', ...ways.map(() => '---')]),
  ...Object.values(WayInFeature).map((feature) =>
    row([feature, ...ways.map((name) => formatSupport(WAYS_IN[name][feature]))]),
  ),
];

const text = `# What each mesh can do

<!-- Made by \`node scripts/features-doc.mjs\` from lib/emit/mesh; do not edit. -->

"In part" gives the warning MS4002 where somebody states it, "no" the error MS4001.

${table.join('\n')}

# What each way in can do

With all facts of the platform stated, and Gateway API 1.7. "In part" gives the warning MS2051 where an exposure needs
it, "no" the error MS2050. The ingress gateway of IstioMesh, which is the way in of a mesh that states none, is in
[exposure](exposure.md).

${waysTable.join('\n')}
`;

await writeDoc('docs/mesh/features.md', text, 'node scripts/features-doc.mjs');
