import { restrictedNamespace } from '../../cluster/apply';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ZONE_LABEL } from '../../cluster/nodes';
import type { LocatedObject } from '../../manifests';

const LABELS = { 'app.kubernetes.io/name': 'cart' };
const REFERENCE = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' };

/** Raises the Deployment to three pods. */
export const AUTOSCALER: KubernetesObject = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'cart' },
  spec: {
    scaleTargetRef: REFERENCE,
    minReplicas: 3,
    maxReplicas: 6,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  },
};

/** A Deployment of three pods that are admitted and spread, but for what is stated otherwise. */
export function deployment({
  spec = {},
  pod = {},
}: {
  readonly spec?: object;
  readonly pod?: object;
}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart' },
    spec: { replicas: 3, selector: { matchLabels: LABELS }, template: template(pod), ...spec },
  };
}

/** A StatefulSet of three pods, of which an update exchanges those from a partition on. */
export function statefulSet(partition: number): KubernetesObject {
  const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition } };
  return { ...deployment({ spec: { serviceName: 'cart', updateStrategy } }), kind: 'StatefulSet' };
}

/** A CronJob whose pods are admitted, but for what is stated otherwise. */
export function cronJob(pod: object): KubernetesObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'cart' },
    spec: {
      schedule: '0 3 * * *',
      jobTemplate: { spec: { template: template({ restartPolicy: 'Never', topologySpreadConstraints: [], ...pod }) } },
    },
  };
}

/** A pod that is admitted and spread, but for what is stated otherwise. */
function template(pod: object): object {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  return {
    metadata: { labels: LABELS },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'cart',
          image: 'registry.example.com/cart:v1',
          securityContext,
          resources: { requests: { cpu: '100m' } },
        },
      ],
      topologySpreadConstraints: [spread(ZONE_LABEL)],
      ...pod,
    },
  };
}

/** A constraint that keeps the numbers of pods in places at most one apart. */
export function spread(topologyKey: string, more: object = {}): object {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: LABELS },
    matchLabelKeys: ['pod-template-hash'],
    ...more,
  };
}

/** A budget of the Deployment's pods. */
export function budget(spec: object): KubernetesObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'cart' },
    spec: { selector: { matchLabels: LABELS }, ...spec },
  };
}

/** Objects in a restricted namespace of their own. */
export function plantedIn(namespace: string, ...manifests: readonly KubernetesObject[]): LocatedObject[] {
  const namespaced = manifests.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace } }));
  return [restrictedNamespace(namespace), ...namespaced].map((manifest) => ({
    manifest,
    file: 'planted.yaml',
    line: 1,
  }));
}
