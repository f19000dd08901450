export { App, type AppProps } from './app';
export { ApplicationStack, type ApplicationStackProps } from './application-stack';
export { type Finding, Findings, Severity } from './errors';
export { ExternalService, type ExternalServiceProps } from './external-service';
export { type KubernetesApiOptions, Microservice, type MicroserviceProps } from './microservice';
export { MicroserviceReference, type MicroserviceReferenceProps } from './microservice-reference';
export {
  type AdditionalContainer,
  AddressFormat,
  type CallOptions,
  ClusterDns,
  ClusterFacts,
  type ClusterFactsProps,
  type ContainerProps,
  type CpuAndMemoryScalingOptions,
  type ExposeOptions,
  ExternalTls,
  type ExternalTlsOptions,
  type GrpcProbeOptions,
  type HttpProbeOptions,
  type ICallee,
  type ICaller,
  type InitContainer,
  KubernetesVersion,
  type MicroserviceSettings,
  Mount,
  type MountOptions,
  NetworkPeer,
  PodSecurityLevel,
  type PodsPeerOptions,
  Port,
  type PortOptions,
  type PortProbeOptions,
  Probe,
  type ProbeOptions,
  type ProjectionOptions,
  Protocol,
  Retries,
  type RetryOptions,
  Scaling,
  type ScalingOptions,
  ScratchMedium,
  type ScratchVolumeOptions,
  type SecuritySettings,
  type Setting,
  TaintEffect,
  type Toleration,
  TopologySpread,
  type TopologySpreadOptions,
  Volume,
} from './model';
export { IstioIngressGateway, type IstioIngressGatewayProps, IstioMesh, type IstioMeshProps, IstioVersion, Mesh, NoMesh, SidecarMode } from './mesh';
export { NamespaceBaseline } from './namespace-baseline';
export { Platform, type PlatformProps } from './platform';
