import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import { inWordsOfHttp, meshRoutes, DeploymentWorkload, requestPorts } from '../../../program';
import { celString, ObjectiveRoute, Protocol } from '../../../values';
import { ROUTE_TAG } from './series';

type Spec = NonNullable<ITelemetry['spec']>;

/** Metrics that objectives read. */
const METRICS = ['REQUEST_COUNT', 'REQUEST_DURATION'] as const;

/** Value of the tag for requests outside of all routes. */
const OTHER = 'other';

/**
 * Tag on the metrics of a microservice's own proxies with the objective's route of a request. The first match counts.
 */
export function routeTags(facts: DeploymentWorkload): NonNullable<Spec['metrics']> {
  const isGrpc = requestPorts(facts.ports).every(({ protocol }) => protocol === Protocol.GRPC);
  const value =
    meshRoutes(facts)
      .map((route) => `${condition(route, isGrpc)} ? ${celString(route.name)} : `)
      .join('') + celString(OTHER);
  return [
    {
      // Istio's own provider. Without its name, the overrides have no effect where the mesh sets another default.
      providers: [{ name: 'prometheus' }],
      overrides: METRICS.map((metric) => ({
        match: { metric, mode: 'SERVER' as const },
        tagOverrides: { [ROUTE_TAG]: { operation: 'UPSERT' as const, value } },
      })),
    },
  ];
}

/** CEL expression over Envoy's attributes. */
function condition(route: ObjectiveRoute, isGrpc: boolean): string {
  const { methods = [], paths = [] } = inWordsOfHttp(route, isGrpc);
  const alternatives = [methods.map((method) => `request.method == ${celString(method)}`), paths.map(pathCondition)]
    .filter((all) => all.length > 0)
    .map((all) => (all.length === 1 ? all[0]! : `(${all.join(' || ')})`));
  return alternatives.length === 0 ? 'true' : alternatives.join(' && ');
}

function pathCondition(path: string): string {
  // Drops the query, which follows the path after a question mark.
  if (path.startsWith('*')) return `request.url_path.endsWith(${celString(path.slice(1))})`;
  return path.endsWith('*')
    ? `request.url_path.startsWith(${celString(path.slice(0, -1))})`
    : `request.url_path == ${celString(path)}`;
}
