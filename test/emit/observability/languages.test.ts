import { Duration } from 'cdk8s';
import {
  App,
  ApplicationStack,
  Backlog,
  ClusterFacts,
  GrafanaConfigMaps,
  Microservice,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  Platform,
  PlatformProps,
  Port,
  PrometheusOperator,
  RequestMetrics,
} from '../../../lib';
import { find, synthesize } from '../../support/manifests';
import { promqlProblems, queriedSeries } from '../../support/promql';

// Text that Prometheus, Grafana, Flagger and Argo Rollouts would each read as something of their own.
const HOSTILE = '{{ $value }}${datasource}[[datasource]]$__interval"\\\'\n|.*';

function synthesized(props: Partial<MicroserviceProps>, platform: PlatformProps = {}) {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', {
    platform: new Platform({
      cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
      observability: {
        monitoring: new PrometheusOperator({ selector: {}, retention: Duration.days(30) }),
        dashboards: new GrafanaConfigMaps(),
      },
      ...platform,
    }),
  });
  new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(8080, { servesMetrics: true })],
    ...props,
  });
  return synthesize(app);
}

const backlogs = [Backlog.kafka(10, { consumerGroup: HOSTILE })];

test('a rule selects the text of a backlog, and its alert says it without a template', () => {
  const { groups } = find(synthesized({ telemetry: { backlogs } }), 'PrometheusRule', 'cart').spec;
  const rule = groups.flatMap(({ rules }) => rules).find(({ alert }) => alert === 'MicroserviceBacklogTooLong')!;
  expect(promqlProblems(`${rule.expr}`)).toEqual([]);
  const [series] = queriedSeries(`${rule.expr}`);
  expect(series!.matchers).toEqual([{ label: 'consumergroup', operator: '=', value: HOSTILE }]);
  const template = /\{\{(?!"\{\{"\}\}| \$value \}\} wait in)/;
  for (const text of [rule.labels.backlog, rule.annotations.summary, rule.annotations.description])
    expect(`${text}`.replaceAll('{{"{{"}}', '')).not.toMatch(template);
});

test('a dashboard shows the text of a backlog, and no variable of Grafana', () => {
  const [json] = Object.values<string>(
    find(synthesized({ telemetry: { backlogs } }), 'ConfigMap', 'cart-dashboard').data,
  );
  const { panels } = JSON.parse(json!) as { panels: { targets?: { expr: string; legendFormat: string }[] }[] };
  const targets = panels.flatMap((panel) => panel.targets ?? []);
  const target = targets.find(({ expr }) => expr.includes('kafka_consumergroup_lag'))!;
  expect(queriedSeries(target.expr)[0]!.matchers[0]!.value).toBe(HOSTILE);
  for (const text of [target.expr, target.legendFormat]) expect(text).not.toMatch(/\$[\w{]|\[\[|\{\{/);
  expect(target.legendFormat.replaceAll('\u2060', '')).toBe(`${HOSTILE}, at most 10`);
});

test('paths of an objective match as they are written', () => {
  const route = { name: 'a', methods: ['M-SEARCH'], paths: ['/a.b/(id)', '/c+d*'] };
  const manifests = synthesized({
    objectives: [Objective.availability(99, { route })],
    telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
  });
  const { groups } = find(manifests, 'PrometheusRule', 'cart').spec;
  const [recorded] = groups.flatMap(({ rules }) => rules);
  const { matchers } = queriedSeries(`${recorded!.expr}`)[0]!;
  const pattern = matchers.find(({ label }) => label === 'http_route')!.value;
  const matched = ['/a.b/(id)', '/c+d', '/c+de', '/axb/(id)', '/a.b/id', '/ccd'].filter((path) =>
    new RegExp(`^(?:${pattern})$`).test(path),
  );
  expect(matched).toEqual(['/a.b/(id)', '/c+d', '/c+de']);
});
