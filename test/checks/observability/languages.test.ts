import {
  type AlertingOptions,
  ApplicationStack,
  Backlog,
  ClusterFacts,
  type Monitoring,
  NetworkPeer,
  Objective,
  type ObjectiveRoute,
  Platform,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  RequestMetrics,
  type RequestMetricsOptions,
} from '../../../lib';
import { RE2_REFUSES } from '../../support/re2-patterns';
import { cart, type Case, describeCode, seen } from '../cases';

const scrapers = [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } })];
const operator = (alerting: AlertingOptions = {}, address?: string) =>
  new PrometheusOperator({ selector: {}, alerting, ...(address !== undefined && { address }) });

/** A stack whose platform has a monitoring. */
function watched({ node }: ApplicationStack, monitoring: Monitoring = operator()): ApplicationStack {
  return new ApplicationStack(node.root, 'seen', {
    platform: new Platform({ observability: { monitoring }, cluster: new ClusterFacts({ scrapers }) }),
  });
}

type Said = Pick<Case, 'given' | 'fix'> & Partial<Case>;

/** A case in which a fact of the monitoring is wrong. */
function fact(name: string, bad: Monitoring, good: Monitoring, said: Said): Case {
  const program = (monitoring: Monitoring) => (stack: ApplicationStack) => {
    cart(watched(stack, monitoring));
  };
  return { name, bad: program(bad), good: program(good), path: 'seen', ...said };
}

/** A case in which a name or an expression of an application's metrics is wrong. */
function metrics(bad: Partial<RequestMetricsOptions>, good: Partial<RequestMetricsOptions>, said: Said): Case {
  const program = (options: Partial<RequestMetricsOptions>) => (stack: ApplicationStack) => {
    const names = { requests: 'requests_total', resultLabel: 'code', failures: '5..', ...options };
    cart(watched(stack), { telemetry: { requestMetrics: RequestMetrics.custom(names) } });
  };
  return { name: JSON.stringify(bad), bad: program(bad), good: program(good), path: 'seen/cart', ...said };
}

/** A case in which a route of an objective is wrong. */
function route(bad: Partial<ObjectiveRoute>, good: Partial<ObjectiveRoute>, said: Said): Case {
  const program = (stated: Partial<ObjectiveRoute>) => (stack: ApplicationStack) => {
    cart(watched(stack), {
      objectives: [Objective.availability(99.9, { route: { name: 'orders', ...stated } })],
      ports: [Port.http(8080, { servesMetrics: true })],
      telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
    });
  };
  return { name: JSON.stringify(bad), bad: program(bad), good: program(good), path: 'seen/cart', ...said };
}

/** A case in which a label of a backlog is wrong. */
function backlog(bad: string, good: string): Case {
  const program = (label: string) => (stack: ApplicationStack) => {
    const jobs = Backlog.custom('jobs', 5, { metric: 'jobs', labels: { [label]: 'mail' } });
    cart(watched(stack), { telemetry: { backlogs: [jobs] } });
  };
  return {
    name: `the label ${bad} of a backlog`,
    bad: program(bad),
    good: program(good),
    path: 'seen/cart',
    given: `a label of jobs was '${bad}'`,
    allowed: 'neither le nor quantile',
    fix: 'correct the label',
  };
}

/** A case in which a label of alerts is wrong. */
function alertLabel(bad: string, good: string): Case {
  const program = (label: string) => (stack: ApplicationStack) => {
    cart(watched(stack), { telemetry: { alerts: { labels: { [label]: 'x' } } } });
  };
  return {
    name: `the label ${bad} of alerts`,
    bad: program(bad),
    good: program(good),
    path: 'seen/cart',
    given: `the label ${bad}=x`,
    allowed: 'neither le nor quantile',
    fix: 'correct the label',
  };
}

describeCode('MS5001', [
  ...['GET\nPOST', 'GET POST', "GET' || true || '", ''].map((method) =>
    route({ methods: [method] }, { methods: ['GET', 'M-SEARCH'] }, { given: `was '${seen(method)}'`, fix: "'GET'" }),
  ),
  ...(
    [
      ['/a\nb', 'encoded with a percent sign', "state '/a%0Ab'"],
      ['/a\r', 'encoded with a percent sign', "state '/a%0D'"],
      ['/a b', 'encoded with a percent sign', "state '/a%20b'"],
      ['/a?b=c', 'neither a query nor a fragment', "state '/a'"],
      ['/a#b', 'neither a query nor a fragment', "state '/a'"],
      ['/caf\u00e9', 'encoded with a percent sign', "state '/caf%C3%A9'"],
      ['/a\u0000', 'encoded with a percent sign', 'state the path as requests have it'],
      ['/a\ud800', 'encoded with a percent sign', "state '/a'"],
    ] as const
  ).map(([path, allowed, fix]) =>
    route(
      { paths: [path] },
      { paths: ['/a', "/it's/*", '/caf%C3%A9'] },
      { given: `the path was '${seen(path)}'`, allowed, fix },
    ),
  ),
]);

describeCode('MS5003', [
  ...RE2_REFUSES.map((failures) =>
    metrics({ failures }, { failures: '5..' }, { given: `failures were '${failures}': `, allowed: 'RE2', fix: 'RE2' }),
  ),
  ...(['resultLabel', 'methodLabel', 'pathLabel'] as const).flatMap((name) =>
    ['le', 'quantile', '__name__'].map((label) =>
      metrics({ [name]: label }, { [name]: 'code' }, { given: `a label was '${label}'`, fix: 'exposes' }),
    ),
  ),
  ...(['namespaceLabel', 'nameLabel'] as const).flatMap((name) =>
    ['le', '__meta', 'a-b', 'a="b",c', 'a\n'].map((label) =>
      fact(
        `${name} ${JSON.stringify(label)}`,
        new PrometheusAnnotations({ [name]: label }),
        new PrometheusAnnotations({ [name]: 'kubernetes_namespace' }),
        { given: `${name} was '${seen(label)}'`, allowed: 'underscores', fix: 'scrape configuration' },
      ),
    ),
  ),
  fact(
    'a template in the address of runbooks',
    operator({ runbookUrl: 'https://a.example/{{ $labels.pod }}' }),
    operator({ runbookUrl: 'https://a.example/' }),
    { given: "it was 'https://a.example/{{", allowed: 'without {{', fix: 'https://runbooks' },
  ),
  fact(
    'a template in the address of Prometheus',
    operator({}, 'http://{{args.host}}:9090'),
    operator({}, 'http://prometheus.monitoring:9090'),
    { given: "it was 'http://{{", fix: 'controllers in the cluster' },
  ),
]);

describeCode('MS5102', [backlog('le', 'queue'), backlog('quantile', 'quantiles')]);

describeCode('MS5101', [alertLabel('le', 'level'), alertLabel('quantile', 'quantiles')]);
