import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { GATEWAY } from '../../isolation';

/**
 * Says in a Pod's status that it runs, at which address, and whether it is ready. Returns the Pod.
 *
 * @throws ConformanceError when the API server refuses it
 */
export async function reportStatus(
  client: KubernetesClient,
  pod: KubernetesObject,
  address: string,
  isReady: boolean,
): Promise<KubernetesObject> {
  const conditions = ['Initialized', 'PodScheduled', 'ContainersReady', 'Ready'].map((type) => ({
    type,
    status: isReady || !type.endsWith('Ready') ? 'True' : 'False',
    lastTransitionTime: new Date().toISOString(),
  }));
  const status = { phase: 'Running', hostIP: GATEWAY, podIP: address, podIPs: [{ ip: address }], conditions };
  const answer = await client.patch(pod, { status }, 'status');
  if (answer.status >= 300)
    throw new ConformanceError(`the status of ${titleOf(pod)} is refused: ${complaintsOf(answer).join('; ')}`);
  return answer.body as KubernetesObject;
}
