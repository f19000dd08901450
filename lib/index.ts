export { App, type AppProps } from './app';
export { ApplicationStack, type ApplicationStackProps } from './application-stack';
export { type Finding, Findings, Severity } from './errors';
export { ExternalService, type ExternalServiceProps } from './external-service';
export { Microservice } from './microservice';
export { type KubernetesApiOptions, type MicroserviceProps } from './microservice-props';
export { MicroserviceReference, type MicroserviceReferenceProps } from './microservice-reference';
export {
  type AdditionalContainer,
  AddressFormat,
  type AlertSettings,
  Backlog,
  type BacklogOptions,
  type CallOptions,
  type ClientCertificateOptions,
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
  Instrumentation,
  type KafkaBacklogOptions,
  KubernetesVersion,
  MetricsAccess,
  MetricSource,
  type MicroserviceSettings,
  Mount,
  type MountOptions,
  NetworkPeer,
  Objective,
  type ObjectiveOptions,
  type ObjectiveRoute,
  PodSecurityLevel,
  type PodsPeerOptions,
  Port,
  type PortOptions,
  type PortProbeOptions,
  Probe,
  type ProbeOptions,
  type ProjectionOptions,
  Propagator,
  Protocol,
  type RabbitMqBacklogOptions,
  RequestMetrics,
  type RequestMetricsOptions,
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
export {
  Dashboards, Logging, type LoggingProps, Monitoring, NoDashboards, NoMonitoring, type OtlpCollectorProps, OtlpProtocol, Tracing, type TracingProps,
} from './observability';
export { NamespaceBaseline } from './namespace-baseline';
export { Platform, type PlatformProps } from './platform';
