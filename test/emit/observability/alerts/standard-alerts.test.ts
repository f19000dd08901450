import { Duration } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Backlog, CertificateExporter, Microservice, Scaling } from '../../../../lib';
import { promqlProblems, queriedLabels, queriedSeries } from '../../../support/promql';
import { standardAlertCases } from '../../../conformance/suites/prometheus/standard-alerts';
import { ARGO_ROLLOUTS_METRICS } from '../../../support/series/cluster';
import { serve, shopOn } from '../program';
import { everything, namesOf, PLATFORM, rulesOf, web } from './program';

/** Labels of each metric, as its exporter writes them. */
const STATE = ['namespace', 'pod', 'container', 'uid'];
const DEPLOYMENT = ['namespace', 'deployment'];
const AUTOSCALER = ['namespace', 'horizontalpodautoscaler'];
const BUDGET = ['namespace', 'poddisruptionbudget'];
const LABELS: Readonly<Record<string, readonly string[]>> = {
  kube_deployment_spec_replicas: DEPLOYMENT,
  kube_deployment_status_replicas_ready: DEPLOYMENT,
  kube_deployment_status_condition: [...DEPLOYMENT, 'condition', 'status', 'reason'],
  kube_pod_container_status_waiting_reason: [...STATE, 'reason'],
  kube_pod_init_container_status_waiting_reason: [...STATE, 'reason'],
  kube_pod_container_status_last_terminated_reason: [...STATE, 'reason'],
  kube_pod_init_container_status_last_terminated_reason: [...STATE, 'reason'],
  kube_pod_container_status_restarts_total: STATE,
  kube_pod_init_container_status_restarts_total: STATE,
  kube_horizontalpodautoscaler_status_desired_replicas: AUTOSCALER,
  kube_horizontalpodautoscaler_spec_max_replicas: AUTOSCALER,
  kube_horizontalpodautoscaler_status_condition: [...AUTOSCALER, 'condition', 'status'],
  kube_poddisruptionbudget_status_pod_disruptions_allowed: BUDGET,
  kube_poddisruptionbudget_status_expected_pods: BUDGET,
  container_cpu_cfs_periods_total: ['namespace', 'pod', 'container', 'id', 'image', 'name'],
  container_cpu_cfs_throttled_periods_total: ['namespace', 'pod', 'container', 'id', 'image', 'name'],
  certmanager_certificate_expiration_timestamp_seconds: [
    'name',
    'namespace',
    'issuer_name',
    'issuer_kind',
    'issuer_group',
    'exported_namespace',
  ],
  x509_cert_not_after: ['secret_name', 'secret_namespace', 'secret_key', 'subject_CN', 'issuer_CN', 'serial_number'],
  ...ARGO_ROLLOUTS_METRICS,
  kafka_consumergroup_lag: ['consumergroup', 'topic', 'partition'],
  kubelet_volume_stats_available_bytes: ['namespace', 'persistentvolumeclaim'],
  kubelet_volume_stats_capacity_bytes: ['namespace', 'persistentvolumeclaim'],
};

const ALL = [
  'MicroserviceNoReadyReplicas',
  'MicroserviceCrashLooping',
  'MicroserviceOutOfMemory',
  'MicroserviceCpuThrottled',
  'MicroserviceRolloutStuck',
  'MicroserviceAutoscalerAtMax',
  'MicroserviceDisruptionsBlocked',
  'MicroserviceCertificateExpiring',
  'MicroserviceBacklogTooLong',
  'MicroserviceVolumeFilling',
];

const exprsOf = (microservice: Microservice, alert: string, certificates = CertificateExporter.CERT_MANAGER) =>
  rulesOf(microservice, { certificates })
    .filter((rule) => rule.alert === alert)
    .map(({ expr }) => expr);
const forOf = (microservice: Microservice, alert: string) =>
  rulesOf(microservice).find((rule) => rule.alert === alert)?.for;

test('every alert is one that Prometheus accepts', () => {
  for (const { expr } of [
    ...rulesOf(everything()),
    ...rulesOf(everything(), { certificates: CertificateExporter.X509 }),
  ])
    expect([expr, promqlProblems(expr)]).toEqual([expr, []]);
});

test('alerts ask for series and labels that exporters write', () => {
  for (const { expr } of [
    ...rulesOf(everything()),
    ...rulesOf(everything(), { certificates: CertificateExporter.X509 }),
  ]) {
    for (const { metric, matchers } of queriedSeries(expr))
      expect([metric, matchers.filter(({ label }) => !LABELS[metric]?.includes(label))]).toEqual([metric, []]);
    for (const { labels, metrics } of queriedLabels(expr))
      for (const metric of metrics) expect(labels.filter((label) => !LABELS[metric]?.includes(label))).toEqual([]);
  }
});

test("what is aggregated leaves no label of the exporter's own", () => {
  const kept = rulesOf(everything()).flatMap(({ expr }) => queriedLabels(expr).flatMap(({ labels }) => labels));
  expect([...new Set(kept)].sort()).toEqual(['container', 'partition', 'persistentvolumeclaim', 'pod', 'topic']);
  for (const { expr } of rulesOf(everything())) expect(expr).toMatch(/^(max|min|count|sum)[ (]/);
});

test('an alert says what is wrong, why it matters and what to do', () => {
  for (const { alert, annotations } of rulesOf(everything())) {
    expect([alert, annotations.summary]).toEqual([alert, expect.stringMatching(/^[A-Z].{15,90}[^.]$/)]);
    expect([alert, annotations.description]).toEqual([alert, expect.stringMatching(/shop\/web[^]{80,}\.$/)]);
  }
});

test('there are few: five rules for a microservice, twelve where every alert applies', () => {
  expect(rulesOf(web())).toHaveLength(5);
  expect(rulesOf(everything())).toHaveLength(12);
});

test('pages are for what callers notice or nobody else would', () => {
  const pages = rulesOf(everything())
    .filter(({ labels }) => labels.severity === 'critical')
    .map(({ alert }) => alert);
  expect(pages).toEqual([
    'MicroserviceNoReadyReplicas',
    'MicroserviceCertificateExpiring',
    'MicroserviceBacklogTooLong',
    'MicroserviceVolumeFilling',
  ]);
});

test('every alert has samples that it fires for and samples that it does not', () => {
  const cases = standardAlertCases({
    namespace: 'shop',
    name: 'web',
    gateway: 'istio-ingress',
    secret: 'web-tls',
    consumerGroup: 'web',
    claim: 'uploads',
  });
  expect(Object.keys(cases)).toEqual(ALL);
  expect(namesOf(everything())).toEqual(ALL);
  for (const [alert, all] of Object.entries(cases))
    expect([alert, all.some(({ fires }) => fires), all.some(({ fires }) => !fires)]).toEqual([alert, true, true]);
});

test('an alert is only there where it applies', () => {
  const always = [
    'MicroserviceNoReadyReplicas',
    'MicroserviceCrashLooping',
    'MicroserviceOutOfMemory',
    'MicroserviceRolloutStuck',
  ];
  expect(namesOf(web({ scaling: Scaling.fixed(1) }))).toEqual(always);
  expect(namesOf(web())).toEqual([...always, 'MicroserviceDisruptionsBlocked']);
  expect(namesOf(web({ scaling: Scaling.fixed(1), resources: { cpu: { limit: Cpu.units(1) } } }))).toContain(
    'MicroserviceCpuThrottled',
  );
  expect(namesOf(web({ scaling: Scaling.onCpu({ min: 2, max: 3 }) }))).toContain('MicroserviceAutoscalerAtMax');
  expect(namesOf(web({ scaling: Scaling.onCpu({ min: 3, max: 3 }) }))).not.toContain('MicroserviceAutoscalerAtMax');
  expect(namesOf(web({ lifecycle: { disruptionBudget: false } }))).not.toContain('MicroserviceDisruptionsBlocked');
});

test('a certificate is watched where a gateway ends TLS', () => {
  const plain = web();
  plain.expose({ host: 'web.example.com', public: true });
  expect(namesOf(plain)).not.toContain('MicroserviceCertificateExpiring');
  const balanced = web({}, { observability: PLATFORM.observability! });
  balanced.expose({ host: 'web.example.com', tlsSecret: 'web-tls', public: true });
  expect(namesOf(balanced)).not.toContain('MicroserviceCertificateExpiring');
});

test("each Secret is watched once, for both urgencies, in the gateway's namespace", () => {
  const microservice = everything();
  microservice.expose({ host: 'www.example.com', tlsSecret: 'web-tls', public: true });
  microservice.expose({ host: 'shop.example.com', tlsSecret: 'shop-tls', public: true });
  const rules = rulesOf(microservice).filter(({ alert }) => alert === 'MicroserviceCertificateExpiring');
  expect(rules.map(({ labels: { secret, severity } }) => [secret, severity])).toEqual([
    ['shop-tls', 'warning'],
    ['shop-tls', 'critical'],
    ['web-tls', 'warning'],
    ['web-tls', 'critical'],
  ]);
  expect(exprsOf(everything(), 'MicroserviceCertificateExpiring', CertificateExporter.X509)).toEqual(
    [604800, 86400].map(
      (seconds) =>
        'min(x509_cert_not_after{secret_namespace="istio-ingress",secret_name="web-tls",secret_key!="ca.crt"}) - ' +
        `time() < ${seconds}`,
    ),
  );
});

test('throttling is looked for in containers with a limit, and not in those that end before the start', () => {
  const limit = { resources: { cpu: { limit: Cpu.units(1) } } };
  const microservice = web({
    pod: {
      initContainers: [{ name: 'migrate', image: 'acme/web:1.4.2', ...limit }],
      containers: [
        { name: 'cache', image: 'acme/cache:1', ...limit },
        { name: 'agent', image: 'acme/agent:1' },
      ],
    },
    ...limit,
  });
  const [expr] = exprsOf(microservice, 'MicroserviceCpuThrottled');
  expect(queriedSeries(expr!).map(({ matchers }) => matchers.find(({ label }) => label === 'container'))).toEqual(
    [1, 2].map(() => ({ label: 'container', operator: '=~', value: 'cache|web' })),
  );
});

test('every backlog has an alert of its own', () => {
  const microservice = web({
    telemetry: {
      backlogs: [
        Backlog.kafka(1000, { consumerGroup: 'web', topic: 'orders' }),
        Backlog.custom('{{ jobs }}', 20, { metric: 'jobs', labels: { queue: 'web' } }),
      ],
    },
  });
  const rules = rulesOf(microservice).filter(({ alert }) => alert === 'MicroserviceBacklogTooLong');
  expect(rules.map(({ expr }) => expr)).toEqual([
    'sum(max by (topic, partition) (kafka_consumergroup_lag{consumergroup="web",topic="orders"})) > 1000',
    'max(jobs{queue="web"}) > 20',
  ]);
  // Prometheus would look for a template in it.
  expect(rules.map(({ labels }) => labels.backlog)).toEqual(['web-orders', '{{"{{"}} jobs }}']);
});

test('a start that takes longer is waited for', () => {
  expect(forOf(web(), 'MicroserviceNoReadyReplicas')).toBe('4m');
  expect(forOf(web({ lifecycle: { startupTime: Duration.minutes(10) } }), 'MicroserviceNoReadyReplicas')).toBe('13m');
  expect(forOf(web(), 'MicroserviceDisruptionsBlocked')).toBe('60m');
  expect(forOf(web({ lifecycle: { startupTime: Duration.minutes(30) } }), 'MicroserviceDisruptionsBlocked')).toBe(
    '121m',
  );
});

test('alerts of microservices with names in common ask for no series of one another', () => {
  const stack = shopOn(PLATFORM);
  const [cart, store] = ['cart', 'cart-store'].map((name) =>
    serve(stack, name, { resources: { cpu: { limit: Cpu.units(1) } }, scaling: Scaling.onCpu({ max: 5 }) }),
  );
  const labelsOf = (name: string) => ({
    namespace: 'shop',
    deployment: name,
    horizontalpodautoscaler: name,
    poddisruptionbudget: name,
    container: name,
    pod: `${name}-5d4f8c7b96-x7z2k`,
  });
  const selected = (asking: Microservice, name: string) =>
    rulesOf(asking)
      .flatMap(({ expr }) => queriedSeries(expr))
      .map(({ matchers }) =>
        matchers
          .filter(({ label }) => label in labelsOf(name))
          .every(({ label, operator, value }) =>
            operator === '='
              ? labelsOf(name)[label as 'pod'] === value
              : new RegExp(`^(?:${value})$`).test(labelsOf(name)[label as 'pod']),
          ),
      );
  expect([...new Set(selected(cart!, 'cart'))]).toEqual([true]);
  expect([...new Set(selected(store!, 'cart-store'))]).toEqual([true]);
  expect([...new Set([...selected(cart!, 'cart-store'), ...selected(store!, 'cart')])]).toEqual([false]);
});
