import type { SeccompProfile } from '../../lib';

/** A program as plain data, so that it can be generated, printed, changed and built in any order. */
export interface ProgramSpec {
  readonly version: string;
  readonly dns: 'coreDns' | 'nodeLocal' | 'openShift' | 'custom';
  /** Ranges of custom resolvers. */
  readonly resolvers: readonly string[];
  /** Ranges of addresses, none where they are not known. */
  readonly apiServer: readonly string[];
  readonly ingress: readonly string[];
  /** True when pods of the namespace `monitoring` scrape metrics. */
  readonly scraped: boolean;
  /** Ranges that scrape metrics too, each with all of its addresses or without the first. */
  readonly scrapers: readonly { readonly range: string; readonly exceptFirst: boolean }[];
  /** Istio, where there is a mesh. */
  readonly mesh?: MeshSpec;
  /** True when the platform has an activator for workloads that scale to zero. */
  readonly held?: boolean;
  readonly mirrors: Readonly<Record<string, string>>;
  readonly images: Readonly<Record<string, string>>;
  readonly platformDefaults: SettingsSpec;
  readonly required: { readonly labels?: Readonly<Record<string, string>>; readonly networkPolicy?: true };
  readonly stacks: readonly StackSpec[];
  readonly services: readonly ServiceSpec[];
  readonly externals: readonly ExternalSpec[];
  readonly references: readonly ReferenceSpec[];
  readonly calls: readonly CallSpec[];
  readonly accepted: readonly AcceptSpec[];
  readonly exposures: readonly ExposureSpec[];
}

export interface MeshSpec {
  readonly version?: string;
  readonly revision?: string;
  readonly trustDomain?: string;
  readonly sidecars: 'native' | 'classic';
  readonly cni: boolean;
  /** True when the platform has an ingress gateway. */
  readonly gateway: boolean;
}

export interface StackSpec {
  readonly id: string;
  readonly namespace: string;
  readonly existing: boolean;
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged';
  readonly defaults: SettingsSpec;
}

/** Statements of platforms, stacks and services. Amounts in millicores, mebibytes and seconds. */
export interface SettingsSpec {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  readonly imagePullSecrets?: readonly string[];
  readonly scaling?: ScalingSpec;
  readonly disruptionBudget?: boolean;
  readonly longestRequest?: number;
  readonly concurrency?: number;
  readonly startupTime?: number;
  readonly minReady?: number;
  readonly endpointPropagation?: number;
  readonly spread?: readonly {
    readonly over: 'zones' | 'nodes' | 'example.com/rack';
    readonly maxSkew: number;
    readonly required: boolean;
  }[];
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly {
    readonly key: string;
    readonly value?: string;
    readonly effect?: 'NoSchedule' | 'NoExecute';
  }[];
  readonly priorityClassName?: string;
}

export type ScalingSpec =
  | { readonly kind: 'fixed'; readonly replicas: number }
  | { readonly kind: 'requests'; readonly max: number }
  | {
      readonly kind: 'cpu' | 'memory' | 'both';
      readonly min: number;
      readonly max: number;
      readonly utilization: number;
    };

export interface ServiceSpec extends SettingsSpec, ContainerSpec {
  readonly stack: number;
  readonly id: string;
  readonly ports: readonly PortSpec[];
  readonly headless: boolean;
  /** Sizes of the claims of each replica, in mebibytes, where it is a stateful service. */
  readonly claims?: readonly number[];
  /** Update of an agent, in nodes at once, where it is one. */
  readonly perNode?: { readonly surges: boolean; readonly nodes: number; readonly everyNode: boolean };
  readonly component?: string;
  readonly networkPolicy?: boolean;
  readonly security: SecuritySpec;
  readonly probes: Readonly<Partial<Record<'readiness' | 'liveness' | 'startup', ProbeSpec>>>;
  readonly volumes: readonly VolumeSpec[];
  readonly init: readonly (ContainerSpec & { readonly calls?: boolean })[];
  readonly beside: readonly (ContainerSpec & { readonly sidecar: boolean; readonly liveness?: ProbeSpec })[];
  readonly kubernetesApi: 'no' | 'token' | 'role';
}

export interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly workingDir?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Variables read from keys of ConfigMaps or Secrets. */
  readonly envValues: Readonly<Record<string, 'configMap' | 'secret' | 'field'>>;
  readonly cpu?: BoundsSpec;
  readonly memory?: BoundsSpec;
  /** Indices of the pod's volumes, by the path that each is mounted at. */
  readonly mounts: Readonly<Record<string, number>>;
}

export interface BoundsSpec {
  readonly request?: number;
  readonly limit?: number;
}

export interface PortSpec {
  readonly protocol: 'http' | 'http2' | 'grpc' | 'tcp' | 'tls' | 'udp';
  readonly port: number;
  readonly targetPort?: number;
  readonly name?: string;
  readonly metrics: boolean;
  readonly metricsPath?: string;
}

export interface SecuritySpec {
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly seccompProfile?: SeccompProfile;
  readonly addCapabilities?: readonly string[];
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly fsGroup?: number;
}

export interface ProbeSpec {
  readonly kind: 'http' | 'tcp' | 'grpc' | 'command';
  readonly port: number;
  readonly period?: number;
  readonly timeout?: number;
  readonly failureThreshold?: number;
}

export interface VolumeSpec {
  readonly kind: 'disk' | 'memory' | 'configMap' | 'secret';
  readonly mebibytes?: number;
  readonly items?: Readonly<Record<string, string>>;
  readonly defaultMode?: number;
}

export interface ExternalSpec {
  readonly stack: number;
  readonly id: string;
  readonly host: string;
  readonly ports: readonly PortSpec[];
  readonly addresses: readonly string[];
  /** TLS from the caller's proxy, and the file of trusted certificates if it is not the default. */
  readonly tlsByProxy?: { readonly caCertificates?: string };
}

export interface ReferenceSpec {
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly PortSpec[];
}

export interface CallSpec {
  readonly caller: number;
  readonly callee: { readonly kind: 'service' | 'external' | 'reference'; readonly index: number };
  /** Position of the called port among the callee's. */
  readonly port: number;
  /** True when the statement names the port. */
  readonly named: boolean;
  readonly address: 'hostAndPort' | 'url' | 'none';
  readonly addressEnv: string;
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
  readonly streaming?: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
  /** Calls that are sent again are idempotent. */
  readonly retries?: number;
  /** In milliseconds, where there are retries. */
  readonly perTryTimeout?: number;
}

export interface AcceptSpec {
  readonly callee: number;
  readonly reference: number;
  readonly port: number;
}

export interface ExposureSpec {
  readonly service: number;
  readonly port: number;
  readonly host?: string;
  readonly public?: boolean;
  readonly tlsSecret?: string;
  readonly allowedSources: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
}
