import { CodeEntry, error, refused, warning } from './entry';

/** Findings about how new versions take over. */
export const DELIVERY_CODES = {
  MS6101: refused(
    'a candidate is impossible',
    'Where no controller walks the steps of a canary, the platform states candidates: the image of a new version ' +
      'and the weight of one of the steps, for microservices with `Rollout.canary()`.',
  ),
  MS6102: refused(
    'the steps of a canary lead nowhere',
    'A canary has one step or more. Weights are whole percents from 1 to 99 that rise from step to step: after ' +
      'the last one, the new version takes all requests. Copies are made of 1 to 100 percent of the requests.',
  ),
  MS6103: refused(
    'a time of a rollout is impossible',
    'Controllers count whole seconds. A step lasts a second or more; without a time, it lasts as long as its ' +
      'objectives take to be judged.',
  ),
  MS6104: refused(
    'no request has the header of a step',
    'A step by header sends those requests to the new version that carry one header of one value. Names are ' +
      'tokens of HTTP; parts of the request line, such as the host, are none.',
  ),
  MS6105: error(
    'a step ends before it can be judged',
    'A version that just deserves to be taken back fails so many requests that the fastest alert of an objective ' +
      ('would page. At its weight, the step must last until as many failures as count (`minimumFailures`) can have ' +
        ('been seen: failures / (requests a second x share of the version x share of failures). Leave the time out ' +
          'to have it computed.')),
  ),
  MS6106: error(
    'nothing judges a new version',
    'A canary is judged by the objectives that are about all requests, and taken back when it burns their budget ' +
      'as fast as would page somebody. State an objective, or `analysis: false` where somebody watches.',
  ),
  MS6107: error(
    'a canary has one replica',
    'With one pod of each version, load is not split by weights, and the end of one pod is the end of its ' +
      'version. State two replicas or more, or let replicas be exchanged by `Rollout.rolling()`.',
  ),
  MS6108: error(
    'requests cannot be split',
    'A mesh splits requests of HTTP and gRPC, at callers and at its gateways. Connections of other protocols, ' +
      'work that a worker fetches and what a load balancer sends to pods directly go to all versions alike.',
  ),
  MS6109: error(
    'requests are carried out twice',
    'A mirrored request is carried out by both versions, and only the answer is thrown away: orders are placed ' +
      'and mails are sent twice. Every call must be idempotent, and nobody knows that of requests from outside.',
  ),
  MS6110: error(
    'a version that is tried out takes real work',
    'What a worker fetches is not split by weights: pods of a new version take work as soon as they run, also ' +
      ('while they are only to be looked at. Exchange replicas by `Rollout.rolling()`, or acknowledge it where its ' +
        "share of the work may be the new version's."),
  ),
  MS6111: refused(
    "the platform's delivery cannot do what a rollout asks for",
    'The finding names the deliveries that can; docs/delivery has the table.',
  ),
  MS6112: warning(
    'part of a rollout is lost',
    "The platform's delivery comes near to what is stated, and the finding says what is lost. Acknowledge it on " +
      'the platforms where that is good enough; docs/delivery has the table.',
  ),
  MS6113: refused(
    'a number of a rollout is impossible',
    'Replicas are exchanged by whole percents from 1 to 100, and a canary counts on more than no requests a second.',
  ),
  MS6114: error(
    'the old version ends before its last request',
    'After a switch, callers still send requests to the old version until they have learned of it, and the last ' +
      'of these may take as long as the longest request.',
  ),
  MS6115: refused(
    'two microservices want one name',
    'While a new version is brought out, objects stand for each version: `<name>-canary`, and `<name>-stable` or ' +
      '`<name>-primary`. No microservice of the namespace can have these names.',
  ),
  MS6116: error(
    'a canary would be scaled up by itself',
    'Argo Rollouts shows autoscalers the pods of both versions as one number. Load is shared by all of them, so ' +
      ('that CPU and requests of each pod become less; memory does not: the average stays, times twice as many ' +
        ('pods. From half of its target on, an autoscaler then wants more replicas of both versions, again and ' +
          ('again, until it stands at its maximum (argo-rollouts#4847). Other deliveries have a workload, and an ' +
            'autoscaler, for each version.'))),
  ),
  MS6120: refused(
    'no route leads to a new version',
    'Steps by header and by copy need routes that lead to the new version: a mesh that splits requests, and a ' +
      ('caller or an exposure whose requests go through it. They stand below the routes of callers, which are then ' +
        'told apart by their names alone: callers of one name in several namespaces have to call alike.'),
  ),
  MS6121: refused(
    'a switch would not switch requests',
    'Argo Rollouts switches the Service of a microservice from the old pods to the new ones. Without ports there ' +
      "is none, and a load balancer of the microservice's own, which leads to all of its pods, is not switched.",
  ),
  MS6122: refused(
    'what is stated of Argo Rollouts is impossible',
    "The instance is the value of a label, as the controller's `--instance-id` has it, and the time between two " +
      'looks at a new version is 5 s or more: whole seconds.',
  ),
  MS6140: refused(
    'Flagger cannot go this way',
    'Flagger goes by weights, with one step of copies before them, or by one header; it asks for approval before ' +
      ('the first step and after the last one; and it switches between versions where a mesh splits requests: ' +
        ('elsewhere it would exchange replicas one by one, as `Rollout.rolling()` does, after a copy of them that ' +
          'nobody asks.')),
  ),
  MS6141: warning(
    'callers share one policy',
    'Flagger makes the routes of what it brings out, and these are the same for all callers: the longest timeout ' +
      'that is stated, and the fewest retries. State the same for all calls, or acknowledge it.',
  ),
  MS6142: refused(
    'nobody can say that a rollout may go on',
    'Flagger asks a URL whether it may go on; its load tester answers at `/gate/check`. State the gate on the ' +
      'platform, or leave approvals out: `autoPromotion: true` for switches.',
  ),
  MS6143: warning(
    'steps last longer than they are stated to',
    'With Flagger, all steps of a canary last as long as the longest. Times that are computed are the least that ' +
      'a step must last; times that are stated are taken for meant.',
  ),
  MS6144: refused(
    'Flagger cannot serve these ports',
    'Flagger makes the Services of what it brings out: of the first port of HTTP or gRPC, and of further ones by ' +
      'what containers state, over TCP and under the number on which they listen. Its routes name no port.',
  ),
  MS6145: error(
    'nobody tells Flagger how a new version does',
    "A canary is judged by what callers' proxies count of requests to the new version. That takes a mesh, callers " +
      ('in it or a gateway, and monitoring whose address the platform states; or state `analysis: false` where ' +
        'somebody watches.'),
  ),
  MS6146: refused('a fact of Flagger is impossible', 'The gate is a URL of http or https, as Flagger reaches it.'),
} as const satisfies Record<string, CodeEntry>;
