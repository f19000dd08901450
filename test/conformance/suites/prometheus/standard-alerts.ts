/** Samples that a standard alert is to fire for, or to stay silent for; one a minute, in promtool's notation. */
export interface StandardAlertCase {
  readonly name: string;
  readonly input: readonly { readonly series: string; readonly values: string }[];
  /** When it is asked, from the first sample on. */
  readonly at: string;
  readonly fires: boolean;
  /** Of alerts of one name and two urgencies, which one is meant; any where nothing is said. */
  readonly urgency?: 'page' | 'ticket';
}

/** The microservice that cases are about. */
export interface StandardAlertSubject {
  readonly namespace: string;
  /**
   * Its own container has a CPU limit, it starts within a minute, and its autoscaler has more replicas at most than at
   * least.
   */
  readonly name: string;
  /** Namespace of the gateway, and the Secret there with its certificate, which cert-manager watches. */
  readonly gateway: string;
  readonly secret: string;
  /** The consumer group of Kafka whose topics are its backlog, which may be of 1000 messages. */
  readonly consumerGroup: string;
  /** PersistentVolumeClaim that its pods share. */
  readonly claim: string;
}

/** Cases of every standard alert, by its name. */
export function standardAlertCases(subject: StandardAlertSubject): Record<string, StandardAlertCase[]> {
  return {
    MicroserviceNoReadyReplicas: noReadyReplicas(subject),
    MicroserviceCrashLooping: crashLooping(subject),
    MicroserviceOutOfMemory: outOfMemory(subject),
    MicroserviceCpuThrottled: cpuThrottled(subject),
    MicroserviceRolloutStuck: rolloutStuck(subject),
    MicroserviceAutoscalerAtMax: autoscalerAtMax(subject),
    MicroserviceDisruptionsBlocked: disruptionsBlocked(subject),
    MicroserviceCertificateExpiring: certificateExpiring(subject),
    MicroserviceBacklogTooLong: backlogTooLong(subject),
    MicroserviceVolumeFilling: volumeFilling(subject),
  };
}

type Sample = StandardAlertCase['input'][number];

// As two replicas of kube-state-metrics are scraped.
const REPLICAS = ['10.1.0.5:8080', '10.2.0.5:8080'];

function state(metric: string, labels: string, values: string): Sample[] {
  return REPLICAS.map((instance) => ({
    series: `${metric}{job="kube-state-metrics",instance="${instance}",${labels}}`,
    values,
  }));
}

const pod = (name: string, id = 'x7z2k') => `${name}-5d4f8c7b96-${id}`;

function deployment({ namespace }: StandardAlertSubject, name: string, wanted: string, ready: string): Sample[] {
  const labels = `namespace="${namespace}",deployment="${name}"`;
  return [
    ...state('kube_deployment_spec_replicas', labels, wanted),
    ...state('kube_deployment_status_replicas_ready', labels, ready),
  ];
}

function noReadyReplicas(subject: StandardAlertSubject): StandardAlertCase[] {
  const { name } = subject;
  return [
    { name: 'no replica is ready', input: deployment(subject, name, '2x30', '2x5 0x25'), at: '20m', fires: true },
    { name: 'one replica is ready', input: deployment(subject, name, '2x30', '1x30'), at: '20m', fires: false },
    { name: 'the first replicas start', input: deployment(subject, name, '2x30', '0x2 2x28'), at: '2m', fires: false },
    {
      name: 'the first replicas start as slowly as they may',
      input: deployment(subject, name, '2x30', '0x3 2x27'),
      at: '3m',
      fires: false,
    },
    { name: 'it is scaled to zero', input: deployment(subject, name, '2x5 0x25', '2x5 0x25'), at: '20m', fires: false },
    {
      name: 'a microservice of a longer name has none',
      input: deployment(subject, `${name}-store`, '2x30', '0x30'),
      at: '20m',
      fires: false,
    },
    {
      name: 'one of the same name in another namespace has none',
      input: deployment({ ...subject, namespace: 'elsewhere' }, name, '2x30', '0x30'),
      at: '20m',
      fires: false,
    },
  ];
}

function crashLooping({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const waiting = (of: string, container: string, values: string, kind = 'container', reason = 'CrashLoopBackOff') =>
    state(
      `kube_pod_${kind}_status_waiting_reason`,
      `namespace="${namespace}",pod="${of}",container="${container}",reason="${reason}"`,
      values,
    );
  return [
    {
      name: 'it crashes every few minutes',
      input: waiting(pod(name), name, '1 _ _ _ 1 1 _ _ _ _ 1 1 1 _ _ _ _ 1 1 1 _ _ _ _ 1 1 1 1'),
      at: '25m',
      fires: true,
    },
    {
      name: 'one pod after another crashes',
      input: [...waiting(pod(name), name, '1x12'), ...waiting(pod(name, 'b8d2w'), name, '_x8 1x22')],
      at: '25m',
      fires: true,
    },
    {
      name: 'a native sidecar crashes',
      input: waiting(pod(name), 'proxy', '1x30', 'init_container'),
      at: '25m',
      fires: true,
    },
    { name: 'it crashed twice when it started', input: waiting(pod(name), name, '1 1 _x30'), at: '10m', fires: false },
    {
      name: 'it is being created',
      input: waiting(pod(name), name, '1x30', 'container', 'ContainerCreating'),
      at: '25m',
      fires: false,
    },
    {
      name: 'the image cannot be pulled',
      input: waiting(pod(name), name, '1x30', 'container', 'ImagePullBackOff'),
      at: '25m',
      fires: false,
    },
    {
      name: 'a microservice of a longer name crashes',
      input: waiting(pod(`${name}-store`), `${name}-store`, '1x30'),
      at: '25m',
      fires: false,
    },
    {
      name: 'a container of its name crashes elsewhere',
      input: waiting(pod(`${name}-store`), name, '1x30'),
      at: '25m',
      fires: false,
    },
    {
      name: 'a Job whose name begins with its own crashes',
      input: waiting(`${name}-db-x7z2k`, name, '1x30'),
      at: '25m',
      fires: false,
    },
  ];
}

function outOfMemory({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const killed = (
    of: string,
    container: string,
    restarts: string,
    reason: string,
    reasons: string,
    kind = 'container',
  ): Sample[] => {
    const labels = `namespace="${namespace}",pod="${of}",container="${container}"`;
    return [
      ...state(`kube_pod_${kind}_status_restarts_total`, labels, restarts),
      ...state(`kube_pod_${kind}_status_last_terminated_reason`, `${labels},reason="${reason}"`, reasons),
    ];
  };
  return [
    {
      name: 'it was killed once',
      input: killed(pod(name), name, '0x10 1x60', 'OOMKilled', '_x10 1x60'),
      at: '14m',
      fires: true,
    },
    {
      name: 'a native sidecar was killed',
      input: killed(pod(name), 'proxy', '0x10 1x60', 'OOMKilled', '_x10 1x60', 'init_container'),
      at: '14m',
      fires: true,
    },
    {
      name: 'it was killed an hour ago',
      input: killed(pod(name), name, '0x10 1x90', 'OOMKilled', '_x10 1x90'),
      at: '70m',
      fires: false,
    },
    {
      name: 'it ended with an error',
      input: killed(pod(name), name, '0x10 1x60', 'Error', '_x10 1x60'),
      at: '14m',
      fires: false,
    },
    {
      name: 'it was killed, and another pod ended with an error since',
      input: [
        ...killed(pod(name), name, '1x70', 'OOMKilled', '1x70'),
        ...killed(pod(name, 'b8d2w'), name, '0x30 1x40', 'Error', '_x30 1x40'),
      ],
      at: '40m',
      fires: false,
    },
    {
      name: 'one of the replicas of kube-state-metrics begins anew',
      input: killed(pod(name), name, '_x10 3x60', 'OOMKilled', '_x10 1x60'),
      at: '14m',
      fires: false,
    },
    {
      name: 'a microservice of a longer name was killed',
      input: killed(pod(`${name}-store`), `${name}-store`, '0x10 1x60', 'OOMKilled', '_x10 1x60'),
      at: '14m',
      fires: false,
    },
  ];
}

function cpuThrottled({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const periods = (of: string, container: string, throttled: number, rest = ''): Sample[] => {
    const labels =
      'job="kubelet",instance="10.0.0.7:10250",' + `namespace="${namespace}",pod="${of}",container="${container}"`;
    return [
      { series: `container_cpu_cfs_periods_total{${labels}}`, values: '0+600x40' },
      {
        series: `container_cpu_cfs_throttled_periods_total{${labels}}`,
        values: `0+${throttled}x${rest === '' ? 40 : 8} ${rest}`.trim(),
      },
    ];
  };
  return [
    { name: 'it waits in a third of the periods', input: periods(pod(name), name, 200), at: '25m', fires: true },
    { name: 'it waits in a fifth of the periods', input: periods(pod(name), name, 120), at: '25m', fires: false },
    { name: 'it waited while it started', input: periods(pod(name), name, 400, '3200x32'), at: '10m', fires: false },
    {
      name: 'a container that was put beside it waits',
      input: periods(pod(name), 'istio-proxy', 400),
      at: '25m',
      fires: false,
    },
    {
      name: 'a microservice of a longer name waits',
      input: periods(pod(`${name}-store`), `${name}-store`, 400),
      at: '25m',
      fires: false,
    },
  ];
}

function rolloutStuck({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const progressing = (of: string, wanted: string, stuck: string): Sample[] => {
    const labels = `namespace="${namespace}",deployment="${of}"`;
    return [
      ...state('kube_deployment_spec_replicas', labels, wanted),
      ...state('kube_deployment_status_condition', `${labels},condition="Progressing",status="false"`, stuck),
    ];
  };
  const goesOn = state(
    'kube_deployment_status_condition',
    `namespace="${namespace}",deployment="${name}",condition="Progressing",status="true"`,
    '1x30',
  );
  const available = state(
    'kube_deployment_status_condition',
    `namespace="${namespace}",deployment="${name}",condition="Available",status="false"`,
    '1x30',
  );
  return [
    { name: 'the deadline has passed', input: progressing(name, '2x30', '0x5 1x25'), at: '20m', fires: true },
    { name: 'a rollout goes on', input: [...progressing(name, '2x30', '0x30'), ...goesOn], at: '20m', fires: false },
    {
      name: 'a quota refused a pod for a moment',
      input: progressing(name, '2x30', '0x5 1x2 0x23'),
      at: '8m',
      fires: false,
    },
    {
      name: 'too few replicas are available',
      input: [...progressing(name, '2x30', '0x30'), ...available],
      at: '20m',
      fires: false,
    },
    { name: 'it is scaled to zero', input: progressing(name, '0x30', '1x30'), at: '20m', fires: false },
    {
      name: 'the rollout of a microservice of a longer name is stuck',
      input: progressing(`${name}-store`, '2x30', '1x30'),
      at: '20m',
      fires: false,
    },
  ];
}

function autoscalerAtMax({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const autoscaler = (of: string, desired: string, limited: string): Sample[] => {
    const labels = `namespace="${namespace}",horizontalpodautoscaler="${of}"`;
    return [
      ...state('kube_horizontalpodautoscaler_status_desired_replicas', labels, desired),
      ...state('kube_horizontalpodautoscaler_spec_max_replicas', labels, '10x40'),
      ...state(
        'kube_horizontalpodautoscaler_status_condition',
        `${labels},condition="ScalingLimited",status="true"`,
        limited,
      ),
    ];
  };
  return [
    { name: 'it wants more than the most', input: autoscaler(name, '10x40', '1x40'), at: '20m', fires: true },
    { name: 'the most just suffice', input: autoscaler(name, '10x40', '0x40'), at: '20m', fires: false },
    { name: 'it is at the fewest', input: autoscaler(name, '2x40', '1x40'), at: '20m', fires: false },
    { name: 'it grows as fast as it may', input: autoscaler(name, '6x40', '1x40'), at: '20m', fires: false },
    { name: 'it was a peak', input: autoscaler(name, '10x10 6x30', '1x10 0x30'), at: '9m', fires: false },
    { name: 'it is scaled to zero', input: autoscaler(name, '0x40', '1x40'), at: '20m', fires: false },
    {
      name: 'a microservice of a longer name wants more',
      input: autoscaler(`${name}-store`, '10x40', '1x40'),
      at: '20m',
      fires: false,
    },
  ];
}

function disruptionsBlocked({ namespace, name }: StandardAlertSubject): StandardAlertCase[] {
  const budget = (of: string, allowed: string, expected: string): Sample[] => {
    const labels = `namespace="${namespace}",poddisruptionbudget="${of}"`;
    return [
      ...state('kube_poddisruptionbudget_status_pod_disruptions_allowed', labels, allowed),
      ...state('kube_poddisruptionbudget_status_expected_pods', labels, expected),
    ];
  };
  return [
    { name: 'no replica may be evicted for hours', input: budget(name, '0x200', '2x200'), at: '180m', fires: true },
    { name: 'one replica may be evicted', input: budget(name, '1x200', '2x200'), at: '180m', fires: false },
    {
      name: 'nodes are drained one after another',
      input: budget(name, '0x50 1x2 0x50 1x98', '2x200'),
      at: '100m',
      fires: false,
    },
    { name: 'it is scaled to zero', input: budget(name, '0x200', '0x200'), at: '180m', fires: false },
    {
      name: 'none of a longer name may be evicted',
      input: budget(`${name}-store`, '0x200', '2x200'),
      at: '180m',
      fires: false,
    },
  ];
}

function certificateExpiring({ gateway, secret }: StandardAlertSubject): StandardAlertCase[] {
  const [week, day, hour] = [7 * 86400, 86400, 3600];
  const expiry = (labels: string, seconds: number, rest = '') => [
    {
      series: `certmanager_certificate_expiration_timestamp_seconds{job="cert-manager",${labels}}`,
      values: `${seconds}x${rest === '' ? 200 : 30} ${rest}`.trim(),
    },
  ];
  const honored = `namespace="${gateway}",name="${secret}",issuer_name="letsencrypt"`;
  const renamed = `namespace="cert-manager",exported_namespace="${gateway}",name="${secret}"`;
  return [
    {
      name: 'less than a week is left',
      input: expiry(honored, week + hour),
      at: '90m',
      fires: true,
      urgency: 'ticket',
    },
    {
      name: 'less than a week is left, and Prometheus has renamed the namespace',
      input: expiry(renamed, week + hour),
      at: '90m',
      fires: true,
      urgency: 'ticket',
    },
    { name: 'less than a day is left', input: expiry(honored, day + hour), at: '90m', fires: true, urgency: 'page' },
    { name: 'it has expired', input: expiry(honored, hour), at: '90m', fires: true, urgency: 'page' },
    { name: 'more than a week is left', input: expiry(honored, week + 2 * hour), at: '90m', fires: false },
    {
      name: 'nobody is woken within the week',
      input: expiry(honored, week + hour),
      at: '90m',
      fires: false,
      urgency: 'page',
    },
    { name: 'it was renewed', input: expiry(honored, week, `${12 * week}x170`), at: '90m', fires: false },
    {
      name: 'a certificate of the same name expires in another namespace',
      input: expiry(`namespace="elsewhere",name="${secret}"`, hour),
      at: '90m',
      fires: false,
    },
    {
      name: 'the certificate of another Secret expires',
      input: expiry(`namespace="${gateway}",name="${secret}-old"`, hour),
      at: '90m',
      fires: false,
    },
  ];
}

function backlogTooLong({ consumerGroup }: StandardAlertSubject): StandardAlertCase[] {
  const lag = (group: string, partition: number, values: string): Sample[] =>
    REPLICAS.map((instance) => ({
      series:
        `kafka_consumergroup_lag{job="kafka-exporter",instance="${instance}",` +
        `consumergroup="${group}",topic="orders",partition="${partition}"}`,
      values,
    }));
  return [
    {
      name: 'more waits in its partitions together than may',
      input: [...lag(consumerGroup, 0, '600x40'), ...lag(consumerGroup, 1, '600x40')],
      at: '20m',
      fires: true,
    },
    {
      name: 'as much waits as may',
      input: [...lag(consumerGroup, 0, '500x40'), ...lag(consumerGroup, 1, '500x40')],
      at: '20m',
      fires: false,
    },
    {
      name: 'consumers share the work anew',
      input: lag(consumerGroup, 0, '0x5 5000x10 0x25'),
      at: '14m',
      fires: false,
    },
    {
      name: 'much waits for a group of a longer name',
      input: lag(`${consumerGroup}-store`, 0, '5000x40'),
      at: '20m',
      fires: false,
    },
  ];
}

function volumeFilling({ namespace, claim }: StandardAlertSubject): StandardAlertCase[] {
  const volume = (of: string, free: string): Sample[] =>
    ['available_bytes', 'capacity_bytes'].map((which) => ({
      series:
        `kubelet_volume_stats_${which}{job="kubelet",instance="10.1.0.1:10250",` +
        `namespace="${namespace}",persistentvolumeclaim="${of}"}`,
      values: which === 'available_bytes' ? free : '1000x60',
    }));
  return [
    { name: 'it fills up', input: volume(claim, '140-0.1x60'), at: '30m', fires: true, urgency: 'ticket' },
    { name: 'it is nearly full', input: volume(claim, '20x60'), at: '30m', fires: true, urgency: 'page' },
    { name: 'it is as full as ever', input: volume(claim, '140x60'), at: '30m', fires: false },
    { name: 'it fills up, with much left', input: volume(claim, '500-0.1x60'), at: '30m', fires: false },
    { name: 'that of a longer name is full', input: volume(`${claim}-old`, '0x60'), at: '30m', fires: false },
  ];
}
