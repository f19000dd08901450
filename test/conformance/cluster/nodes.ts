import type { KubernetesClient } from './kubernetes-client';
import { complaintsOf } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-object';
import { ConformanceError } from '../errors';

const ANNOTATION = 'kwok.x-k8s.io/node';

/** Marks the nodes that kwok plays the kubelet of; pods on other nodes are left alone. */
export const SIMULATED = `${ANNOTATION}=simulated`;

/** The label that says a node's zone. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** The zones of the simulated nodes. */
export const ZONES = ['zone-a', 'zone-b', 'zone-c'];

/**
 * Makes simulated nodes, as many in each zone, each with much room.
 *
 * @throws ConformanceError when the API server refuses one
 */
export async function createNodes(client: KubernetesClient, perZone = 1): Promise<KubernetesObject[]> {
  const nodes = ZONES.flatMap((zone) => Array.from({ length: perZone }, (_, at) => nodeOf(`${zone}-${at + 1}`, zone)));
  for (const node of nodes) {
    const complaints = complaintsOf(await client.create(node));
    if (complaints.length > 0)
      throw new ConformanceError(`node ${node.metadata.name} is refused: ${complaints.join('; ')}`);
    await client.patch(node, { status: node.status }, 'status');
  }
  return nodes;
}

function nodeOf(name: string, zone: string): KubernetesObject {
  const room = { cpu: '32', memory: '256Gi', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { [ANNOTATION]: 'simulated' },
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/region': 'region',
        [ZONE_LABEL]: zone,
      },
    },
    status: { allocatable: room, capacity: room },
  };
}
