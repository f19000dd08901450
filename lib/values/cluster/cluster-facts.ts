import { keepOwn } from '../own';
import { KubernetesVersion } from './kubernetes-version';
import { NetworkPeer } from './network-peer';
import { KubeProxyMode, NetworkPlugin } from './network-plugin';
import type { SecretSources } from '../secrets/external';
import { judged } from '../../arguments';

/** DNS of a cluster. */
export class ClusterDns {
  /** CoreDNS or kube-dns in kube-system, on port 53: what most distributions install. */
  public static coreDns(): ClusterDns {
    return new ClusterDns([NetworkPeer.pods({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } })], 53);
  }

  /**
   * CoreDNS with NodeLocal DNSCache in front of it, which answers on a link-local address of each node.
   *
   * Where kube-proxy runs in iptables mode, pods ask the addresses of the DNS Service, and the cache answers there too:
   * policies see these addresses, not the pods behind the Service.
   *
   * @param address of the cache, by default the one that NodeLocal DNSCache documents
   * @param serviceAddresses cluster IPs of the DNS Service, by default none
   */
  public static nodeLocal(address: string = '169.254.20.10', serviceAddresses: string[] = []): ClusterDns {
    const ranges = [address, ...serviceAddresses].map((each) => `${each}/${each.includes(':') ? 128 : 32}`);
    return new ClusterDns(
      [...ClusterDns.coreDns().peers, ...ranges.map((range) => NetworkPeer.cidr(range))],
      53,
      true,
      serviceAddresses.length > 0,
    );
  }

  /** OpenShift's DNS operator, whose pods listen on port 5353. */
  public static openShift(): ClusterDns {
    return new ClusterDns(
      [
        NetworkPeer.pods({
          namespace: 'openshift-dns',
          labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
        }),
      ],
      5353,
    );
  }

  /** Resolvers elsewhere. The port is the one that they listen on, 1 to 65535. */
  public static custom(peers: NetworkPeer[], port: number): ClusterDns {
    return new ClusterDns([...peers], port);
  }

  private constructor(
    /** The resolvers. */
    public readonly peers: NetworkPeer[],
    /** The port that the resolvers listen on. */
    public readonly port: number,
    /** True where a cache on each node answers. */
    public readonly isNodeLocal: boolean = false,
    /** True where the addresses of the DNS Service are known. */
    public readonly knowsService: boolean = false,
  ) {}
}

/** Facts of a StorageClass. */
export interface StorageClassFacts {
  /** Name of the class. */
  readonly name: string;

  /**
   * States that volumes of the class can be made larger (`allowVolumeExpansion`).
   *
   * @default false
   */
  readonly canGrow?: boolean;

  /**
   * States that claims without a class get this one.
   *
   * @default false
   */
  readonly isDefault?: boolean;
}

/** Storage of a cluster: volumes and secrets. */
export interface ClusterStorage {
  /**
   * All StorageClasses of the cluster.
   *
   * @default - not known: nothing is checked
   */
  readonly classes?: StorageClassFacts[];

  /**
   * States that the cluster gives each pod a group for its volumes and refuses others, as OpenShift does.
   *
   * @default false
   */
  readonly assignsGroup?: boolean;

  /**
   * Asks for a size of each emptyDir volume: without one, a pod fills the disk or the memory of its node.
   *
   * @default false
   */
  readonly requiresVolumeSizes?: boolean;

  /**
   * Sources of secrets.
   *
   * @default - external-secrets of a current version, without a store for what states none
   */
  readonly secrets?: SecretSources;
}

/** Facts of a cluster. */
export interface ClusterFactsProps {
  /**
   * Name of the cluster. Calls between clusters of different names do not reach pods.
   *
   * @default cluster
   */
  readonly name?: string;

  /**
   * Kubernetes version, 1.27 or newer; fields that it lacks are not emitted.
   *
   * @default - 1.30, whose fields every newer version has too
   */
  readonly kubernetesVersion?: KubernetesVersion;

  /**
   * Names of the zones that its nodes are in, all of them, as their label `topology.kubernetes.io/zone` has them.
   *
   * Replicas are spread over whatever zones there are; what programs say of zones is checked against these.
   *
   * @default - not known: nothing is checked
   */
  readonly zones?: string[];

  /**
   * Domain under which the cluster's Services have their full names.
   *
   * @default cluster.local
   */
  readonly domain?: string;

  /**
   * DNS that resolves names.
   *
   * @default ClusterDns.coreDns()
   */
  readonly dns?: ClusterDns;

  /**
   * Network plugin that carries out network policies.
   *
   * @default NetworkPlugin.standard()
   */
  readonly networkPlugin?: NetworkPlugin;

  /**
   * Mode of kube-proxy. It decides on which addresses NodeLocal DNSCache answers.
   *
   * @default KubeProxyMode.IPTABLES
   */
  readonly kubeProxy?: KubeProxyMode;

  /**
   * Addresses of the API server, for microservices that call it.
   *
   * @default - not known: they may reach any address on the API server's ports; on Cilium, which knows it, no other
   */
  readonly apiServer?: NetworkPeer[];

  /**
   * Ports that the API server listens on.
   *
   * @default - 443 and 6443
   */
  readonly apiServerPorts?: number[];

  /**
   * From where traffic from outside reaches exposed microservices: load balancers, nodes.
   *
   * @default - any address
   */
  readonly ingress?: NetworkPeer[];

  /**
   * Scrapers of metrics.
   *
   * @default - none
   */
  readonly scrapers?: NetworkPeer[];

  /**
   * Storage that replicas claim.
   *
   * @default - not known: nothing is checked
   */
  readonly storage?: ClusterStorage;
}

// 1.30 is the oldest version in which a container's start and stop are complete: the sleep action and native sidecars
// are on by default.
const DEFAULT_VERSION = '1.30';

/**
 * Ports on which API servers are found: behind a load balancer or the Service, and on the node itself (kubeadm's
 * default).
 */
const API_SERVER_PORTS = [443, 6443];

/** Facts of a target cluster. */
export class ClusterFacts {
  /** Name of the cluster. */
  public readonly name: string;

  /** Kubernetes version. */
  public readonly kubernetesVersion: KubernetesVersion;

  /** Names of the zones. Empty where they are not known. */
  public readonly zones: string[];

  /** Domain of the Services' full names. */
  public readonly domain: string;

  /** DNS that resolves names. */
  public readonly dns: ClusterDns;

  /** Network plugin that carries out network policies. */
  public readonly networkPlugin: NetworkPlugin;

  /** Mode of kube-proxy. */
  public readonly kubeProxy: KubeProxyMode;

  /** Addresses of the API server. Empty where they are not known. */
  public readonly apiServer: NetworkPeer[];

  /** Ports that the API server listens on. */
  public readonly apiServerPorts: number[];

  /** Sources of the traffic from outside to exposed microservices. Empty where any address may be one. */
  public readonly ingress: NetworkPeer[];

  /** Scrapers of metrics. */
  public readonly scrapers: NetworkPeer[];

  /** Storage that replicas claim. */
  public readonly storage: ClusterStorage;

  public constructor(props: ClusterFactsProps = {}) {
    const stated = judged(this, 'ClusterFacts', props);
    this.name = stated.name ?? 'cluster';
    this.kubernetesVersion = stated.kubernetesVersion ?? KubernetesVersion.of(DEFAULT_VERSION);
    this.zones = [...(stated.zones ?? [])];
    this.domain = stated.domain ?? 'cluster.local';
    this.dns = stated.dns ?? ClusterDns.coreDns();
    this.networkPlugin = stated.networkPlugin ?? NetworkPlugin.standard();
    this.kubeProxy = stated.kubeProxy ?? KubeProxyMode.IPTABLES;
    this.apiServer = [...(stated.apiServer ?? [])];
    this.apiServerPorts = [...(stated.apiServerPorts ?? API_SERVER_PORTS)];
    this.ingress = [...(stated.ingress ?? [])];
    this.scrapers = [...(stated.scrapers ?? [])];
    this.storage = { ...stated.storage };
    keepOwn(this, ClusterFacts);
  }
}
