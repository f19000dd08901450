import { UpstreamType } from './upstream-kinds';

/** The package whose types are those of Grafana's model. */
export const GRAFANA_PACKAGE = '@grafana/grafana-foundation-sdk';

/** The plugins that may draw panels; another one in a dashboard is refused until it stands here. */
export const GRAFANA_PANELS: readonly string[] = ['bargauge', 'table', 'timeseries'];

const of = (module: string, types: readonly string[]) =>
  types.map((type): UpstreamType => ({ type, module: `${GRAFANA_PACKAGE}/${module}` }));

/** Types of all that a dashboard is made of; what plugins add to it is `any` in Grafana's own. */
export const GRAFANA_TYPES: readonly UpstreamType[] = [
  ...of('dashboard', ['Dashboard', 'Panel', 'RowPanel']),
  ...of('prometheus', ['Dataquery']),
  ...GRAFANA_PANELS.flatMap((panel) => of(panel, panel === 'bargauge' ? ['Options'] : ['Options', 'FieldConfig'])),
];
