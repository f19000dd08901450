import type { ManifestObject } from '../manifests';
import { End, Network, networkOf } from '../network';
import { notModelled } from './matching';
import type { System } from './system';
import type { Workload } from './workloads';

/** An address outside of the cluster, from those kept for documentation. */
export const OUTSIDE: End = { address: '198.51.100.7' };

/** A pod of a workload, as network policies see it. */
export function endOf({ address, namespace, labels }: Workload): End {
  return { address, pod: { namespace, labels } };
}

/** The policies of a system; the pods come from its workloads. */
export function networkOfSystem({ networkPolicies }: System): Network {
  networkPolicies.forEach(expectUnderstood);
  return networkOf(networkPolicies);
}

/** The evaluator overlooks a few fields that the library does not use. */
function expectUnderstood({ metadata, ...policy }: ManifestObject): void {
  const { policyTypes, ingress = [], egress = [] } = policy['spec'] as any;
  const where = `NetworkPolicy ${metadata.namespace}/${metadata.name}`;
  if (policyTypes === undefined) notModelled(`${where} without policyTypes`);
  for (const rule of [...ingress, ...egress]) {
    for (const { port, endPort } of rule.ports ?? [])
      if (typeof port !== 'number' || endPort !== undefined)
        notModelled(`a port of ${where} by name, range or without number`);
    for (const { namespaceSelector } of [...(rule.from ?? []), ...(rule.to ?? [])]) {
      if (Object.keys(namespaceSelector?.matchLabels ?? {}).some((label) => label !== 'kubernetes.io/metadata.name'))
        notModelled(`a namespace of ${where} by another label than its name`);
    }
    if ((rule.from ?? rule.to)?.length === 0 || rule.ports?.length === 0) notModelled(`an empty list in ${where}`);
  }
}
