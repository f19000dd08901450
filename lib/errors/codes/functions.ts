import { CodeEntry, error, refused, warning } from './entry';

/** Findings about functions. */
export const FUNCTION_CODES = {
  MS7001: refused(
    'nothing runs functions',
    'A function needs somebody who starts replicas for its requests. State `functions: new KnativeServing()` on ' +
      'the platform, or state a `Microservice`, which Kubernetes runs alone.',
  ),
  MS7002: refused(
    'a fact of Knative Serving is impossible',
    'Namespaces, Services and labels are such as Kubernetes accepts, the domain is a DNS name, ports are whole ' +
      ('numbers from 1 to 65535, the longest request is whole seconds and the most requests at once a whole ' +
        'number, both from 1.'),
  ),
  MS7003: error(
    'a setting for all does not reach functions',
    'Platform or stack state something for all that runs there, and a function cannot have it: whoever runs ' +
      ('functions places and exchanges their replicas, scales on less, and bounds requests. It is left out of ' +
        ('functions that do not state it themselves. Knative takes some of it once a feature is on, which ' +
          ('`features` of `KnativeServing` states. Acknowledge the finding, on the stack for all of its functions, ' +
            'where they may do without.'))),
  ),
  MS7004: refused(
    'the platform requires what functions cannot have',
    'A setting that the platform requires would not hold. Have Knative take it (`features` of `KnativeServing`), ' +
      'require less, or run a `Microservice`.',
  ),
  MS7005: refused(
    'Knative keeps this for itself',
    'Some names of variables and containers, some paths, ports, labels and annotations belong to Knative Serving, ' +
      'whose webhook refuses them or whose controllers overwrite them.',
  ),
  MS7006: refused(
    'Knative does not take this unless a feature is on',
    'A field of the pod is behind a flag of the ConfigMap `config-features`. Switch it on there and state it ' +
      'among the `features` of `KnativeServing`, or leave the field out.',
  ),
  MS7007: refused(
    'a function takes too long or too much',
    'A request lasts at most as long as `max-revision-timeout-seconds` allows, 600 s by default, and a replica ' +
      ('has at most `container-concurrency-max-limit` requests at once, 1000 by default. An operator who raises ' +
        ('the former gives activator and gateway as long to end. Work that takes longer belongs into a queue, and ' +
          'to a worker.')),
  ),
  MS7008: refused(
    'a function cannot be scaled so',
    'Knative scales on requests at once or on requests a second, from 0; on CPU or memory use from 1, from 2 ' +
      ('where `min` is not stated, where its extension for HorizontalPodAutoscalers is installed. One metric ' +
        ('decides, `max` is 1 or more (Knative takes 0 for no bound), and of the rates only `stabilization` of ' +
          '`scaleDown` has an effect.')),
  ),
  MS7009: warning(
    'callers of a function are not told apart',
    'Requests reach a function through the gateway of Knative, which everybody in the cluster may call: network ' +
      ('policies let in the gateway alone, and no certificate says who is behind it. Have the function ' +
        'authenticate its callers where that matters, and acknowledge the finding.'),
  ),
  MS7010: error(
    'a function has no proxy of the mesh',
    'Pods of functions get no sidecar, so they have no certificate to show to microservices that insist on mutual ' +
      ('TLS, and nobody begins TLS for them. Call what is exposed by its host as an `ExternalService`, begin TLS ' +
        'in the program, or run a `Microservice`.'),
  ),
  MS7011: warning(
    'the policy of a call has no effect on a function',
    'Knative routes requests to functions itself, and functions have no proxy: nothing ends a request at the ' +
      ('timeout of the call, sends it again as often as the call says, or holds callers to methods and paths. What ' +
        ('ends a request is `longestRequest` of the function. Leave it out, or do it in the program and ' +
          'acknowledge the finding.')),
  ),
  MS7012: warning(
    'a stream to a function is cut',
    'Knative ends every request, streams included, when `longestRequest` of the function is over.',
  ),
  MS7013: refused(
    'a function speaks no HTTP',
    'Functions take requests of HTTP/1.1, HTTP/2 or gRPC: what has no requests cannot be held until a replica runs.',
  ),
} as const satisfies Record<string, CodeEntry>;
