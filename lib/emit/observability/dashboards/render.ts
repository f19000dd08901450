import type { FoundationSdk } from './foundation-sdk';
import type { DashboardLink, DashboardStatement, Panel, PanelQuery, PlacedPanel, PlacedRow } from './panel';

const VARIABLE = 'datasource';
const DATASOURCE = { type: 'prometheus', uid: `\${${VARIABLE}}` };
const LETTERS = 26;

/** Renders Grafana's model of a dashboard as JSON with a line for each field, so that diffs are readable. */
export function dashboardJson(
  sdk: FoundationSdk,
  { uid, title, description, tags, links, rows }: DashboardStatement,
): string {
  const { dashboard } = sdk;
  // Sidecars and the operator read this model, the newer one is for Grafana's own API.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const builder = new dashboard.DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([...tags])
    .readonly()
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('1m')
    .links(links.map((link) => linkBuilder(sdk, link)))
    .withVariable(new dashboard.DatasourceVariableBuilder(VARIABLE).label('Data source').type('prometheus'));
  for (const row of rows) {
    builder.withRow(rowBuilder(sdk, row));
    for (const panel of row.panels) builder.withPanel(panelBuilder(sdk, panel));
  }
  return JSON.stringify(builder.build(), undefined, 2);
}

function linkBuilder(
  { dashboard: { DashboardLinkBuilder, DashboardLinkType } }: FoundationSdk,
  { title, uid, tags = [] }: DashboardLink,
) {
  const link = new DashboardLinkBuilder(title).keepTime(true).includeVars(true);
  return uid === undefined
    ? link
        .type(DashboardLinkType.Dashboards)
        .tags([...tags])
        .asDropdown(true)
    : link.type(DashboardLinkType.Link).icon('dashboard').url(`/d/${uid}`);
}

function rowBuilder({ dashboard: { RowBuilder } }: FoundationSdk, { id, title, at }: PlacedRow) {
  return new RowBuilder(title).id(id).gridPos(at);
}

function panelBuilder(sdk: FoundationSdk, { id, at, panel }: PlacedPanel) {
  const builder = visualization(sdk, panel)
    .id(id)
    .gridPos(at)
    .title(panel.title)
    .description(panel.description)
    .datasource(DATASOURCE)
    .unit(panel.unit)
    .targets(panel.queries.map((query, index) => queryBuilder(sdk, panel, query, index)));
  if (panel.min !== undefined) builder.min(panel.min);
  if (panel.max !== undefined) builder.max(panel.max);
  if (panel.thresholds !== undefined) builder.thresholds(thresholdsBuilder(sdk, panel.thresholds));
  return builder;
}

function visualization(sdk: FoundationSdk, panel: Panel) {
  switch (panel.visualization) {
    case 'timeseries':
      return timeseriesBuilder(sdk);
    case 'bargauge':
      return bargaugeBuilder(sdk);
    case 'table':
      return tableBuilder(sdk, panel);
  }
}

function timeseriesBuilder({ common, timeseries }: FoundationSdk) {
  return new timeseries.PanelBuilder()
    .showPoints(common.VisibilityMode.Never)
    .fillOpacity(10)
    .legend(
      new common.VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(common.LegendDisplayMode.List)
        .placement(common.LegendPlacement.Bottom),
    )
    .tooltip(
      new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending),
    );
}

function bargaugeBuilder({ bargauge, common }: FoundationSdk) {
  return new bargauge.PanelBuilder()
    .orientation(common.VizOrientation.Horizontal)
    .displayMode(common.BarGaugeDisplayMode.Basic)
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']));
}

/** Merges instant queries with equal labels into one line. Grafana names their values by the letters of the queries. */
function tableBuilder({ table }: FoundationSdk, { queries, labels = {} }: Panel) {
  const names = Object.fromEntries([
    ...Object.entries(labels),
    ...queries.map(({ legend }, index) => [`Value #${letter(index)}`, legend]),
  ]) as Record<string, string>;
  const builder = new table.PanelBuilder().withTransformation({ id: 'merge', options: {} }).withTransformation({
    id: 'organize',
    options: {
      excludeByName: { Time: true },
      indexByName: Object.fromEntries(Object.keys(names).map((name, at) => [name, at])),
      renameByName: names,
    },
  });
  for (const { legend, unit } of queries)
    if (unit !== undefined) builder.overrideByName(legend, [{ id: 'unit', value: unit }]);
  return builder;
}

function queryBuilder({ prometheus }: FoundationSdk, panel: Panel, { expr, legend }: PanelQuery, index: number) {
  const query = new prometheus.DataqueryBuilder()
    .refId(letter(index))
    .datasource(DATASOURCE)
    .expr(expr)
    .editorMode(prometheus.QueryEditorMode.Code);
  switch (panel.visualization) {
    case 'timeseries':
      return query.range().legendFormat(legend);
    case 'bargauge':
      return query.instant().legendFormat(legend);
    case 'table':
      return query.instant().format(prometheus.PromQueryFormat.Table);
  }
}

function thresholdsBuilder(
  { dashboard: { ThresholdsConfigBuilder, ThresholdsMode } }: FoundationSdk,
  thresholds: NonNullable<Panel['thresholds']>,
) {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(thresholds.map(({ from = null, color }) => ({ value: from, color })));
}

/** A, B, … Z, AA, …, as Grafana counts queries. */
function letter(index: number): string {
  const before = index < LETTERS ? '' : letter(Math.floor(index / LETTERS) - 1);
  return `${before}${String.fromCharCode(65 + (index % LETTERS))}`;
}
