import type { ManifestObject } from '../manifests';
import { all } from '../manifests';
import { queriedLabels, queriedSeries } from '../promql';
import { ARGO_ROLLOUTS_METRICS, CADVISOR_METRICS, KUBE_STATE_METRICS, KUBELET_METRICS } from './cluster';
import { ISTIO_METRICS } from './istio';

/** Labels of metrics, by name. */
export type Catalogue = Readonly<Record<string, readonly string[]>>;

/** Series of a cluster itself, and of Argo Rollouts where it runs. */
export const CLUSTER: Catalogue = {
  ...KUBE_STATE_METRICS,
  ...KUBELET_METRICS,
  ...CADVISOR_METRICS,
  ...ARGO_ROLLOUTS_METRICS,
};

/** Series of Istio's proxies. */
export const ISTIO: Catalogue = ISTIO_METRICS;

/** Series that the rules among the manifests record. */
export function recordedIn(manifests: readonly ManifestObject[]): Catalogue {
  const rules = all(manifests, 'PrometheusRule').flatMap(({ spec }) => spec.groups.flatMap((group) => group.rules));
  return Object.fromEntries(
    rules.filter(({ record }) => record !== undefined).map(({ record, labels }) => [record, Object.keys(labels)]),
  );
}

/** Metrics and labels of a query that no exporter has. */
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
