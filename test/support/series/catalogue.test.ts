import { CLUSTER, unknownIn } from './catalogue';

test.each([
  ['max by (pod) (kube_pod_container_info{namespace="shop"})', []],
  ['kube_pod_containers_info', ['kube_pod_containers_info']],
  ['kube_deployment_spec_replicas{pod="a"}', ['kube_deployment_spec_replicas{pod}']],
  ['sum by (pod) (kube_deployment_spec_replicas)', ['kube_deployment_spec_replicas by pod']],
  ['kube_pod_container_info * on (container) group_left (node) kube_pod_container_resource_limits', []],
])('%s asks for nothing but %j in vain', (query, expected) => {
  expect(unknownIn(query, CLUSTER)).toEqual(expected);
});
