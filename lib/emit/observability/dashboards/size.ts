import type { DashboardStatement } from './panel';

// What Grafana's model and its indentation add to a panel and to a query, and how often and how long what was stated
// can stand in it.
const PANEL_BYTES = 4000;
const QUERY_BYTES = 1000;
const REPETITION = 6;

/** Upper bound of the bytes of a dashboard, without rendering it. */
export function largestBytes(statement: DashboardStatement): number {
  const panels = statement.rows.flatMap((row) => row.panels);
  const queries = panels.flatMap(({ panel }) => panel.queries);
  return (
    REPETITION * JSON.stringify(statement).length +
    PANEL_BYTES * (panels.length + statement.rows.length + 1) +
    QUERY_BYTES * queries.length
  );
}
