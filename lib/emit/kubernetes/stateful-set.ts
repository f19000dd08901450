import type { IStatefulSetSpec } from 'kubernetes-models/apps/v1/StatefulSetSpec';
import type { IPersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { type DeploymentWorkload, lifecycle, type StatefulFacts } from '../../program';
import type { Claim } from '../../values';
import { claimSpec } from './claim';
import { has } from './features';
import { selectorOf } from './labels';
import { podTemplate } from './pod';

/** The workload of replicas with names and claims of their own. */
export function statefulSetSpec(facts: DeploymentWorkload, stateful: StatefulFacts): IStatefulSetSpec {
  const settings = facts.settings.values;
  const { claims, headlessService, podManagement, claimRetention } = stateful;
  return {
    serviceName: headlessService,
    // Owned by the autoscaler where there is one.
    ...(!settings.scaling.autoscaled && { replicas: settings.scaling.min }),
    selector: { matchLabels: selectorOf(facts) },
    podManagementPolicy: podManagement,
    updateStrategy: updateStrategy(facts, stateful),
    ...(settings.minReady > 0 && { minReadySeconds: settings.minReady }),
    ...(claims.length > 0 && {
      persistentVolumeClaimRetentionPolicy: { ...claimRetention },
      volumeClaimTemplates: claims.map(claimTemplate),
    }),
    template: podTemplate(facts, lifecycle({ ...settings, serves: facts.ports.length > 0 })),
  };
}

/** Replicas are exchanged one by one, from the last one down to the partition. */
function updateStrategy(
  { cluster: { kubernetesVersion } }: DeploymentWorkload,
  { partition, maxUnavailable }: StatefulFacts,
): NonNullable<IStatefulSetSpec['updateStrategy']> {
  const counted = maxUnavailable !== undefined && has(kubernetesVersion, 'statefulSetMaxUnavailable');
  return {
    type: 'RollingUpdate',
    rollingUpdate: { partition, ...(counted && { maxUnavailable }) },
  };
}

/**
 * Without labels, since Kubernetes refuses every change of a template: its controller gives claims those of the
 * selector.
 */
function claimTemplate(claim: Claim): IPersistentVolumeClaim {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: claim.name }, spec: claimSpec(claim) };
}
