import { CodeEntry, error, refused, warning } from './entry';

/** Findings about calls and exposures. */
export const CALL_CODES = {
  MS2001: refused(
    'the callee has no such port',
    "A call names a port by the number that the callee's Service has. The finding lists the callee's ports.",
  ),
  MS2002: refused(
    'a call must say which port it goes to',
    'The callee has several ports, and neither number nor protocol tells which one is called. Name the port.',
  ),
  MS2003: refused(
    'the callee serves no port',
    "A worker cannot be called. State the callee's ports, or those of the reference that stands for it.",
  ),
  MS2004: error(
    'caller and callee speak different protocols',
    'The call states a protocol that the port does not speak. Call another port, or correct the protocol on ' +
      'either side.',
  ),
  MS2005: refused(
    'a call is stated twice',
    'Two calls of one caller to one callee differ in port, methods or paths; else nobody could tell whose timeout ' +
      'and retries hold.',
  ),
  MS2006: error(
    'a port has no methods and paths',
    'Methods and paths tell requests of HTTP and gRPC apart; the called port carries something else. Leave them ' +
      'out, or state the protocol of the port.',
  ),
  MS2007: refused(
    'a condition of a call is impossible',
    'The timeout, the number of calls per request, a method, a path or the format of the address is not one that ' +
      'any call could have.',
  ),
  MS2008: error(
    'a caller waits longer than the callee ever takes',
    "The callee's shutdown waits for its `longestRequest`, and this call may take longer, so a rollout would cut " +
      'it off. Shorten the timeout, or raise `longestRequest` of the callee.',
  ),
  MS2009: refused(
    'a number of retries is none',
    'A failed request is sent again a whole number of times; `Retries.none()` sends it once.',
  ),
  MS2010: refused(
    'the callee cannot be reached from another cluster',
    'Caller and callee run in different clusters, and the callee is not exposed under a host name. Expose it ' +
      "there, or call a replica in the caller's own cluster.",
  ),
  MS2011: error(
    'a call that may do harm twice is sent again',
    'A request that failed may have been carried out; sent again it is carried out twice. State `idempotent: ' +
      'true` where that does no harm, else leave `retries` out.',
  ),
  MS2012: refused(
    'the host of an external service is none',
    'Hosts are DNS names in lower case, or IP addresses, without scheme, port and path.',
  ),
  MS2013: refused(
    'a range of addresses is none',
    'Addresses are ranges in CIDR notation; a single address ends in `/32`, or `/128` for IPv6.',
  ),
  MS2014: warning(
    'network policies cannot name hosts',
    'The external service, or the exposed microservice of another cluster, has no known addresses, so its callers ' +
      ('may reach every public address on its ports, and no private one: a database in a private network stays out ' +
        ('of reach until `addresses` names its range. State the ranges; acknowledge the finding where they are ' +
          'public and change.')),
  ),
  MS2015: warning(
    'the address of the API server is not known',
    "A microservice calls the Kubernetes API, so it may reach every address on the API server's ports. State " +
      '`apiServer` in the facts of the cluster; `kubectl get endpoints kubernetes` shows it.',
  ),
  MS2016: refused(
    'an exposure is impossible',
    'An exposure names a port of the microservice, each port once; hosts are DNS names, sources are ranges in ' +
      'CIDR notation, and all exposures of a microservice share the annotations of one Service.',
  ),
  MS2018: refused(
    'Kubernetes refuses the name of one end of a call',
    'Names and namespaces of callers and callees, references included, are labels of DNS, and their service ' +
      ('accounts are named as objects are: policies and addresses are made of them. Correct the name where it is ' +
        'stated.'),
  ),
  MS2019: error(
    'only half of a call is stated',
    "The callee's half, `acceptsCallsFrom`, is for callers that another program states, and references stand for " +
      ('microservices that another program states. Where both ends are in one app, `caller.calls(callee)` with the ' +
        ('constructs themselves makes both halves and keeps them alike. A construct of another app is no callee: ' +
          'what is stated here may come after that app was synthesized.')),
  ),
  MS2020: refused(
    'a role cannot be bound',
    'A RoleBinding stands in the namespace of the service account and finds Roles of that namespace alone; a ' +
      ('ClusterRoleBinding finds ClusterRoles alone. `role` takes either kind and holds in the namespace, ' +
        '`clusterRole` holds in the whole cluster.'),
  ),
  MS2021: error(
    'a microservice faces the outside, and nobody said so',
    'Anybody can reach what is exposed without `allowedSources`, and nothing authenticates them before the ' +
      'microservice does. State `public: true` where that is meant, or the sources that clients may come from.',
  ),
  MS2022: refused(
    'the attempts of a call do not fit into its timeout',
    'All attempts, and the pauses between them, end when the timeout does: with r retries, (r + 1) attempts and ' +
      ('the pauses, which Envoy doubles from 25 ms up to 250 ms, must fit in. State a longer timeout, fewer ' +
        'retries or a shorter `perTryTimeout`.'),
  ),
  MS2023: refused(
    'a stream is given a timeout or retries',
    'A timeout would cut streams that are alive, and a stream that has begun cannot be sent again. Leave both ' +
      'out, or leave `streaming` out where requests are short.',
  ),
  MS2025: warning(
    'a timeout or retries have no effect',
    'The called port carries bytes, of which nobody knows where a request ends. Leave them out, or state the ' +
      'protocol of the port.',
  ),
  MS2026: refused(
    'TLS would be begun twice',
    'The application begins TLS on the port, and the proxy is told to begin it too. State the plain protocol that ' +
      "the application speaks, with the service's TLS port as `targetPort`; or leave `tls` out.",
  ),
} as const satisfies Record<string, CodeEntry>;
