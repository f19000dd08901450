import { endpointId, type WorkloadEndpoint } from '../../../program';

/** Id that a workload of this app has where a reference of a cluster means it. */
export function workloadId(cluster: string, workload: WorkloadEndpoint, name: string): string {
  return endpointId(workload.cluster ?? cluster, workload.namespace, name);
}
