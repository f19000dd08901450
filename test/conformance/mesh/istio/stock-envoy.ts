import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** Takes the filter out that only Istio's own build of Envoy has and that no switch leaves out. */
export const STOCK_ENVOY: KubernetesObject = {
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'EnvoyFilter',
  metadata: { name: 'stock-envoy', namespace: 'istio-system' },
  spec: {
    configPatches: [
      {
        applyTo: 'HTTP_FILTER',
        match: {
          listener: {
            filterChain: {
              filter: { name: 'envoy.filters.network.http_connection_manager', subFilter: { name: 'istio.stats' } },
            },
          },
        },
        patch: { operation: 'REMOVE' },
      },
      {
        applyTo: 'NETWORK_FILTER',
        match: { listener: { filterChain: { filter: { name: 'istio.stats' } } } },
        patch: { operation: 'REMOVE' },
      },
    ],
  },
};
