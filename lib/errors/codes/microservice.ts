import { CodeEntry, error, refused, warning } from './entry';

/** Findings about one microservice. */
export const MICROSERVICE_CODES = {
  MS1001: refused(
    'Kubernetes refuses the name of a microservice',
    "The id is the name of the microservice's Service, so it follows RFC 1035: lower-case letters, digits and " +
      'dashes, a letter first and no dash last.',
  ),
  MS1002: refused(
    'the name of a microservice is too long',
    'Names have at most 52 characters: Kubernetes and this library append suffixes to them, and the whole must ' +
      'fit into 63.',
  ),
  MS1003: refused(
    'every namespace has an object of the name already',
    "The objects of a microservice have its name. Some names belong to objects that Kubernetes or the namespace's " +
      'baseline makes, which would be overwritten.',
  ),
  MS1004: refused(
    'an image reference is none',
    "No registry accepts the reference, as it was stated or as the platform's image map and mirrors made it. " +
      'References are `registry/repository:tag`, or end in `@sha256:` and 64 hexadecimal digits.',
  ),
  MS1005: error(
    'an image changes without notice',
    'The reference has no tag, or the tag `latest`, so two pods of one Deployment may run different programs. ' +
      "State a version or a digest, or let the pipeline pass one in the platform's image map.",
  ),
  MS1006: refused(
    'containers cannot be told apart',
    'Containers of a pod have names of their own, of at most 63 lower-case letters, digits and dashes. The main ' +
      'container has the name of the microservice.',
  ),
  MS1007: refused(
    'a request is above its limit',
    'The API server refuses a container that asks for more than it may use. Raise the limit or lower the request; ' +
      'the finding says where each was stated.',
  ),
  MS1008: refused(
    'an amount is none that the API accepts',
    'CPU is counted in whole thousandths of a core, memory and disk in whole bytes, from one upwards.',
  ),
  MS1009: refused(
    'a variable is declared twice',
    'A container has two values for one variable, from `env`, from `envValues` or as the address of a callee. ' +
      'Remove one; `addressEnv` of a call names the variable of an address.',
  ),
  MS1010: refused(
    'Kubernetes refuses the name of a variable',
    'Names of variables hold letters, digits, dashes, dots and underscores, do not begin with a digit or with two ' +
      ('dots, and are not a single dot. Kubernetes 1.34 and newer accept more; the rule of the oldest supported ' +
        'version holds.'),
  ),
  MS1011: error(
    'variables refer to each other in a circle',
    'Kubernetes leaves `$(NAME)` as it is where the named variable stands behind the one that refers to it, which ' +
      'no order of a circle avoids. Write one of the values out; `$$(NAME)` stands for the text `$(NAME)`.',
  ),
  MS1012: refused(
    'a path is mounted twice',
    'Two mounts of a container stand at one path, so one of them would hide the other. Move one of them.',
  ),
  MS1013: refused(
    'Kubernetes refuses a path',
    'Mount paths are absolute and hold no colon; paths inside of a volume are relative and hold no `..`.',
  ),
  MS1014: refused(
    'two volumes share a name',
    "Different volumes of a pod have different names. The name `tmp`, and `tmp-` followed by a container's name, " +
      'stand for the `/tmp` that a read-only root file system gets.',
  ),
  MS1015: refused(
    'Kubernetes refuses a volume',
    'The name of the volume, of its ConfigMap or Secret, one of its keys, file names or file permissions is not ' +
      'one that the API accepts.',
  ),
  MS1016: refused('a port is out of range', 'Ports are whole numbers from 1 to 65535.'),
  MS1017: refused(
    'a port is declared twice',
    'A Service has each number once for each transport; two ports may lead to one target port, but not have one ' +
      'number.',
  ),
  MS1018: refused(
    'ports cannot be told apart by name',
    'The name of a port is its protocol, a dash and what was stated as its name; names differ, and have at most ' +
      '15 lower-case letters, digits and single dashes.',
  ),
  MS1019: refused(
    'a microservice without ports is headless',
    'Headless is a property of the Service, and a worker without ports has none.',
  ),
  MS1021: refused(
    'the number of replicas is none',
    'Replicas are whole numbers, `min` is at most `max`, an autoscaler keeps at least one, and utilization is a whole percent from 1.',
  ),
  MS1023: refused(
    'a probe cannot work',
    'A probe asks a port, a path or a command, at times that the kubelet accepts; the finding names what is ' +
      'missing or out of bounds.',
  ),
  MS1024: refused(
    'Kubernetes refuses a label or an annotation',
    'Keys are names of at most 63 characters, with a DNS domain and a slash before it or not; values of labels ' +
      ('have at most 63 letters, digits, dashes, dots and underscores; the annotations of one object have at most ' +
        '256 KiB.'),
  ),
  MS1025: refused(
    'a label belongs to the library',
    'Selectors hold `app.kubernetes.io/name` and `app.kubernetes.io/instance`, and the other recommended labels ' +
      'are derived: `component` states one of them.',
  ),
  MS1026: refused(
    'the namespace refuses the pods',
    'The namespace enforces a Pod Security level that these settings break, so no pod would start. Keep the ' +
      'secure default, or state a lower `podSecurity` on the application stack.',
  ),
  MS1028: refused(
    'a user, group or capability is none',
    'Ids are whole numbers from 0 to 2147483647, root is not `runAsNonRoot`, and capabilities are written in ' +
      'capitals without `CAP_`, as in `NET_BIND_SERVICE`.',
  ),
  MS1029: refused(
    'the scheduler or the kubelet refuses where pods run',
    'Topology spreads, tolerations, pull secrets and the priority class refer to labels, taints and objects by ' +
      'names that Kubernetes accepts.',
  ),
  MS1031: refused(
    'a microservice stands outside of an application stack',
    'The stack gives a microservice its namespace, its platform and its defaults. Create it inside an ' +
      '`ApplicationStack`, or inside a construct in one.',
  ),
  MS1032: refused(
    'Kubernetes refuses where a variable comes from',
    'The ConfigMap or Secret that `envValues` or `envFrom` refers to, its key, or the prefix of the variables is ' +
      'not one that the API accepts.',
  ),
  MS1033: error(
    "a headless port is not the container's",
    'The name of a headless Service stands for the addresses of the pods, so callers meet the container itself ' +
      ('and `targetPort` has no effect. Give the port the number that the container listens on; acknowledge where ' +
        'all callers read the port from SRV records.'),
  ),
  MS1034: error(
    'no node is in the zone',
    'The node selector names a zone that is not among the zones in the facts of the cluster, so no pod would ever ' +
      'start. Name one of them, or complete the facts.',
  ),
  MS1035: warning(
    'replicas cannot be spread over zones',
    'A spread over zones is required, and the pods may run in one zone alone: it keeps nothing apart, and all ' +
      'replicas fail with the zone. Require it where there are several zones.',
  ),
  MS1036: refused(
    'the concurrency is not a number of requests',
    'A replica serves a whole number of requests at once, 1 or more; what all replicas serve together is kept in ' +
      '32 bits.',
  ),
} as const satisfies Record<string, CodeEntry>;
