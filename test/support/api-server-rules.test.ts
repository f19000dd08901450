import { API_SERVER_RULES } from './api-server-rules';
import { AnyManifest, subjectOf } from './api-server/rule';
import { validateManifest } from './manifests';
import { spoiled } from './spoil';

type Breach = readonly [rule: string, kind: string, changes: Readonly<Record<string, unknown>>, path: string];

const POD = '/spec/template/spec';
const CART = `${POD}/containers/0`;
const MIGRATE = `${POD}/initContainers/0`;

const long = (length: number) => 'a'.repeat(length);

const BREACHES: readonly Breach[] = [
  ["an object has a name of its kind's grammar", 'Deployment', { '/metadata/name': 'Cart' }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Deployment', { '/metadata/name': long(254) }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Deployment', { '/metadata/name': undefined }, '/metadata'],
  ["an object has a name of its kind's grammar", 'Service', { '/metadata/name': '1cart' }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Service', { '/metadata/name': 'cart.v1' }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Service', { '/metadata/name': long(64) }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Namespace', { '/metadata/name': 'shop.eu' }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'Job', { '/metadata/name': long(64) }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'CronJob', { '/metadata/name': long(53) }, '/metadata/name'],
  ["an object has a name of its kind's grammar", 'ClusterRole', { '/metadata/name': 'shop/metrics' }, '/metadata/name'],
  [
    'a namespace is a DNS label, and objects of the whole cluster have none',
    'Service',
    { '/metadata/namespace': 'Shop' },
    '/metadata/namespace',
  ],
  [
    'a namespace is a DNS label, and objects of the whole cluster have none',
    'ClusterRole',
    { '/metadata/namespace': 'shop' },
    '/metadata/namespace',
  ],
  ['labels have valid keys and values', 'Service', { '/metadata/labels/team': 'a b' }, '/metadata/labels'],
  ['labels have valid keys and values', 'Service', { '/metadata/labels/-team': 'a' }, '/metadata/labels'],
  [
    'labels have valid keys and values',
    'Deployment',
    { '/spec/template/metadata/labels/a~1b~1c': 'a' },
    '/spec/template/metadata/labels',
  ],
  ['labels have valid keys and values', 'Service', { '/metadata/labels/team': long(64) }, '/metadata/labels'],
  ['annotations have valid keys and fit', 'Service', { '/metadata/annotations/a b': '' }, '/metadata/annotations'],
  [
    'annotations have valid keys and fit',
    'Service',
    { '/metadata/annotations/big': long(256 * 1024) },
    '/metadata/annotations',
  ],
  [
    'pod security labels of a namespace name a level and a version',
    'Namespace',
    { '/metadata/labels/pod-security.kubernetes.io~1enforce': 'strict' },
    '/metadata/labels',
  ],
  [
    'pod security labels of a namespace name a level and a version',
    'Namespace',
    { '/metadata/labels/pod-security.kubernetes.io~1enforce-version': '1.30' },
    '/metadata/labels',
  ],

  [
    "a workload's selector is not empty and matches its pods",
    'Deployment',
    { '/spec/selector/matchLabels/app.kubernetes.io~1name': 'basket' },
    '/spec/template/metadata/labels',
  ],
  [
    "a workload's selector is not empty and matches its pods",
    'StatefulSet',
    { '/spec/selector': {} },
    '/spec/selector',
  ],
  [
    "a workload's selector is not empty and matches its pods",
    'DaemonSet',
    { '/spec/selector/matchExpressions': [{ key: 'tier', operator: 'Exists' }] },
    '/spec/template/metadata/labels',
  ],
  [
    'pods of a workload restart always, those of a job never or on failure',
    'Deployment',
    { [`${POD}/restartPolicy`]: 'Never' },
    `${POD}/restartPolicy`,
  ],
  [
    'pods of a workload restart always, those of a job never or on failure',
    'Job',
    { [`${POD}/restartPolicy`]: undefined },
    `${POD}/restartPolicy`,
  ],
  ['counts of a workload are not negative', 'Deployment', { '/spec/replicas': -1 }, '/spec/replicas'],
  [
    'counts of a workload are not negative',
    'CronJob',
    { '/spec/jobTemplate/spec/backoffLimit': -1 },
    '/spec/jobTemplate/spec/backoffLimit',
  ],
  [
    'Deployment: a rolling update makes progress',
    'Deployment',
    { '/spec/strategy/rollingUpdate/maxSurge': '0%' },
    '/spec/strategy/rollingUpdate',
  ],
  [
    'Deployment: a rolling update makes progress',
    'Deployment',
    { '/spec/strategy/rollingUpdate/maxUnavailable': '101%' },
    '/spec/strategy/rollingUpdate/maxUnavailable',
  ],
  [
    'Deployment: a rolling update makes progress',
    'Deployment',
    { '/spec/strategy/type': 'Recreate' },
    '/spec/strategy/rollingUpdate',
  ],
  [
    'Deployment: its progress deadline is above minReadySeconds',
    'Deployment',
    { '/spec/minReadySeconds': 600 },
    '/spec/progressDeadlineSeconds',
  ],
  [
    'StatefulSet: its claims have names of their own and ask for storage',
    'StatefulSet',
    { '/spec/volumeClaimTemplates/0/spec/resources/requests/storage': '0' },
    '/spec/volumeClaimTemplates/0/spec/resources/requests/storage',
  ],
  [
    'StatefulSet: its claims have names of their own and ask for storage',
    'StatefulSet',
    { '/spec/volumeClaimTemplates/0/spec/accessModes': [] },
    '/spec/volumeClaimTemplates/0/spec/accessModes',
  ],
  [
    'StatefulSet: its update makes progress',
    'StatefulSet',
    { '/spec/updateStrategy/rollingUpdate/partition': -1 },
    '/spec/updateStrategy/rollingUpdate/partition',
  ],
  [
    'StatefulSet: its update makes progress',
    'StatefulSet',
    { '/spec/updateStrategy/rollingUpdate/maxUnavailable': 0 },
    '/spec/updateStrategy/rollingUpdate/maxUnavailable',
  ],
  ['CronJob: its schedule has five fields in range', 'CronJob', { '/spec/schedule': '0 24 * * *' }, '/spec/schedule'],
  ['CronJob: its schedule has five fields in range', 'CronJob', { '/spec/schedule': '* * * *' }, '/spec/schedule'],

  ['pod: it has containers, whose names differ', 'Deployment', { [`${MIGRATE}/name`]: 'cart' }, `${POD}/containers/1`],
  ['pod: it has containers, whose names differ', 'Deployment', { [`${POD}/containers`]: [] }, `${POD}/containers`],
  ['pod: its volumes have names of their own', 'Deployment', { [`${POD}/volumes/1/name`]: 'tmp' }, `${POD}/volumes/1`],
  [
    'pod: its volumes have names of their own',
    'Deployment',
    { [`${POD}/volumes/1/name`]: 'a.b' },
    `${POD}/volumes/1/name`,
  ],
  [
    'pod: a volume has one source',
    'Deployment',
    { [`${POD}/volumes/0/secret`]: { secretName: 'cart' } },
    `${POD}/volumes/0`,
  ],
  ['pod: a volume has one source', 'Deployment', { [`${POD}/volumes/0/emptyDir`]: undefined }, `${POD}/volumes/0`],
  [
    'pod: its volumes have a size and file modes that make sense',
    'Deployment',
    { [`${POD}/volumes/0/emptyDir/sizeLimit`]: '-1Mi' },
    `${POD}/volumes/0/emptyDir/sizeLimit`,
  ],
  [
    'pod: its volumes have a size and file modes that make sense',
    'Deployment',
    { [`${POD}/volumes/1/configMap/defaultMode`]: 512 },
    `${POD}/volumes/1`,
  ],
  [
    'pod: its periods are not negative',
    'CronJob',
    { '/spec/jobTemplate/spec/template/spec/terminationGracePeriodSeconds': -1 },
    '/spec/jobTemplate/spec/template/spec/terminationGracePeriodSeconds',
  ],
  [
    'pod: it names accounts, classes and hosts in their grammars',
    'Pod',
    { '/spec/serviceAccountName': 'Cart' },
    '/spec/serviceAccountName',
  ],
  [
    'pod: it names accounts, classes and hosts in their grammars',
    'Pod',
    { '/spec/hostname': 'cart.shop' },
    '/spec/hostname',
  ],
  ['pod: its node selector holds labels', 'Pod', { '/spec/nodeSelector/disk': 'very fast' }, '/spec/nodeSelector'],
  [
    'pod: a toleration is one that a taint can match',
    'Pod',
    { '/spec/tolerations/0/operator': 'Exists' },
    '/spec/tolerations/0/value',
  ],
  ['pod: a toleration is one that a taint can match', 'Pod', { '/spec/tolerations/0/key': '' }, '/spec/tolerations/0'],
  [
    'pod: a toleration is one that a taint can match',
    'Pod',
    { '/spec/tolerations/0/tolerationSeconds': 30 },
    '/spec/tolerations/0/effect',
  ],
  [
    'pod: its spread constraints differ and have positive numbers',
    'Pod',
    { '/spec/topologySpreadConstraints/0/maxSkew': 0 },
    '/spec/topologySpreadConstraints/0/maxSkew',
  ],
  [
    'pod: its spread constraints differ and have positive numbers',
    'Pod',
    { '/spec/topologySpreadConstraints/0/minDomains': 2 },
    '/spec/topologySpreadConstraints/0/minDomains',
  ],
  [
    'pod: its spread constraints differ and have positive numbers',
    'Pod',
    { '/spec/topologySpreadConstraints/0/matchLabelKeys': ['app.kubernetes.io/name'] },
    '/spec/topologySpreadConstraints/0/matchLabelKeys',
  ],
  [
    'pod: without DNS of the cluster it names servers',
    'Pod',
    { '/spec/dnsPolicy': 'None' },
    '/spec/dnsConfig/nameservers',
  ],
  [
    'pod: a local seccomp profile is named',
    'Pod',
    { '/spec/securityContext/seccompProfile/type': 'Localhost' },
    '/spec/securityContext/seccompProfile',
  ],

  ['container: its name is a DNS label', 'Deployment', { [`${CART}/name`]: 'cart.main' }, `${CART}/name`],
  [
    'container: it has an image without spaces around it',
    'Deployment',
    { [`${CART}/image`]: ' ghcr.io/acme/cart:1' },
    `${CART}/image`,
  ],
  [
    'container: it has an image without spaces around it',
    'Deployment',
    { [`${MIGRATE}/image`]: undefined },
    `${MIGRATE}/image`,
  ],
  [
    'container: its ports are in range, with valid names',
    'Deployment',
    { [`${CART}/ports/0/containerPort`]: 70000 },
    `${CART}/ports/0`,
  ],
  [
    'container: its ports are in range, with valid names',
    'Deployment',
    { [`${CART}/ports/1/name`]: 'http-administration' },
    `${CART}/ports/1/name`,
  ],
  [
    'container: its ports are in range, with valid names',
    'Deployment',
    { [`${CART}/ports/1/name`]: 'http--admin' },
    `${CART}/ports/1/name`,
  ],
  [
    'container: its ports are in range, with valid names',
    'Deployment',
    { [`${CART}/ports/1/name`]: '8080' },
    `${CART}/ports/1/name`,
  ],
  [
    'container: its ports are in range, with valid names',
    'DaemonSet',
    { [`${POD}/hostNetwork`]: true, [`${CART}/ports/0/hostPort`]: 7071 },
    `${CART}/ports/0/hostPort`,
  ],
  [
    'container: its ports differ in name, and in number and protocol',
    'Deployment',
    { [`${CART}/ports/1/name`]: 'grpc' },
    `${CART}/ports/1`,
  ],
  [
    'container: its ports differ in name, and in number and protocol',
    'Deployment',
    { [`${CART}/ports/1/containerPort`]: 7070 },
    `${CART}/ports/1`,
  ],
  [
    'container: its variables have valid names',
    'Deployment',
    { [`${CART}/env/0/name`]: '1PORT' },
    `${CART}/env/0/name`,
  ],
  [
    'container: its variables have valid names',
    'Deployment',
    { [`${CART}/envFrom/0/prefix`]: 'CART=' },
    `${CART}/envFrom/0/prefix`,
  ],
  ['container: no variable is there twice', 'Deployment', { [`${CART}/env/1/name`]: 'PORT' }, `${CART}/env/1`],
  [
    'container: a variable has a value or one source',
    'Deployment',
    { [`${CART}/env/1/value`]: '10.0.0.1' },
    `${CART}/env/1`,
  ],
  [
    'container: a variable has a value or one source',
    'Deployment',
    { [`${CART}/env/1/valueFrom`]: {} },
    `${CART}/env/1/valueFrom`,
  ],
  [
    'container: a variable has a value or one source',
    'Deployment',
    { [`${CART}/env/1/valueFrom/fieldRef/fieldPath`]: 'status.ip' },
    `${CART}/env/1/valueFrom/fieldRef/fieldPath`,
  ],
  [
    'container: a variable has a value or one source',
    'Deployment',
    { [`${CART}/env/2/valueFrom/secretKeyRef/key`]: 'a/b' },
    `${CART}/env/2/valueFrom/secretKeyRef/key`,
  ],
  [
    'container: a variable has a value or one source',
    'Deployment',
    { [`${CART}/envFrom/0/secretRef`]: { name: 'cart' } },
    `${CART}/envFrom/0`,
  ],
  [
    'container: it mounts volumes of the pod',
    'Deployment',
    { [`${CART}/volumeMounts/0/name`]: 'cache' },
    `${CART}/volumeMounts/0/name`,
  ],
  [
    'container: its mount paths differ and hold no colon',
    'Deployment',
    { [`${CART}/volumeMounts/1/mountPath`]: '/tmp' },
    `${CART}/volumeMounts/1`,
  ],
  [
    'container: its mount paths differ and hold no colon',
    'Deployment',
    { [`${CART}/volumeMounts/1/mountPath`]: '/etc:ro' },
    `${CART}/volumeMounts/1/mountPath`,
  ],
  [
    'container: its mount paths differ and hold no colon',
    'Deployment',
    { [`${CART}/volumeMounts/1/subPath`]: '../etc' },
    `${CART}/volumeMounts/1/subPath`,
  ],
  [
    'container: its requests and limits are amounts of resources, and no request is above its limit',
    'Deployment',
    { [`${CART}/resources/requests/memory`]: '0.2Gi' },
    `${CART}/resources/requests/memory`,
  ],
  [
    'container: its requests and limits are amounts of resources, and no request is above its limit',
    'Deployment',
    { [`${CART}/resources/requests/cpu`]: '-1' },
    `${CART}/resources/requests/cpu`,
  ],
  [
    'container: its privileges agree with each other',
    'Deployment',
    { [`${CART}/securityContext/privileged`]: true },
    `${CART}/securityContext/allowPrivilegeEscalation`,
  ],
  [
    'container: its privileges agree with each other',
    'Deployment',
    { [`${CART}/securityContext/runAsUser`]: 0 },
    `${CART}/securityContext/runAsUser`,
  ],
  [
    'container: only an init container that keeps running has a restart policy',
    'Deployment',
    { [`${CART}/restartPolicy`]: 'Always' },
    `${CART}/restartPolicy`,
  ],
  [
    'container: only an init container that keeps running has a restart policy',
    'Deployment',
    { [`${MIGRATE}/restartPolicy`]: 'Never' },
    `${MIGRATE}/restartPolicy`,
  ],

  [
    'container: a probe has one handler',
    'Deployment',
    { [`${CART}/readinessProbe/exec`]: { command: ['true'] } },
    `${CART}/readinessProbe`,
  ],
  [
    'container: a probe has one handler',
    'Deployment',
    { [`${CART}/readinessProbe/httpGet`]: undefined },
    `${CART}/readinessProbe`,
  ],
  [
    'container: the numbers of a probe are positive',
    'Deployment',
    { [`${CART}/readinessProbe/periodSeconds`]: 0 },
    `${CART}/readinessProbe/periodSeconds`,
  ],
  [
    'container: the numbers of a probe are positive',
    'Deployment',
    { [`${CART}/livenessProbe/initialDelaySeconds`]: -1 },
    `${CART}/livenessProbe/initialDelaySeconds`,
  ],
  [
    'container: only a readiness probe counts successes, and only the others have a grace period',
    'Deployment',
    { [`${CART}/livenessProbe/successThreshold`]: 2 },
    `${CART}/livenessProbe/successThreshold`,
  ],
  [
    'container: only a readiness probe counts successes, and only the others have a grace period',
    'Deployment',
    { [`${CART}/readinessProbe/terminationGracePeriodSeconds`]: 5 },
    `${CART}/readinessProbe/terminationGracePeriodSeconds`,
  ],
  [
    'container: a handler names a port in range, or one of the container',
    'Deployment',
    { [`${CART}/livenessProbe/tcpSocket/port`]: 0 },
    `${CART}/livenessProbe/tcpSocket/port`,
  ],
  [
    'container: a handler names a port in range, or one of the container',
    'Deployment',
    { [`${CART}/readinessProbe/httpGet/port`]: 'http' },
    `${CART}/readinessProbe/httpGet/port`,
  ],
  [
    'container: a handler names a port in range, or one of the container',
    'Deployment',
    { [`${CART}/startupProbe/grpc/port`]: 70000 },
    `${CART}/startupProbe/grpc/port`,
  ],
  [
    'container: a lifecycle hook has one handler, and sleeps no longer than the grace period',
    'Deployment',
    { [`${CART}/lifecycle/preStop/sleep/seconds`]: 46 },
    `${CART}/lifecycle/preStop/sleep/seconds`,
  ],
  [
    'container: a lifecycle hook has one handler, and sleeps no longer than the grace period',
    'Deployment',
    { [`${CART}/lifecycle/preStop/sleep`]: undefined },
    `${CART}/lifecycle/preStop`,
  ],
  [
    'container: an init container that ends has no probes and no hooks',
    'Deployment',
    { [`${MIGRATE}/livenessProbe`]: { exec: { command: ['true'] } } },
    `${MIGRATE}/livenessProbe`,
  ],

  ['Service: it has ports unless it is headless or external', 'Service', { '/spec/ports': [] }, '/spec/ports'],
  [
    'Service: ports are in range, with valid names and protocols',
    'Service',
    { '/spec/ports/0/port': 0 },
    '/spec/ports/0/port',
  ],
  [
    'Service: ports are in range, with valid names and protocols',
    'Service',
    { '/spec/ports/0/targetPort': 'gRPC' },
    '/spec/ports/0/targetPort',
  ],
  [
    'Service: ports are in range, with valid names and protocols',
    'Service',
    { '/spec/ports/0/name': 'grpc.cart' },
    '/spec/ports/0/name',
  ],
  [
    'Service: ports are in range, with valid names and protocols',
    'Service',
    { '/spec/ports/0/appProtocol': 'a b' },
    '/spec/ports/0/appProtocol',
  ],
  [
    'Service: ports differ in name, and in number and protocol',
    'Service',
    { '/spec/ports/1/name': 'grpc' },
    '/spec/ports/1',
  ],
  [
    'Service: ports differ in name, and in number and protocol',
    'Service',
    { '/spec/ports/1/name': undefined },
    '/spec/ports/1/name',
  ],
  [
    'Service: ports differ in name, and in number and protocol',
    'Service',
    { '/spec/ports/1/port': 7070 },
    '/spec/ports/1',
  ],
  [
    'Service: only one that is open outside has settings for that',
    'Service',
    { '/spec/externalTrafficPolicy': 'Local' },
    '/spec/externalTrafficPolicy',
  ],
  [
    'Service: only one that is open outside has settings for that',
    'Service',
    { '/spec/ports/0/nodePort': 30000 },
    '/spec/ports/0/nodePort',
  ],
  [
    'Service: only one that is open outside has settings for that',
    'Service',
    { '/spec/loadBalancerSourceRanges': ['10.0.0.0/8'] },
    '/spec/loadBalancerSourceRanges',
  ],
  [
    'Service: only one that is open outside has settings for that',
    'Service',
    { '/spec/type': 'LoadBalancer', '/spec/clusterIP': 'None' },
    '/spec/clusterIP',
  ],
  [
    'Service: only one that is open outside has settings for that',
    'Service',
    { '/spec/type': 'LoadBalancer', '/spec/loadBalancerSourceRanges': ['10.0.0.0'] },
    '/spec/loadBalancerSourceRanges/0',
  ],
  [
    'Service: an external one names a host and has no address',
    'Service',
    { '/spec/type': 'ExternalName' },
    '/spec/externalName',
  ],
  [
    'Service: an external one names a host and has no address',
    'Service',
    { '/spec/type': 'ExternalName', '/spec/externalName': 'db.example.com', '/spec/clusterIP': 'None' },
    '/spec/clusterIP',
  ],
  ['Service: its selector holds labels', 'Service', { '/spec/selector/tier': 'a b' }, '/spec/selector'],

  [
    'NetworkPolicy: it selects pods by labels',
    'NetworkPolicy',
    { '/spec/podSelector/matchExpressions': [{ key: 'tier', operator: 'In' }] },
    '/spec/podSelector/matchExpressions/0/values',
  ],
  [
    'NetworkPolicy: ports are in range, and a range begins with a number and ends above it',
    'NetworkPolicy',
    { '/spec/egress/0/ports/0/port': 65536 },
    '/spec/egress/0/ports/0/port',
  ],
  [
    'NetworkPolicy: ports are in range, and a range begins with a number and ends above it',
    'NetworkPolicy',
    { '/spec/egress/1/ports/0/endPort': 7999 },
    '/spec/egress/1/ports/0/endPort',
  ],
  [
    'NetworkPolicy: ports are in range, and a range begins with a number and ends above it',
    'NetworkPolicy',
    { '/spec/ingress/0/ports/0/endPort': 8000 },
    '/spec/ingress/0/ports/0/endPort',
  ],
  [
    'NetworkPolicy: a peer is a block of addresses, or selectors',
    'NetworkPolicy',
    { '/spec/egress/1/to/0/podSelector': {} },
    '/spec/egress/1/to/0',
  ],
  [
    'NetworkPolicy: a peer is a block of addresses, or selectors',
    'NetworkPolicy',
    { '/spec/egress/1/to/0': {} },
    '/spec/egress/1/to/0',
  ],
  [
    'NetworkPolicy: a peer is a block of addresses, or selectors',
    'NetworkPolicy',
    { '/spec/egress/1/to/0/ipBlock/cidr': '10.0.0.256/8' },
    '/spec/egress/1/to/0/ipBlock',
  ],
  ['Ingress: it routes somewhere', 'Ingress', { '/spec/rules': undefined }, '/spec'],
  [
    'Ingress: hosts are host names, paths are absolute, backends name one port',
    'Ingress',
    { '/spec/rules/0/host': 'shop.example.com:443' },
    '/spec/rules/0/host',
  ],
  [
    'Ingress: hosts are host names, paths are absolute, backends name one port',
    'Ingress',
    { '/spec/rules/0/http/paths/0/path': 'cart' },
    '/spec/rules/0/http/paths/0/path',
  ],
  [
    'Ingress: hosts are host names, paths are absolute, backends name one port',
    'Ingress',
    { '/spec/rules/0/http/paths/0/backend/service/port/number': 80 },
    '/spec/rules/0/http/paths/0/backend/service/port',
  ],

  [
    'HorizontalPodAutoscaler: its minimum is 1 or more and at most its maximum',
    'HorizontalPodAutoscaler',
    { '/spec/maxReplicas': 1 },
    '/spec/maxReplicas',
  ],
  [
    'HorizontalPodAutoscaler: its minimum is 1 or more and at most its maximum',
    'HorizontalPodAutoscaler',
    { '/spec/minReplicas': 0 },
    '/spec/minReplicas',
  ],
  [
    'HorizontalPodAutoscaler: a metric has the field of its type, and a target its value',
    'HorizontalPodAutoscaler',
    { '/spec/metrics/0/type': 'Resource' },
    '/spec/metrics/0',
  ],
  [
    'HorizontalPodAutoscaler: a metric has the field of its type, and a target its value',
    'HorizontalPodAutoscaler',
    { '/spec/metrics/0/type': 'Cpu' },
    '/spec/metrics/0/type',
  ],
  [
    'HorizontalPodAutoscaler: a metric has the field of its type, and a target its value',
    'HorizontalPodAutoscaler',
    { '/spec/metrics/1/resource/target/type': 'Utilization' },
    '/spec/metrics/1',
  ],
  [
    'HorizontalPodAutoscaler: its behaviour has policies and periods in range',
    'HorizontalPodAutoscaler',
    { '/spec/behavior/scaleDown/stabilizationWindowSeconds': 3601 },
    '/spec/behavior/scaleDown/stabilizationWindowSeconds',
  ],
  [
    'HorizontalPodAutoscaler: its behaviour has policies and periods in range',
    'HorizontalPodAutoscaler',
    { '/spec/behavior/scaleDown/policies/0/periodSeconds': 1801 },
    '/spec/behavior/scaleDown/policies/0/periodSeconds',
  ],
  [
    'PodDisruptionBudget: it states one of minAvailable and maxUnavailable',
    'PodDisruptionBudget',
    { '/spec/minAvailable': 1 },
    '/spec',
  ],
  [
    'PodDisruptionBudget: it states one of minAvailable and maxUnavailable',
    'PodDisruptionBudget',
    { '/spec/maxUnavailable': -1 },
    '/spec/maxUnavailable',
  ],
  [
    'PodDisruptionBudget: it selects pods by labels',
    'PodDisruptionBudget',
    { '/spec/selector/matchLabels/tier': '-' },
    '/spec/selector/matchLabels',
  ],

  ['Role: its rules name verbs and resources', 'Role', { '/rules/0/verbs': [] }, '/rules/0/verbs'],
  [
    'Role: its rules name verbs and resources',
    'Role',
    { '/rules/0': { nonResourceURLs: ['/metrics'], verbs: ['get'] } },
    '/rules/0/nonResourceURLs',
  ],
  ['Role: its rules name verbs and resources', 'Role', { '/rules/0/apiGroups': undefined }, '/rules/0'],
  [
    'ClusterRole: its rules name verbs, and resources or paths',
    'ClusterRole',
    { '/rules/0/resources': ['pods'] },
    '/rules/0',
  ],
  [
    'RoleBinding: it binds a role to subjects that are named in full',
    'RoleBinding',
    { '/subjects/0/namespace': undefined },
    '/subjects/0/namespace',
  ],
  [
    'RoleBinding: it binds a role to subjects that are named in full',
    'RoleBinding',
    { '/roleRef/kind': 'role' },
    '/roleRef/kind',
  ],
  [
    'ClusterRoleBinding: it binds a role to subjects that are named in full',
    'ClusterRoleBinding',
    { '/roleRef/kind': 'Role' },
    '/roleRef/kind',
  ],
  [
    'ClusterRoleBinding: it binds a role to subjects that are named in full',
    'ClusterRoleBinding',
    { '/subjects/0/kind': 'Team' },
    '/subjects/0/kind',
  ],
  ['ConfigMap: its keys are file names, each in data or in binaryData', 'ConfigMap', { '/data/a~1b': '' }, '/data'],
  [
    'ConfigMap: its keys are file names, each in data or in binaryData',
    'ConfigMap',
    { '/data/logo': '' },
    '/binaryData',
  ],
  ['Secret: its keys are file names', 'Secret', { '/stringData/a b': '' }, '/data'],
  ['ResourceQuota: its amounts are not negative', 'ResourceQuota', { '/spec/hard/pods': '-1' }, '/spec/hard/pods'],
  [
    'LimitRange: its amounts ascend from min to max',
    'LimitRange',
    { '/spec/limits/0/default/memory': '3Gi' },
    '/spec/limits/0/max/memory',
  ],
  [
    'PersistentVolumeClaim: it asks for storage and a way to reach it',
    'PersistentVolumeClaim',
    { '/spec/accessModes': [] },
    '/spec/accessModes',
  ],
  [
    'PersistentVolumeClaim: it asks for storage and a way to reach it',
    'PersistentVolumeClaim',
    { '/spec/resources/requests/storage': '0' },
    '/spec/resources/requests/storage',
  ],
];

test.each(BREACHES)('%s (%s %j)', (states, kind, changes, path) => {
  const manifest = spoiled(kind, changes);
  const { check } = API_SERVER_RULES.find((rule) => rule.states === states)!;

  expect([...check(subjectOf(manifest as AnyManifest))].map((problem) => problem.path)).toContain(path);
  expect(validateManifest(manifest)).not.toEqual([]);
});

test('every rule is shown to be broken by something', () => {
  const shown = new Set(BREACHES.map(([states]) => states));
  expect(API_SERVER_RULES.map(({ states }) => states).filter((states) => !shown.has(states))).toEqual([]);
});

test('several ways to say the same thing are all right', () => {
  const fine = [
    spoiled('Service', {
      '/spec/type': 'LoadBalancer',
      '/spec/externalTrafficPolicy': 'Local',
      '/spec/loadBalancerSourceRanges': ['10.0.0.0/8', 'fd00::/8'],
    }),
    spoiled('Service', { '/spec/clusterIP': 'None', '/spec/ports': undefined }),
    spoiled('Service', { '/spec/ports/1/port': 7070, '/spec/ports/1/protocol': 'UDP' }),
    spoiled('Deployment', {
      [`${MIGRATE}/restartPolicy`]: 'Always',
      [`${MIGRATE}/startupProbe`]: { exec: { command: ['true'] } },
    }),
    spoiled('Deployment', { '/spec/strategy': { type: 'Recreate' } }),
    spoiled('PodDisruptionBudget', { '/spec/maxUnavailable': undefined, '/spec/minAvailable': '50%' }),
    spoiled('CronJob', { '/spec/schedule': '@daily' }),
    spoiled('NetworkPolicy', { '/spec/podSelector': {}, '/spec/ingress': [{}] }),
    spoiled('Role', { '/metadata/name': 'system:Cart' }),
  ];
  expect(fine.flatMap(validateManifest)).toEqual([]);
});
