import * as fs from 'node:fs';
import * as path from 'node:path';
import type { ManifestObject } from '../../support/manifests';
import { manifestsFor } from './boutique';

interface SelectingSpec {
  readonly selector?: Selector;
  readonly podSelector?: Selector;
  readonly workloadSelector?: { readonly labels: Readonly<Record<string, string>> };
}

type Selector = { readonly matchLabels?: Readonly<Record<string, string>> } | Readonly<Record<string, string>>;

// Names and selectors are public API: a line that changes or goes is a breaking change of the library.
test.each([
  ['production', 'online-boutique-names'],
  ['istio', 'online-boutique-istio-names'],
  ['flagger', 'online-boutique-flagger-names'],
] as const)('names and selectors of %s are those of the golden list %s', (environment, list) => {
  const golden = fs.readFileSync(path.join(__dirname, `../../golden/${list}.txt`), 'utf8');
  expect(manifestsFor(environment).map(line).sort()).toEqual(golden.trimEnd().split('\n'));
});

function line({ kind, metadata: { namespace, name }, spec }: ManifestObject): string {
  const { selector, podSelector, workloadSelector } = (spec ?? {}) as SelectingSpec;
  const labels = Object.entries(labelsOf(selector ?? podSelector ?? workloadSelector?.labels))
    .map(([key, value]) => `${key}=${value}`)
    .sort();
  return [kind, namespace === undefined ? name : `${namespace}/${name}`, ...labels].join(' ');
}

/** Services, Gateways and Sidecars select by labels alone, all others by a selector. */
function labelsOf(selector: Selector = {}): Readonly<Record<string, string>> {
  return 'matchLabels' in selector
    ? (selector.matchLabels as Readonly<Record<string, string>>)
    : (selector as Readonly<Record<string, string>>);
}
