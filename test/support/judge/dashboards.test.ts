import { find } from '../manifests';
import { fullShop } from '../../emit/observability/dashboards/program';

type Json = Record<string, any>;

const valid = find(fullShop().written(), 'ConfigMap', 'checkout-dashboard') as unknown as Json;
const [file, text] = Object.entries(valid.data as Record<string, string>)[0]!;

/** Problems of a dashboard after a mutation. */
function problemsOf(spoil: (dashboard: Json) => void): string[] {
  const dashboard = JSON.parse(text) as Json;
  spoil(dashboard);
  return manifestJudge
    .judge({ ...valid, data: { [file]: JSON.stringify(dashboard) } })
    .map(({ path, message }) => `${path.replace(`/data/${file}`, '')}: ${message}`);
}

test('a dashboard that the library makes is valid', () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

test.each<[string, (dashboard: Json) => void, string]>([
  [
    'an unknown field of the dashboard',
    (dashboard) => {
      dashboard.titel = 'x';
    },
    '/titel: unknown field',
  ],
  [
    'a title that is no text',
    (dashboard) => {
      dashboard.title = 1;
    },
    '/title: must be string',
  ],
  [
    'tags that are no list',
    (dashboard) => {
      dashboard.tags = 'shop';
    },
    '/tags: must be array',
  ],
  [
    'an unknown kind of variable',
    (dashboard) => {
      dashboard.templating.list[0].type = 'source';
    },
    '/templating/list/0/type: must be one of ',
  ],
  [
    'a link without tags',
    (dashboard) => {
      delete dashboard.links[0].tags;
    },
    "/links/0: must have required property 'tags'",
  ],
  [
    'a row with options',
    (dashboard) => {
      dashboard.panels[0].options = {};
    },
    '/panels/0/options: unknown field',
  ],
  [
    'a row without panels',
    (dashboard) => {
      delete dashboard.panels[0].panels;
    },
    "/panels/0: must have required property 'panels'",
  ],
  [
    'an unknown plugin',
    (dashboard) => {
      dashboard.panels[1].type = 'graph';
    },
    '/panels/1/type: must be one of bargauge, table, timeseries',
  ],
  [
    'a place that is none',
    (dashboard) => {
      dashboard.panels[1].gridPos.w = '6';
    },
    '/panels/1/gridPos/w: must be number',
  ],
  [
    'an unknown option of the plugin',
    (dashboard) => {
      dashboard.panels[1].options.legends = {};
    },
    '/panels/1/options/legends: unknown field',
  ],
  [
    'an option of another type',
    (dashboard) => {
      dashboard.panels[1].options.legend.placement = 'below';
    },
    '/panels/1/options/legend/placement: must be one of bottom, right',
  ],
  [
    'an unknown field of the lines',
    (dashboard) => {
      dashboard.panels[1].fieldConfig.defaults.custom.opacity = 1;
    },
    '/panels/1/fieldConfig/defaults/custom/opacity: unknown field',
  ],
  [
    'a unit that is no text',
    (dashboard) => {
      dashboard.panels[1].fieldConfig.defaults.unit = 1;
    },
    '/panels/1/fieldConfig/defaults/unit: must be string',
  ],
  [
    'a query of another data source',
    (dashboard) => {
      dashboard.panels[1].targets[0].rawSql = 'x';
    },
    '/panels/1/targets/0/rawSql: unknown field',
  ],
  [
    'a query without an expression',
    (dashboard) => {
      delete dashboard.panels[1].targets[0].expr;
    },
    "/panels/1/targets/0: must have required property 'expr'",
  ],
])('%s is refused', (_, spoil, problem) => {
  expect(problemsOf(spoil)).toEqual([expect.stringContaining(problem)]);
});

test('what is no JSON is refused, in an object of the operator too', () => {
  const manifest = {
    apiVersion: 'grafana.integreatly.org/v1beta1',
    kind: 'GrafanaDashboard',
    metadata: { name: 'cart' },
    spec: { instanceSelector: {}, json: '{' },
  };
  expect(manifestJudge.judge(manifest)).toEqual([
    { path: '/spec/json', message: expect.stringContaining('is no JSON') },
  ]);
  expect(manifestJudge.judge({ ...manifest, spec: { ...manifest.spec, json: text } })).toEqual([]);
});
