import { checkSchema, ClosedSchema } from './closed-schema';
import { GRAFANA_PACKAGE, GRAFANA_PANELS } from './grafana-types';
import { Problem } from './problem';

interface Manifest {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly json?: string };
}

type Json = Record<string, any>;

/** Problems of the dashboards in a manifest against Grafana's model: ConfigMaps with JSON files that have panels. */
export function dashboardProblems(manifest: unknown, schema: ClosedSchema): Problem[] {
  const { kind, data = {}, spec } = manifest as Manifest;
  if (kind === 'GrafanaDashboard') return spec?.json === undefined ? [] : inText(spec.json, '/spec/json', schema);
  if (kind !== 'ConfigMap') return [];
  return Object.entries(data)
    .filter(([file, text]) => file.endsWith('.json') && text.includes('"schemaVersion"'))
    .flatMap(([file, text]) => inText(text, `/data/${file}`, schema));
}

function inText(text: string, path: string, schema: ClosedSchema): Problem[] {
  let dashboard: Json;
  try {
    dashboard = JSON.parse(text) as Json;
  } catch (error) {
    return [{ path, message: `is no JSON: ${(error as Error).message}` }];
  }
  return inDashboard(dashboard, path, schema);
}

/** Panels are judged by their plugins: the model itself takes any options, and panels and rows for one another. */
function inDashboard({ panels = [], ...dashboard }: Json, path: string, schema: ClosedSchema): Problem[] {
  const as = (value: unknown, at: string, type: string) =>
    checkSchema(value, schema.types[`${GRAFANA_PACKAGE}/${type}`]!, schema.definitions).map((problem) => ({
      ...problem,
      path: `${at}${problem.path}`,
    }));
  const inPanel = (panel: Json, at: string): Problem[] => {
    const { type, targets = [], options, fieldConfig } = panel;
    if (type === 'row')
      return [
        ...as(panel, at, 'dashboard#RowPanel'),
        ...(panel.panels ?? []).flatMap((below: Json, index: number) => inPanel(below, `${at}/panels/${index}`)),
      ];
    if (!GRAFANA_PANELS.includes(type))
      return [{ path: `${at}/type`, message: `must be one of ${GRAFANA_PANELS.join(', ')}` }];
    const custom = fieldConfig?.defaults?.custom;
    return [
      ...as(panel, at, 'dashboard#Panel'),
      ...as(options, `${at}/options`, `${type}#Options`),
      ...(custom === undefined || type === 'bargauge'
        ? []
        : as(custom, `${at}/fieldConfig/defaults/custom`, `${type}#FieldConfig`)),
      ...targets.flatMap((target: Json, index: number) => as(target, `${at}/targets/${index}`, 'prometheus#Dataquery')),
    ];
  };
  return [
    ...as(dashboard, path, 'dashboard#Dashboard'),
    ...panels.flatMap((panel: Json, index: number) => inPanel(panel, `${path}/panels/${index}`)),
  ];
}
