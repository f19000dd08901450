import { EXACT, unsupported } from '../../../program';
import { FeatureTable, MeshFeature } from '../features';

/** Features of Istio with sidecars. */
export const ISTIO_FEATURES: FeatureTable = {
  [MeshFeature.MUTUAL_TLS]: EXACT,
  [MeshFeature.AUTHORIZATION]: EXACT,
  [MeshFeature.REQUEST_AUTHORIZATION]: EXACT,
  [MeshFeature.EGRESS_SCOPE]: EXACT,
  [MeshFeature.RETRY_BUDGET]: EXACT,
  [MeshFeature.ACTIVATOR_ROUTES]: EXACT,
  [MeshFeature.TRAFFIC_SPLIT]: EXACT,
  [MeshFeature.LOAD_BALANCING]: EXACT,
  [MeshFeature.CONNECTION_POOLS]: EXACT,
  [MeshFeature.OUTLIER_DETECTION]: EXACT,
  [MeshFeature.TLS_ORIGINATION]: EXACT,
  [MeshFeature.TELEMETRY]: EXACT,
  [MeshFeature.GATEWAY_EXPOSURE]: EXACT,
  [MeshFeature.LOAD_BALANCER_EXPOSURE]: unsupported(
    'a load balancer in front of pods speaks no mutual TLS, which they insist on',
  ),
};
