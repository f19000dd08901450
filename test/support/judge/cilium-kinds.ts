import { KindSchema, Schema } from './closed-schema';
import { list, mapOf, metadata, object, text } from './schemas';

const entity: Schema = { enum: ['host', 'remote-node', 'kube-apiserver'] };
const ports = list(
  object({ ports: list(object({ port: text, protocol: { enum: ['TCP', 'UDP'] } }, ['port'])) }, ['ports']),
);

const policy = object(
  {
    endpointSelector: object({ matchLabels: mapOf(text) }),
    ingress: list(object({ fromEntities: list(entity), toPorts: ports })),
    egress: list(object({ toEntities: list(entity), toPorts: ports })),
  },
  ['endpointSelector'],
);

/**
 * Kinds of Cilium, of which no package among the tools has types: the fields that the library may state, as
 * https://github.com/cilium/cilium/blob/v1.19.3/pkg/k8s/apis/cilium.io/client/crds/v2/ciliumnetworkpolicies.yaml has
 * them.
 */
export const CILIUM_KINDS: Readonly<Record<string, KindSchema>> = {
  'cilium.io/v2/CiliumNetworkPolicy': {
    schema: object(
      { apiVersion: { enum: ['cilium.io/v2'] }, kind: { enum: ['CiliumNetworkPolicy'] }, metadata, spec: policy },
      ['apiVersion', 'kind', 'metadata', 'spec'],
    ),
  },
};
