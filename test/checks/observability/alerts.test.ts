import {
  ApplicationStack,
  Backlog,
  ClusterFacts,
  MicroserviceProps,
  NetworkPeer,
  Platform,
  PlatformProps,
} from '../../../lib';
import { EVERYTHING, PLATFORM } from '../../emit/observability/alerts/program';
import { cart, Case, describeCode, findings } from '../cases';

const CLUSTER = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });

/** A stack whose platform evaluates rules, beside the one that a case is given. */
function alerting(stack: ApplicationStack, props: PlatformProps = {}): ApplicationStack {
  return new ApplicationStack(stack.node.root, 'depot', {
    platform: new Platform({ ...PLATFORM, cluster: CLUSTER, ...props }),
  });
}

/** The microservice `cart` there. */
function stated(
  name: string,
  bad: Partial<MicroserviceProps>,
  good: Partial<MicroserviceProps>,
  said: Pick<Case, 'given' | 'fix'>,
): Case {
  return {
    name,
    path: 'depot/cart',
    bad: (stack) => cart(alerting(stack), bad),
    good: (stack) => cart(alerting(stack), good),
    ...said,
  };
}

const label = (name: string, labels: Record<string, string>, given: string, fix: string) =>
  stated(
    name,
    { telemetry: { alerts: { labels } } },
    { telemetry: { alerts: { labels: { team: 'shop' } } } },
    { given, fix },
  );

describeCode('MS5101', [
  label('a name with a dash', { 'cost-center': '12' }, 'the label cost-center=12 (microservice cart)', 'cost_center'),
  label("a name of Prometheus' own", { __team: 'shop' }, 'the label __team=shop', 'correct the label'),
  label('a label of the library', { severity: 'low' }, 'the label severity=low', 'choose another label'),
  label('a label that tells containers apart', { container: 'web' }, 'the label container=web', 'choose another label'),
  label('a template', { team: '{{ $labels.pod }}' }, 'the label team={{ $labels.pod }}', 'state the value itself'),
  label('no value', { team: '' }, 'the label team=', 'leave the label out'),
]);

const BACKLOG = Backlog.kafka(100, { consumerGroup: 'cart' });
const backlog = (name: string, bad: Backlog[], given: string, fix: string) =>
  stated(name, { telemetry: { backlogs: bad } }, { telemetry: { backlogs: [BACKLOG] } }, { given, fix });
const custom = (metric: string, labels: Record<string, string>, parts: string[] = []) => [
  Backlog.custom('jobs', 5, { metric, labels, parts }),
];

describeCode('MS5102', [
  backlog('a bound of zero', [Backlog.kafka(0, { consumerGroup: 'cart' })], 'most was 0', 'how much may wait'),
  backlog('a bound below zero', [Backlog.rabbitMq(-1, { queue: 'cart' })], 'most was -1', 'how much may wait'),
  backlog('a bound that is no number', [Backlog.sqs(NaN, { queue: 'cart' })], 'most was NaN', 'how much may wait'),
  backlog(
    'a bound without an end',
    [Backlog.nats(Infinity, { stream: 'ORDERS', consumer: 'cart' })],
    'most was Infinity',
    'how much may wait',
  ),
  backlog(
    'a selector as the metric',
    custom('jobs{queue="mail"}', { queue: 'mail' }),
    'the metric of jobs was \'jobs{queue="mail"}\'',
    'correct the metric',
  ),
  backlog(
    'a label with a dot',
    custom('jobs', { 'queue.name': 'mail' }),
    "a label of jobs was 'queue.name'",
    'correct the label',
  ),
  backlog(
    'a part with a dash',
    custom('jobs', { queue: 'mail' }, ['shard-id']),
    "a label of jobs was 'shard-id'",
    'correct the label',
  ),
  backlog(
    'an empty label',
    [Backlog.redisStream(5, { stream: 'orders', group: '' })],
    "group of orders- was ''",
    'state the value',
  ),
  backlog('no label', custom('jobs', {}), 'its metric jobs had no labels', 'state the labels'),
  backlog(
    'no name',
    [Backlog.custom('', 5, { metric: 'jobs', labels: { queue: 'mail' } })],
    'its metric was jobs',
    'state a name',
  ),
  backlog(
    'one name for two',
    [BACKLOG, Backlog.rabbitMq(5, { queue: 'cart' })],
    "'cart' stands for 2 of them",
    'Backlog.custom',
  ),
]);

const idle = (alert: string, given: string, fix: string) =>
  stated(
    alert,
    { telemetry: { alerts: { [alert]: true } }, lifecycle: { disruptionBudget: false } },
    { telemetry: { alerts: { [alert]: true } }, ...EVERYTHING },
    { given, fix },
  );

describeCode('MS5103', [
  idle(
    'cpuThrottled',
    'alerts.cpuThrottled was true, without a container with a CPU limit',
    'or leave alerts.cpuThrottled out',
  ),
  idle(
    'autoscalerAtMax',
    'alerts.autoscalerAtMax was true, without an autoscaler whose max is above its min',
    'or leave alerts.autoscalerAtMax out',
  ),
  idle(
    'disruptionsBlocked',
    'alerts.disruptionsBlocked was true, without a disruption budget',
    'or leave alerts.disruptionsBlocked out',
  ),
  idle('volumeFilling', 'alerts.volumeFilling was true, without a claim', 'or leave alerts.volumeFilling out'),
  idle('backlogTooLong', 'alerts.backlogTooLong was true, without a backlog', 'or leave alerts.backlogTooLong out'),
  {
    name: 'certificateExpiring',
    path: 'depot/cart',
    given: 'alerts.certificateExpiring was true, without an exposure with a tlsSecret through a gateway',
    fix: 'or leave alerts.certificateExpiring out',
    bad: (stack) =>
      cart(alerting(stack), { telemetry: { alerts: { certificateExpiring: true } } }).expose({
        host: 'cart.example.com',
        public: true,
      }),
    good: (stack) =>
      cart(alerting(stack), { telemetry: { alerts: { certificateExpiring: true } } }).expose({
        host: 'cart.example.com',
        tlsSecret: 'cart-tls',
        public: true,
      }),
  },
  {
    name: 'an alert where nothing evaluates rules',
    given: 'alerts.outOfMemory was true, the monitoring was',
    fix: 'state the monitoring of the platform',
    bad: (stack) => cart(stack, { telemetry: { alerts: { outOfMemory: true } } }),
    good: (stack) => cart(stack, { telemetry: { alerts: { outOfMemory: false } } }),
  },
  {
    name: 'a backlog where nothing evaluates rules',
    given: 'backlogs were cart, the monitoring was',
    fix: 'state the monitoring of the platform',
    bad: (stack) => cart(stack, { telemetry: { backlogs: [BACKLOG] } }),
    good: (stack) => cart(alerting(stack), { telemetry: { backlogs: [BACKLOG] } }),
  },
]);

test('an alert that a platform or stack switches on means: where it applies', () => {
  const found = findings((stack) => {
    const { node } = alerting(stack, { defaults: { telemetry: { alerts: { cpuThrottled: true } } } });
    cart(node.scope!.node.findChild('depot'));
  });
  expect(found.filter(({ code }) => code === 'MS5103')).toEqual([]);
});

test('a label that the platform states for all is reported where it was said', () => {
  const found = findings((stack) => {
    cart(alerting(stack, { defaults: { telemetry: { alerts: { labels: { 'cost-center': '12' } } } } }));
  });
  expect(found.filter(({ code }) => code === 'MS5101').map(({ path, given }) => [path, given])).toEqual([
    ['depot/cart', 'the label cost-center=12 (platform)'],
  ]);
});
