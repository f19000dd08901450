import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import { inWordsOfHttp, meshRoutes, DeploymentWorkload, requestPorts } from '../../../program';
import { ObjectiveRoute, Protocol } from '../../../values';
import { ROUTE_TAG } from './series';

type Spec = NonNullable<ITelemetry['spec']>;

/** The metrics that objectives read. */
const METRICS = ['REQUEST_COUNT', 'REQUEST_DURATION'] as const;

/** Value of the tag for requests of no route. */
const OTHER = 'other';

/**
 * A tag on the metrics of a microservice's own proxies that says which route of its objectives a request was of; the
 * first that fits counts.
 */
export function routeTagsSpec(facts: DeploymentWorkload): Spec {
  const isGrpc = requestPorts(facts.ports).every(({ protocol }) => protocol === Protocol.GRPC);
  const value =
    meshRoutes(facts)
      .map((route) => `${condition(route, isGrpc)} ? ${literal(route.name)} : `)
      .join('') + literal(OTHER);
  return {
    selector: { matchLabels: { ...facts.podSelector } },
    metrics: [
      {
        // Istio's own provider; without the name, the overrides would have no effect where the mesh states its default
        // otherwise.
        providers: [{ name: 'prometheus' }],
        overrides: METRICS.map((metric) => ({
          match: { metric, mode: 'SERVER' as const },
          tagOverrides: { [ROUTE_TAG]: { operation: 'UPSERT' as const, value } },
        })),
      },
    ],
  };
}

/** In CEL, over the attributes of Envoy. */
function condition(route: ObjectiveRoute, isGrpc: boolean): string {
  const { methods = [], paths = [] } = inWordsOfHttp(route, isGrpc);
  const alternatives = [methods.map((method) => `request.method == ${literal(method)}`), paths.map(pathCondition)]
    .filter((all) => all.length > 0)
    .map((all) => (all.length === 1 ? all[0]! : `(${all.join(' || ')})`));
  return alternatives.length === 0 ? 'true' : alternatives.join(' && ');
}

function pathCondition(path: string): string {
  // Without the query, which a path has behind a question mark.
  if (path.startsWith('*')) return `request.url_path.endsWith(${literal(path.slice(1))})`;
  return path.endsWith('*')
    ? `request.url_path.startsWith(${literal(path.slice(0, -1))})`
    : `request.url_path == ${literal(path)}`;
}

function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
