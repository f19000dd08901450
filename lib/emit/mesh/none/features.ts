import { approximate, EXACT, unsupported } from '../../../program';
import { FeatureTable, MeshFeature } from '../features';

/** Features of Kubernetes without a mesh. */
export const NO_MESH_FEATURES: FeatureTable = {
  [MeshFeature.MUTUAL_TLS]: unsupported('traffic between pods is as the applications and the network plugin leave it'),
  [MeshFeature.AUTHORIZATION]: approximate(
    "network policies tell callers by their pods' labels, not by their identities",
  ),
  [MeshFeature.REQUEST_AUTHORIZATION]: approximate('a caller may send any request to the port that it calls'),
  [MeshFeature.EGRESS_SCOPE]: approximate('network policies know ranges of addresses, not host names'),
  [MeshFeature.RETRY_BUDGET]: approximate('nothing bounds the retries that callers make themselves'),
  [MeshFeature.ACTIVATOR_ROUTES]: approximate(
    'callers use another address, and a caller that may reach the activator reaches every microservice behind it',
  ),
  [MeshFeature.TRAFFIC_SPLIT]: approximate(
    'each version gets the share of connections that its share of the replicas is',
  ),
  [MeshFeature.LOAD_BALANCING]: approximate(
    'connections are balanced, not requests: a connection of HTTP/2 or gRPC stays with one replica',
  ),
  [MeshFeature.CONNECTION_POOLS]: approximate('nothing bounds concurrent requests'),
  [MeshFeature.OUTLIER_DETECTION]: approximate('only readiness takes a failing replica out'),
  [MeshFeature.TLS_ORIGINATION]: unsupported('there is no proxy that could begin TLS'),
  [MeshFeature.TELEMETRY]: unsupported('there are no proxies'),
  [MeshFeature.GATEWAY_EXPOSURE]: unsupported('there is no ingress gateway'),
  [MeshFeature.LOAD_BALANCER_EXPOSURE]: EXACT,
};
