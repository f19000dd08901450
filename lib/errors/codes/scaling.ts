import { CodeEntry, error, refused, warning } from './entry';

/** Findings about scaling (0); those about delivery (1) stand beside them. */
export const SCALING_CODES = {
  MS6001: refused(
    'a metric to scale on is impossible',
    'There is one at least, each kind stands once, and its target is one that an autoscaler accepts: whole ' +
      ('percents from 1, requests above 0, whole pieces of work from 1, a percentile above 0 and below 100 with a ' +
        'threshold of whole milliseconds.'),
  ),
  MS6002: error(
    'nothing would start the first replica',
    'Without a replica, requests have nobody to go to: neither Kubernetes nor a mesh holds them until one runs. ' +
      ('Work that waits in a queue does, and KEDA starts a replica for it. State `min` of 1 or more, scale on a ' +
        ('backlog, or scale on requests on a platform whose autoscaling holds them: `new Keda({ httpAddOn: {} })`. ' +
          'Acknowledge the finding where the microservice is meant to be away outside of a schedule.')),
  ),
  MS6003: refused(
    'the autoscaler cannot do what is stated',
    'Autoscalers differ in what they scale on: docs/scaling says which does what, and what its platform has to ' +
      'state for it. Choose another one on the platform, or another metric; nothing else in the program changes.',
  ),
  MS6004: refused(
    'nothing measures what is scaled on',
    "Requests are counted by callers' proxies where there is a mesh, else by the application's own metrics; both " +
      ('only where something scrapes them. State a mesh or `requestMetrics`, and the monitoring of the platform; ' +
        'or scale on CPU use.'),
  ),
  MS6005: refused(
    'a trigger has no credentials',
    'KEDA asks the broker itself, from its own namespace, with credentials of its own. State the keys of a Secret ' +
      ("by the names of KEDA's parameters, or the identity of a cloud; `TriggerCredentials.none()` where a broker " +
        'asks for none.'),
  ),
  MS6006: refused(
    'a schedule never takes effect',
    'A schedule has five fields of cron at its start and at its end, which differ and come to pass, a time zone ' +
      'of the IANA database, and more replicas than `min`, up to `max`.',
  ),
  MS6007: error(
    'replicas leave faster than they drain',
    'A replica that is told to leave ends its requests first. Where the next leave before these have gone, more ' +
      ('of them are on their way out than was stated, and a load that comes back meets too few. Let a period of ' +
        ('`scaleDown` be as long as a replica takes. The API accepts none above 30 minutes: leave it out, or ' +
          'acknowledge the finding, where requests take longer.')),
  ),
  MS6008: error(
    'the most replicas cannot serve the peak',
    'The load at its peak, divided by what one replica is to serve, is more than `max`, or `min` cannot take what ' +
      'comes before more replicas serve. Raise it, or have one replica serve more.',
  ),
  MS6009: refused(
    'a load is impossible',
    'The peak and what one replica serves are above 0, the quiet load is from 0 up to the peak, and the growth is ' +
      '0 or more.',
  ),
  MS6010: error(
    'two decide about one field',
    'An autoscaler or a controller changes the field while the program runs, and a patch sets it: each synthesis ' +
      "that is applied would take the other's decision back. Leave the patch out, and state bounds instead.",
  ),
  MS6011: refused(
    'how fast replicas come or leave is impossible',
    'Percents and pods are whole numbers from 1, no more than all replicas leave, periods are whole seconds from ' +
      '1 to 1800, and autoscalers look back for at most an hour.',
  ),
  MS6012: refused(
    'the autoscaling of the platform is stated impossibly',
    'Addresses are such as pods reach, names such as Kubernetes and Prometheus accept, and KEDA is told both how ' +
      'it shows who it is and where its credentials are.',
  ),
  MS6013: warning(
    'consumers would wait for nothing',
    'Each partition of a Kafka topic has one consumer of a group: replicas beyond the number of partitions get no ' +
      'work, and KEDA starts none of them. Lower `max`, or have more partitions.',
  ),
  MS6014: refused(
    'requests cannot be held until a replica runs',
    'What holds the requests to a microservice without replicas stands between its callers and its pods: it sends ' +
      ('requests to one port of one Service, counts them in whole numbers, and sees neither connections of other ' +
        ('protocols nor load balancers that lead to pods. docs/scaling says what it needs; state `min` of 1 or ' +
          'more where that cannot be had.')),
  ),
  MS6015: error(
    'a caller gives up before the first replica runs',
    'A request that comes while no replica runs is held until the first one serves: for the reaction of the ' +
      ('autoscaler and the `startupTime` of the microservice. A caller that waits for less, in all or for one ' +
        ('attempt, fails at every start. State a longer timeout, or a shorter `startupTime` if it starts faster. ' +
          'Acknowledge the finding where the first failures do no harm.')),
  ),
  MS6016: warning(
    'objectives do not see the start',
    'Requests are counted and timed where they reach the pods. How long they were held before, and whether ' +
      ('callers gave up meanwhile, is in none of these series: an objective of a microservice that scales to zero ' +
        'says how well it serves while it runs.'),
  ),
  MS6017: warning(
    'no budget bounds retries',
    'Budgets of retries belong to a destination, and the destination of callers is what holds requests, for all ' +
      'microservices behind it. Its platform may bound them there. Leave the retries out, or acknowledge the finding.',
  ),
} as const satisfies Record<string, CodeEntry>;
