import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { Rule } from './rule-files';
import { BURN_WINDOWS, tolerated } from './windows';

const CRASHES = '{namespace="shop",pod=~"checkout-[a-z0-9]+-[a-z0-9]+",reason="CrashLoopBackOff"}';

const IDENTITY = { namespace: 'shop', microservice: 'checkout' };
const DAYS = 30;
const FEWEST = 5;

/** Rules of two objectives and three standard alerts, written by hand, with which nothing is wrong. */
export const PLANTED: KubernetesObject = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'checkout', namespace: 'shop' },
  spec: {
    groups: [
      { name: 'shop/checkout/objectives', interval: '30s', rules: [...availability(), ...latency()] },
      {
        name: 'shop/checkout/alerts',
        rules: [
          standard(
            'MicroserviceNoReadyReplicas',
            'max(kube_deployment_spec_replicas{namespace="shop",deployment="checkout"}) > 0 and ' +
              'max(kube_deployment_status_replicas_ready{namespace="shop",deployment="checkout"}) == 0',
            '5m',
          ),
          standard(
            'MicroserviceCrashLooping',
            `max_over_time(kube_pod_container_status_waiting_reason${CRASHES}[10m]) > 0 or ` +
              `max_over_time(kube_pod_init_container_status_waiting_reason${CRASHES}[10m]) > 0`,
            '15m',
          ),
        ],
      },
    ],
  },
};

function availability(): Rule[] {
  const requests = 'istio_requests_total{reporter="source",destination_service="checkout.shop.svc.cluster.local"';
  return objective('availability', 99.9, [
    ['requests:rate5m', `sum(rate(${requests}}[5m]))`],
    [
      'requests_bad:rate5m',
      `(sum(rate(${requests},response_code=~"5.."}[5m])) or vector(0)) + ` +
        `(sum(rate(${requests},response_code!~"5..",grpc_response_status=~"2|4|12|13|14|15"}[5m])) or vector(0))`,
    ],
  ]);
}

function latency(): Rule[] {
  const requests = 'reporter="source",destination_service="checkout.shop.svc.cluster.local"';
  const series = (suffix: string, bound = '') => `istio_request_duration_milliseconds_${suffix}{${requests}${bound}}`;
  const labels = labelsOf('latency-250ms');
  return objective('latency-250ms', 99, [
    ['requests:rate5m', `sum(rate(${series('count')}[5m]))`],
    ['requests_good:rate5m', `sum(rate(${series('bucket', ',le=~"250(\\\\.0)?"')}[5m])) or vector(0)`],
    [
      'requests_bad:rate5m',
      `clamp_min(objective:requests:rate5m{${labels}} - objective:requests_good:rate5m{${labels}}, 0)`,
    ],
  ]);
}

function objective(name: string, percent: number, counted: readonly (readonly [string, string])[]): Rule[] {
  const labels = labelsOf(name);
  const bad = (window: string) => `sum_over_time(objective:requests_bad:rate5m{${labels}}[${window}])`;
  const windows = [...new Set(BURN_WINDOWS.flatMap(({ long, short }) => [long, short]))];
  const recorded: (readonly [string, string])[] = [
    ...counted,
    ...windows.map(
      (window) =>
        [
          `errors:ratio_rate${window}`,
          `${bad(window)} / (sum_over_time(objective:requests:rate5m{${labels}}[${window}]) > 0)`,
        ] as const,
    ),
    [
      'error_budget_left:ratio',
      `1 - ${bad(`${DAYS}d`)} / (sum_over_time(objective:requests:rate5m{${labels}}[${DAYS}d]) > 0) / ` +
        `${Number((1 - percent / 100).toPrecision(6))}`,
    ],
  ];
  return [
    ...recorded.map(([record, expr]) => ({
      record: `objective:${record}`,
      expr,
      labels: { ...IDENTITY, objective: name },
    })),
    ...BURN_WINDOWS.map((window): Rule => {
      const limit = Number(tolerated(window, percent, DAYS).toPrecision(6));
      const burns = [window.long, window.short].map(
        (each) => `objective:errors:ratio_rate${each}{${labels}} > ${limit}`,
      );
      return {
        alert: 'ErrorBudgetBurn',
        expr: `${burns.join(' and ')} and 30 * ${bad(window.long)} >= ${FEWEST}`,
        labels: {
          ...IDENTITY,
          severity: 'page',
          objective: name,
          long_window: window.long,
          short_window: window.short,
        },
        annotations: { summary: `checkout misses its objective ${name} (${percent}% over ${DAYS} days)` },
      };
    }),
  ];
}

function standard(alert: string, expr: string, time: string): Rule {
  return { alert, expr, for: time, labels: { ...IDENTITY, severity: 'page' }, annotations: { summary: alert } };
}

function labelsOf(name: string): string {
  return Object.entries({ ...IDENTITY, objective: name })
    .map(([label, value]) => `${label}="${value}"`)
    .join(',');
}
