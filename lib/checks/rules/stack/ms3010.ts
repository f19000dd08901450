import { Rule, Severity } from '../../../errors';
import { KubeProxyMode } from '../../../values';
import type { StackFacts } from '../../stack-facts';

/** The address of the DNS Service is not known. */
export const MS3010: Rule<StackFacts> = {
  code: 'MS3010',
  title: 'the address of the DNS Service is not known',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'With kube-proxy in iptables mode, pods ask the cluster IP of the DNS Service, and NodeLocal DNSCache answers ' +
    'there on every node: network policies see that address, and refuse it unless it is stated. State it as the ' +
    'second argument of `ClusterDns.nodeLocal` (`kubectl get service kube-dns -n kube-system` shows it), or state ' +
    "the cluster's other mode as `kubeProxy`.",
  reads: 'platform',

  evaluate: ({ platform }) => {
    const { dns, kubeProxy, networkPlugin } = platform.cluster;
    return !dns.isNodeLocal || dns.knowsService || kubeProxy !== KubeProxyMode.IPTABLES || networkPlugin.isCilium
      ? []
      : [
          {
            message: 'the address of the DNS Service is not known',
            given: 'dns was NodeLocal DNSCache without addresses of the Service, kubeProxy was iptables',
            allowed: "the Service's cluster IP, or KubeProxyMode.IPVS",
            fix: "state ClusterDns.nodeLocal('169.254.20.10', [clusterIP]), or kubeProxy: KubeProxyMode.IPVS",
          },
        ];
  },
};
