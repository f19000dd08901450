import type { Problem } from '../../../errors';
import type { DashboardStatement } from './panel';

/** Kubernetes refuses ConfigMaps whose data are larger: https://kubernetes.io/docs/concepts/configuration/configmap/ */
const MOST_BYTES = 1024 * 1024;

// What Grafana's model and its indentation add to a panel and to a query, and how often and how long what was stated
// can stand in it.
const PANEL_BYTES = 4000;
const QUERY_BYTES = 1000;
const REPETITION = 6;

/**
 * Problem of a dashboard that is larger than a ConfigMap may be.
 *
 * It is rendered for this check only where that size is possible.
 */
export function sizeProblems(statement: DashboardStatement, json: () => string): Problem[] {
  if (largest(statement) <= MOST_BYTES) return [];
  const bytes = new TextEncoder().encode(json()).length;
  return bytes <= MOST_BYTES
    ? []
    : [
        {
          code: 'MS5204',
          message: `the dashboard ${statement.title} is too large`,
          given: `it had ${bytes} bytes`,
          allowed: `${MOST_BYTES} bytes or fewer`,
          fix: 'state fewer backlogs and objectives in one microservice, or divide the stack',
        },
      ];
}

function largest(statement: DashboardStatement): number {
  const panels = statement.rows.flatMap((row) => row.panels);
  const queries = panels.flatMap(({ panel }) => panel.queries);
  return (
    REPETITION * JSON.stringify(statement).length +
    PANEL_BYTES * (panels.length + statement.rows.length + 1) +
    QUERY_BYTES * queries.length
  );
}
