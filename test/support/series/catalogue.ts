import type { ManifestObject } from '../manifests';
import { all } from '../manifests';
import { queriedLabels, queriedSeries } from '../promql';
import { ARGO_ROLLOUTS_METRICS, CADVISOR_METRICS, KUBE_STATE_METRICS } from './cluster';
import { ISTIO_METRICS } from './istio';

/** Labels of metrics, by name. */
export type Catalogue = Readonly<Record<string, readonly string[]>>;

/** What a cluster emits of itself, and Argo Rollouts where it runs. */
export const CLUSTER: Catalogue = { ...KUBE_STATE_METRICS, ...CADVISOR_METRICS, ...ARGO_ROLLOUTS_METRICS };

/** What Istio's proxies emit beside that. */
export const ISTIO: Catalogue = ISTIO_METRICS;

/** What the rules among some manifests record. */
export function recordedIn(manifests: readonly ManifestObject[]): Catalogue {
  const rules = all(manifests, 'PrometheusRule').flatMap(({ spec }) => spec.groups.flatMap((group) => group.rules));
  return Object.fromEntries(
    rules.filter(({ record }) => record !== undefined).map(({ record, labels }) => [record, Object.keys(labels)]),
  );
}

/** What a query asks for that nothing emits: metrics, and labels that its metrics do not have. */
export function unknownIn(query: string, catalogue: Catalogue): string[] {
  const series = queriedSeries(query);
  const missing = series.filter(({ metric }) => catalogue[metric] === undefined).map(({ metric }) => metric);
  const matched = series.flatMap(({ metric, matchers }) =>
    matchers
      .filter(({ label }) => !(catalogue[metric] ?? [label]).includes(label))
      .map(({ label }) => `${metric}{${label}}`),
  );
  const grouped = queriedLabels(query).flatMap(({ labels, metrics }) =>
    labels
      .filter((label) => !metrics.some((metric) => (catalogue[metric] ?? [label]).includes(label)))
      .map((label) => `${metrics.join('|')} by ${label}`),
  );
  return [...new Set([...missing, ...matched, ...grouped])];
}
