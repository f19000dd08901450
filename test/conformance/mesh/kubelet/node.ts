import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import { ZONE_LABEL } from '../../cluster/nodes';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { GATEWAY } from '../../isolation';

/** The node of the pods that are real, one in each zone that is asked for; kwok leaves it alone. */
export function realNode(zone?: string): string {
  return zone === undefined ? 'real' : `real-${zone}`;
}

const LEASE_SECONDS = 40;

/**
 * Makes a node of real pods, and keeps it alive until the function that is returned is called.
 *
 * @throws ConformanceError when the API server refuses it
 */
export async function createRealNode(client: KubernetesClient, zone?: string): Promise<() => void> {
  const name = realNode(zone);
  const topology: Readonly<Record<string, string>> =
    zone === undefined ? {} : { 'topology.kubernetes.io/region': 'region', [ZONE_LABEL]: zone };
  const room = { cpu: '32', memory: '256Gi', pods: '110' };
  const node: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', ...topology } },
  };
  const complaints = complaintsOf(await client.apply(node));
  if (complaints.length > 0) throw new ConformanceError(`node ${name} is refused: ${complaints.join('; ')}`);
  const conditions = [
    { type: 'Ready', status: 'True', reason: 'KubeletReady', lastHeartbeatTime: now(), lastTransitionTime: now() },
  ];
  // Istio injects a native sidecar where the nodes are new enough.
  const nodeInfo = { kubeletVersion: (await client.request('GET', '/version')).body.gitVersion };
  await client.patch(
    node,
    {
      status: {
        nodeInfo,
        allocatable: room,
        capacity: room,
        conditions,
        addresses: [{ type: 'InternalIP', address: GATEWAY }],
      },
    },
    'status',
  );
  const renew = async (): Promise<void> => {
    await client.apply({
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name, namespace: 'kube-node-lease' },
      spec: {
        holderIdentity: name,
        leaseDurationSeconds: LEASE_SECONDS,
        renewTime: new Date().toISOString().replace('Z', '000Z'),
      },
    });
  };
  await renew();
  // The end of the run is no reason for an error of this.
  const timer = setInterval(() => void renew().catch(() => undefined), LEASE_SECONDS * 250).unref();
  return () => clearInterval(timer);
}

function now(): string {
  return new Date().toISOString();
}
