import type { ManifestObject } from './manifests';

const labels = { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/instance': 'shop' };
const metadata = { name: 'cart', namespace: 'shop', labels };
const podLabels = { ...labels, 'app.kubernetes.io/version': '1.4.2' };

/** A pod that sets most of what pods can set. */
const pod = {
  serviceAccountName: 'cart',
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  terminationGracePeriodSeconds: 45,
  priorityClassName: 'normal',
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'shop', effect: 'NoSchedule' }],
  imagePullSecrets: [{ name: 'registry' }],
  securityContext: { runAsNonRoot: true, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    },
  ],
  initContainers: [
    {
      name: 'migrate',
      image: 'ghcr.io/acme/migrate:3.1',
      command: ['/migrate'],
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    },
  ],
  containers: [
    {
      name: 'cart',
      image: 'ghcr.io/acme/cart:1.4.2',
      imagePullPolicy: 'IfNotPresent',
      ports: [
        { name: 'grpc', containerPort: 7070, protocol: 'TCP' },
        { name: 'http-admin', containerPort: 8080 },
      ],
      env: [
        { name: 'PORT', value: '7070' },
        { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        { name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: 'redis', key: 'password' } } },
      ],
      envFrom: [{ configMapRef: { name: 'cart' }, prefix: 'CART_' }],
      startupProbe: { grpc: { port: 7070 }, periodSeconds: 5, failureThreshold: 24 },
      readinessProbe: { httpGet: { path: '/ready', port: 'http-admin' }, periodSeconds: 5, timeoutSeconds: 2 },
      livenessProbe: { tcpSocket: { port: 7070 }, initialDelaySeconds: 0, periodSeconds: 10, failureThreshold: 3 },
      lifecycle: { preStop: { sleep: { seconds: 10 } } },
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      volumeMounts: [
        { name: 'tmp', mountPath: '/tmp' },
        { name: 'config', mountPath: '/etc/cart', readOnly: true },
      ],
    },
  ],
  volumes: [
    { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
    { name: 'config', configMap: { name: 'cart', defaultMode: 0o444 } },
  ],
};

const template = { metadata: { labels: podLabels }, spec: pod };
const jobTemplate = { metadata: { labels: podLabels }, spec: { ...pod, restartPolicy: 'Never' } };
const selector = { matchLabels: labels };

/** A realistic object of each kind, with as many fields as is sensible: all valid, and each near to many mistakes. */
export const VALID_MANIFESTS: readonly ManifestObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'shop',
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'latest',
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata,
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'registry' }],
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata,
    immutable: true,
    data: { 'cart.properties': 'size=3\n' },
    binaryData: { logo: 'iVBORw0=' },
  },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    type: 'Opaque',
    stringData: { password: 'example' },
    data: { user: 'Y2FydA==' },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      type: 'ClusterIP',
      selector: labels,
      ports: [
        { name: 'grpc', port: 7070, targetPort: 'grpc', protocol: 'TCP', appProtocol: 'grpc' },
        { name: 'http-admin', port: 80, targetPort: 8080, appProtocol: 'kubernetes.io/h2c' },
      ],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: 3,
      minReadySeconds: 10,
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 5,
      selector,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template,
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: {
      replicas: 3,
      serviceName: 'cart-headless',
      podManagementPolicy: 'Parallel',
      selector,
      template,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata,
    spec: { selector, template, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } } },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    spec: { parallelism: 1, completions: 1, backoffLimit: 3, ttlSecondsAfterFinished: 600, template: jobTemplate },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: {
      schedule: '*/15 8-18 * * MON-FRI',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 60,
      jobTemplate: { spec: { backoffLimit: 0, template: jobTemplate } },
    },
  },
  { apiVersion: 'v1', kind: 'Pod', metadata, spec: pod },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '10Gi' } },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata,
    spec: { hard: { 'requests.cpu': '20', 'requests.memory': '64Gi', pods: '100' } },
  },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata,
    spec: {
      limits: [
        {
          type: 'Container',
          min: { memory: '16Mi' },
          defaultRequest: { memory: '64Mi' },
          default: { memory: '128Mi' },
          max: { memory: '2Gi' },
        },
      ],
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: {
      minReplicas: 2,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
      metrics: [
        {
          type: 'ContainerResource',
          containerResource: {
            name: 'cpu',
            container: 'cart',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
        { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '100Mi' } } },
      ],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: 300,
          selectPolicy: 'Max',
          policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
        },
      },
    },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata,
    spec: { maxUnavailable: 1, selector, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: selector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            {
              podSelector: {
                matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['checkout'] }],
              },
            },
          ],
          ports: [{ port: 'grpc', protocol: 'TCP' }],
        },
      ],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [{ port: 53, protocol: 'UDP' }],
        },
        { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 8000, endPort: 8100 }] },
      ],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata,
    spec: {
      ingressClassName: 'public',
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [
              {
                path: '/cart',
                pathType: 'Prefix',
                backend: { service: { name: 'cart', port: { name: 'http-admin' } } },
              },
            ],
          },
        },
      ],
    },
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata,
    rules: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['cart'], verbs: ['get', 'watch'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'shop:metrics' },
    rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'cart' },
    subjects: [{ kind: 'ServiceAccount', name: 'cart', namespace: 'shop' }],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'shop:metrics' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'shop:metrics' },
    subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'scrapers' }],
  },
];

/** A copy of the valid object of a kind, to be spoiled. */
export function validManifest(kind: string): ManifestObject {
  return structuredClone(VALID_MANIFESTS.find((manifest) => manifest.kind === kind)!);
}
