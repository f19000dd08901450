/** Visualization of a panel, by Grafana's plugin ids. */
export type Visualization = 'timeseries' | 'bargauge' | 'table';

/** Query of a panel. */
export interface PanelQuery {
  readonly expr: string;
  /** Legend of the result, with labels as `{{label}}`. In tables, the heading of its column. */
  readonly legend: string;
  /** Unit of its column, where a table has several. */
  readonly unit?: string;
}

/** From which value on something is of a colour. */
export interface PanelThreshold {
  /** None of the lowest. */
  readonly from?: number;
  readonly color: 'green' | 'yellow' | 'orange' | 'red';
}

/** A panel as plain data. Its position is computed. */
export interface Panel {
  readonly title: string;
  /** Description in one line: content and use of the panel. */
  readonly description: string;
  readonly visualization: Visualization;
  /** Name of one of Grafana's units. */
  readonly unit: string;
  readonly queries: readonly PanelQuery[];
  readonly min?: number;
  readonly max?: number;
  readonly thresholds?: readonly PanelThreshold[];
  /** Headings of the columns that a table makes of labels, by label. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Panel of a microservice or of a stack. Undefined where no emitted series has the data. */
export type PanelOf<Facts> = (facts: Facts) => Panel | undefined;

/** Panels under one heading. */
export interface RowOf<Facts> {
  readonly title: string;
  readonly panels: readonly PanelOf<Facts>[];
}

/** A dashboard before it becomes Grafana's model. */
export interface DashboardStatement {
  /** Identity within Grafana, by which others link to it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly links: readonly DashboardLink[];
  readonly rows: readonly PlacedRow[];
}

/** A way to other dashboards: to one by its uid, or to all that have some tags. */
export interface DashboardLink {
  readonly title: string;
  readonly uid?: string;
  readonly tags?: readonly string[];
}

/** Position in the 24 columns of Grafana's grid. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A panel, its number and its place. */
export interface PlacedPanel {
  readonly id: number;
  readonly at: GridPosition;
  readonly panel: Panel;
}

/** A heading, its number and its place, and the panels below it. */
export interface PlacedRow {
  readonly id: number;
  readonly at: GridPosition;
  readonly title: string;
  readonly panels: readonly PlacedPanel[];
}
