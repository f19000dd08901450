import type { Data, Program } from './judges';

type Judges = readonly (Program | Data)[];

/** Judges of suites that boot a control plane with controllers and simulated nodes. */
export const CLUSTER_JUDGES: Judges = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
  'kwok-stages',
  'crds',
];

/** Judges of suites that also run Istio with real proxies. */
export const MESH_JUDGES: Judges = [
  ...CLUSTER_JUDGES,
  'istioctl',
  'pilot-discovery',
  'pilot-agent',
  'envoy',
  'envoy-bootstrap',
];
