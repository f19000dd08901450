// Made by `npm run jsii` from the public API; do not edit.

/** Parameters of constructors, factories and methods, then members of structs. A dot marks types of other packages. */
export const SHAPES = `
AbstractCaller#acknowledge(code: string, reason: string)
AbstractCaller#calls(callee: ICallee, options?: CallOptions)
AbstractCaller#patch(fields: any{})
AbstractCaller#patchContainer(container: string, fields: any{})
AbstractCaller#patchVariable(container: string, variable: string, fields: any{})
AbstractCaller#setting(name: string)
AbstractJob#callsKubernetesApi(options?: KubernetesApiOptions)
AbstractService#callsKubernetesApi(options?: KubernetesApiOptions)
AbstractService#expose(options?: ExposeOptions, wayIn?: WayInOptions)
AbstractWorkload#acceptsCallsFrom(caller: ICaller, options?: CallOptions)
Account.named(name: string)
Account.own(options?: OwnAccountOptions)
AddressFormat.replica(ordinal: number, template?: string)
AddressFormat.replicas(template?: string, separator?: string)
AddressFormat.template(template: string)
new Agent(props: AgentProps)
AgentUpdate.rolling(maxUnavailable?: number)
AgentUpdate.rollingPercent(maxUnavailable: number)
AgentUpdate.surging(maxSurge?: number)
AgentUpdate.surgingPercent(maxSurge: number)
new App(props?: AppProps)
AppArmorProfile.localhost(name: string)
new ApplicationStack(props?: ApplicationStackProps)
ApplicationStack#acknowledge(code: string, reason: string)
new ArgoRollouts(props?: ArgoRolloutsProps)
Backlog.custom(name: string, most: number, options: BacklogOptions)
Backlog.kafka(most: number, options: KafkaBacklogOptions)
Backlog.nats(most: number, options: NatsBacklogOptions)
Backlog.rabbitMq(most: number, options: RabbitMqBacklogOptions)
Backlog.redisStream(most: number, options: RedisStreamBacklogOptions)
Backlog.sqs(most: number, options: SqsBacklogOptions)
BacklogSource.kafka(options: KafkaSourceOptions)
BacklogSource.nats(options: NatsSourceOptions)
BacklogSource.rabbitMq(options: RabbitMqSourceOptions)
BacklogSource.redis(options: RedisSourceOptions)
BacklogSource.sqs(options: SqsSourceOptions)
CanaryStep.header(name: string, value: string, pause?: cdk8s.Duration)
CanaryStep.mirror(percent: number, pause?: cdk8s.Duration)
CanaryStep.weight(percent: number, pause?: cdk8s.Duration)
CertificateIssuer.cluster(name: string)
CertificateIssuer.ofNamespace(name: string)
Claim#at(path: string, options?: MountOptions): Mount
Claim.of(name: string, options: ClaimOptions)
ClusterDns.custom(peers: NetworkPeer[], port: number)
ClusterDns.nodeLocal(address?: string, serviceAddresses?: string[])
new ClusterFacts(props?: ClusterFactsProps)
ConfigFile.fromBase64(path: string, base64: string, options?: ConfigFileOptions)
ConfigFile.fromFile(path: string, source: string, options?: ConfigFileOptions)
ConfigFile.fromText(path: string, text: string, options?: ConfigFileOptions)
ConfigMapReference.named(name: string)
ConfigMapReference#variable(key: string, options?: KeyVariableOptions)
ConfigMapReference#variables(options?: KeyVariablesOptions)
ConfigMapReference#volume(name: string, options?: ProjectionOptions): Volume
new ExternalSecret(props: ExternalSecretProps)
ExternalSecret#acknowledge(code: string, reason: string)
new ExternalService(props: ExternalServiceProps)
ExternalService#acknowledge(code: string, reason: string)
ExternalTls.byProxy(options?: ExternalTlsOptions)
Findings#acknowledge(code: string, reason: string)
Findings.of(construct: constructs.IConstruct)
new Flagger(props?: FlaggerProps)
new GatewayApi(props?: GatewayApiProps)
GatewayApiVersion#atLeast(minor: number)
GatewayApiVersion.of(version: string)
GatewayClass.envoyGateway(name?: string)
GatewayClass.istio(name?: string)
GatewayClass.of(props: GatewayClassProps)
new GrafanaConfigMaps(props?: GrafanaConfigMapsProps)
new GrafanaOperator(props: GrafanaOperatorProps)
Hook.command(command: string[], options?: HookOptions)
Hook.http(path: string, options?: HttpHookOptions)
new HorizontalPodAutoscaling(props?: HorizontalPodAutoscalingProps)
IngressController.nginx(props?: IngressControllerProps)
IngressController.traefik(props?: IngressControllerProps)
new IstioIngressGateway(props?: IstioIngressGatewayProps)
new IstioMesh(props?: IstioMeshProps)
IstioVersion.of(version: string)
new Job(props: JobProps)
new Keda(props?: KedaProps)
KnativeIngress.of(props: KnativeIngressProps)
new KnativeServing(props?: KnativeServingProps)
new KubernetesDelivery(props?: KubernetesDeliveryProps)
KubernetesVersion#atLeast(minor: number)
KubernetesVersion.of(version: string)
new Logging(props?: LoggingProps)
MetricsAccess.clientCertificate(options: ClientCertificateOptions)
new Microservice(props: MicroserviceProps)
new MicroserviceReference(props: MicroserviceReferenceProps)
NetworkPeer.cidr(cidr: string, except?: string[])
NetworkPeer.pods(options: PodsPeerOptions)
NetworkPlugin.cilium(options?: CiliumOptions)
NodeAffinity.preferred(weight: number, expressions: NodeExpression[])
NodeAffinity.required(expressions: NodeExpression[])
NodeExpression.doesNotExist(key: string)
NodeExpression.exists(key: string)
NodeExpression.greaterThan(key: string, value: number)
NodeExpression.in(key: string, values: string[])
NodeExpression.lessThan(key: string, value: number)
NodeExpression.notIn(key: string, values: string[])
new NodePort(props?: NodePortProps)
Objective.availability(percent: number, options?: ObjectiveOptions)
Objective.latency(percent: number, threshold: cdk8s.Duration, options?: ObjectiveOptions)
new Platform(props?: PlatformProps)
Platform#resolveImage(image: string)
PodAffinity.apartFrom(labels: string{}, options?: PodAffinityOptions)
PodAffinity.near(labels: string{}, options?: PodAffinityOptions)
PodFailureRule.onDisruption(action: PodFailureAction)
PodFailureRule.onExitCodes(action: PodFailureAction, codes: number[], options?: ExitCodeOptions)
PodFailureRule.onPodCondition(action: PodFailureAction, condition: string, status?: string)
PodField.amount(container: string, amount: ContainerAmount, options?: AmountOptions)
PodField.annotation(key: string)
PodField.label(key: string)
Port.grpc(port: number, options?: PortOptions)
Port.http(port: number, options?: HttpPortOptions)
Port.http2(port: number, options?: PortOptions)
Port.tcp(port: number, options?: PortOptions)
Port.tls(port: number, options?: PortOptions)
Port.udp(port: number, options?: PortOptions)
Probe.command(command: string[], options?: ProbeOptions)
Probe.grpc(options?: GrpcProbeOptions)
Probe.http(path: string, options?: HttpProbeOptions)
Probe.tcp(options?: PortProbeOptions)
ProjectedSource.configMap(configMap: cdk8s-plus-27.IConfigMap, options?: ProjectedKeysOptions)
ProjectedSource.configMapNamed(configMapName: string, options?: ProjectedKeysOptions)
ProjectedSource.downwardApi(files: PodField{})
ProjectedSource.secret(secret: cdk8s-plus-27.ISecret, options?: ProjectedKeysOptions)
ProjectedSource.secretNamed(secretName: string, options?: ProjectedKeysOptions)
ProjectedSource.serviceAccountToken(options?: ServiceAccountTokenOptions)
new PrometheusAnnotations(props?: PrometheusAnnotationsProps)
new PrometheusOperator(props: PrometheusOperatorProps)
RemoteKey.of(key: string, options?: RemoteKeyOptions)
RequestMetrics.custom(options: RequestMetricsOptions)
RequiredObjects.of(construct: constructs.IConstruct)
Retries.upTo(attempts: number, options?: RetryOptions)
Rollout.blueGreen(options?: BlueGreenOptions)
Rollout.canary(options?: CanaryOptions)
Rollout.rolling(options?: RollingOptions)
Scaling.fixed(replicas: number)
Scaling.forLoad(options: LoadScalingOptions)
Scaling.on(metrics: ScalingMetric[], options: ScalingBounds)
Scaling.onCpu(options: ScalingOptions)
Scaling.onCpuAndMemory(options: CpuAndMemoryScalingOptions)
Scaling.onMemory(options: ScalingOptions)
ScalingMetric.backlog(backlog: Backlog, perReplica: number, source?: BacklogSource)
ScalingMetric.concurrency(perReplica: number)
ScalingMetric.cpu(utilization?: number)
ScalingMetric.latency(percentile: number, threshold: cdk8s.Duration)
ScalingMetric.memory(utilization?: number)
ScalingMetric.requestsPerSecond(perReplica: number)
ScalingMetric.schedule(options: ScheduleOptions)
new ScheduledJob(props: ScheduledJobProps)
new SecretProviderClass(props: SecretProviderClassProps)
SecretProviderClass#acknowledge(code: string, reason: string)
SecretProviderClass#volume(name: string): Volume
SecretReference.named(name: string)
SecretReference#variable(key: string, options?: KeyVariableOptions)
SecretReference#variables(options?: KeyVariablesOptions)
SecretReference#volume(name: string, options?: ProjectionOptions): Volume
SecretStore.cluster(name: string)
SecretStore.namespaced(name: string)
new ServerlessFunction(props: ServerlessFunctionProps)
ServerlessFunction#expose(options?: FunctionExposeOptions)
new ServerlessFunctionReference(props: ServerlessFunctionReferenceProps)
new SharedAccount(props?: AccountOptions)
new StatefulService(props: StatefulServiceProps)
SuccessRule.count(count: number)
SuccessRule.indexes(indexes: string, count?: number)
TopologySpread.over(nodeLabel: string, options?: TopologySpreadOptions)
TopologySpread.overNodes(options?: TopologySpreadOptions)
TopologySpread.overZones(options?: TopologySpreadOptions)
new Tracing(props: TracingProps)
TriggerCredentials.podIdentity(provider: PodIdentityProvider, roleArn?: string)
TriggerCredentials.secret(secretName: string, keys: string{})
VaultFile.of(path: string, secret: string, options?: VaultFileOptions)
Volume#at(path: string, options?: MountOptions): Mount
Volume.claimNamed(name: string, claimName: string, options?: ClaimVolumeOptions)
Volume.configMap(name: string, configMap: cdk8s-plus-27.IConfigMap, options?: ProjectionOptions)
Volume.configMapNamed(name: string, configMapName: string, options?: ProjectionOptions)
Volume.csi(name: string, options: CsiVolumeOptions)
Volume.downwardApi(name: string, files: PodField{}, options?: DownwardApiOptions)
Volume.emptyDir(name: string, options?: EmptyDirOptions)
Volume.ephemeral(name: string, options: EphemeralVolumeOptions)
Volume.hostPath(name: string, path: string, options?: HostPathOptions)
Volume.image(name: string, image: string, options?: ImageVolumeOptions)
Volume.projected(name: string, sources: ProjectedSource[], options?: ProjectedOptions)
Volume.secret(name: string, secret: cdk8s-plus-27.ISecret, options?: ProjectionOptions)
Volume.secretNamed(name: string, secretName: string, options?: ProjectionOptions)
Volume.serviceAccountToken(name: string, options?: ServiceAccountTokenOptions)
AccountOptions { annotations?: string{}, labels?: string{} }
AdditionalContainer { args?: string[], command?: string[], env?: string{}, envFrom?: cdk8s-plus-27.EnvFrom[],
  envValues?: cdk8s-plus-27.EnvValue{}, image: string, mounts?: Mount[], name: string, probes?: Probes,
  resources?: ContainerResourceSettings, sidecar?: boolean, workingDir?: string }
AddressVariable { containers?: string[], format?: AddressFormat, name?: string }
Adoption { container?: string, headlessService?: string, selector?: string{}, service?: string }
AgentLifecycle { concurrency?: number, endpointPropagation?: cdk8s.Duration, longestRequest?: cdk8s.Duration,
  minReady?: cdk8s.Duration, reportUnstatedConfiguration?: boolean, startupTime?: cdk8s.Duration,
  update?: AgentUpdate }
AgentPlacement { everyNode?: boolean, nodeSelector?: string{}, priorityClassName?: string,
  tolerations?: Toleration[] }
AgentPod { args?: string[], command?: string[], containers?: AdditionalContainer[], envFrom?: cdk8s-plus-27.EnvFrom[],
  envValues?: cdk8s-plus-27.EnvValue{}, imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[],
  initContainers?: InitContainer[], mounts?: Mount[], placement?: AgentPlacement, workingDir?: string }
AgentProps { env?: string{}, host?: HostAccess, image: string, internalTrafficPolicy?: InternalTrafficPolicy,
  lifecycle?: AgentLifecycle, metadata?: WorkloadMetadata, pod?: AgentPod, ports?: Port[], probes?: Probes,
  resources?: ResourceSettings, security?: SecuritySettings, telemetry?: AgentTelemetry }
AgentTelemetry { alerts?: AlertSettings, backlogs?: Backlog[], instrumentation?: Instrumentation,
  logRetention?: cdk8s.Duration, objectives?: Objective[], propagators?: Propagator[],
  requestMetrics?: RequestMetrics, tracing?: boolean }
AlertSettings { autoscalerAtMax?: boolean, backlogTooLong?: boolean, certificateExpiring?: boolean,
  cpuThrottled?: boolean, crashLooping?: boolean, disruptionsBlocked?: boolean, jobs?: JobAlerts, labels?: string{},
  noReadyReplicas?: boolean, outOfMemory?: boolean, rolloutStuck?: boolean, volumeFilling?: boolean }
AlertingOptions { certificates?: CertificateExporter, labels?: string{}, pageSeverity?: string, runbookUrl?: string,
  ticketSeverity?: string }
AmountOptions { divisor?: string }
AppProps { findingsFile?: string, folder?: string, outdir?: string, outputFileExtension?: string,
  recordConstructMetadata?: boolean, resolvers?: cdk8s.IResolver[], yamlOutputType?: cdk8s.YamlOutputType }
ApplicationStackProps { defaults?: MicroserviceSettings, existing?: boolean, namespace?: string, platform?: Platform,
  podSecurity?: PodSecurityLevel }
ArgoRolloutsProps { analysisInterval?: cdk8s.Duration, instanceId?: string }
BacklogOptions { labels: string{}, metric: string, parts?: string[] }
BlueGreenOptions { autoPromotion?: boolean, scaleDownDelay?: cdk8s.Duration }
CallHeaders { remove?: string[], set?: string{} }
CallOperation { methods?: string[], paths?: string[] }
CallOptions { addressEnv?: string, addresses?: AddressVariable[], callsPerRequest?: number, headers?: CallHeaders,
  idempotent?: boolean, operation?: CallOperation, port?: number, protocol?: Protocol, retries?: Retries,
  soft?: boolean, streaming?: boolean, timeout?: cdk8s.Duration }
CanaryOptions { analysis?: boolean, requestsPerSecond?: number, steps?: CanaryStep[] }
CandidateProps { image: string, weight: number }
CiliumOptions { cidrMatchesNodes?: boolean }
ClaimOptions { accessMode?: AccessMode, path?: string, size: cdk8s.Size, storageClass?: string }
ClaimRetention { whenDeleted?: ClaimPolicy, whenScaled?: ClaimPolicy }
ClaimVolumeOptions { accessMode?: AccessMode }
ClientCertificateOptions { folder?: string, namespace: string, serviceAccount: string }
ClusterFactsProps { apiServer?: NetworkPeer[], apiServerPorts?: number[], dns?: ClusterDns, domain?: string,
  ingress?: NetworkPeer[], kubeProxy?: KubeProxyMode, kubernetesVersion?: KubernetesVersion, name?: string,
  networkPlugin?: NetworkPlugin, scrapers?: NetworkPeer[], storage?: ClusterStorage, zones?: string[] }
ClusterStorage { assignsGroup?: boolean, classes?: StorageClassFacts[], requiresVolumeSizes?: boolean,
  secrets?: SecretSources }
ConfigFileOptions { immutable?: boolean, mode?: number, wholeFolder?: boolean }
ContainerResourceSettings { cpu?: CpuResources, ephemeralStorage?: EphemeralStorageResources, extended?: number{},
  hugePages?: HugePages[], memory?: MemoryResources, noMemoryLimit?: boolean }
CpuAndMemoryScalingOptions { cpuUtilization?: number, max: number, memoryUtilization?: number, min?: number,
  scaleDown?: ScalingRate, scaleUp?: ScalingRate }
CpuResources { limit?: cdk8s-plus-27.Cpu, request?: cdk8s-plus-27.Cpu }
CsiVolumeOptions { attributes?: string{}, driver: string, readOnly?: boolean }
DownwardApiOptions { defaultMode?: number }
EmptyDirOptions { medium?: EmptyDirMedium, sizeLimit?: cdk8s.Size }
EphemeralStorageResources { limit?: cdk8s.Size, request?: cdk8s.Size }
EphemeralVolumeOptions { accessMode?: AccessMode, size: cdk8s.Size, storageClass?: string }
ExitCodeOptions { container?: string, except?: boolean }
ExposeOptions { addresses?: string[], allowedSources?: string[], annotations?: string{}, headers?: CallHeaders,
  host?: string, httpsRedirect?: boolean, operation?: CallOperation, port?: number, public?: boolean,
  streaming?: boolean, timeout?: cdk8s.Duration, tlsSecret?: string }
ExternalSecretProps { extract?: string[], keys?: RemoteKey{}, refreshInterval?: cdk8s.Duration, secretName?: string,
  store?: SecretStore, template?: string{}, type?: string }
ExternalSecretsFacts { apiVersion?: string, store?: SecretStore }
ExternalServiceProps { addresses?: string[], availability?: number, host: string, ports: Port[], tls?: ExternalTls }
ExternalTlsOptions { caCertificates?: string }
FlaggerProps { gate?: string }
FunctionExposeOptions { public?: boolean }
FunctionLifecycle { concurrency?: number, longestRequest?: cdk8s.Duration, reportUnstatedConfiguration?: boolean,
  rolloutDuration?: cdk8s.Duration, startupTime?: cdk8s.Duration }
FunctionPod { args?: string[], command?: string[], envFrom?: cdk8s-plus-27.EnvFrom[],
  envValues?: cdk8s-plus-27.EnvValue{}, imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[],
  mounts?: Mount[], workingDir?: string }
GatewayApiProps { certificateNamespace?: string, gateway?: PlatformGateway, gatewayClass?: GatewayClass,
  issuer?: CertificateIssuer, namespace?: string, version?: GatewayApiVersion }
GatewayClassProps { labels: string{}, name: string, namespace?: string, serviceAccount?: string }
GrafanaConfigMapsProps { folder?: string, folderAnnotation?: string, label?: string, labelValue?: string }
GrafanaOperatorProps { allowCrossNamespaceImport?: boolean, folder?: string, instanceSelector: string{},
  resyncPeriod?: cdk8s.Duration }
GrpcProbeOptions { failureThreshold?: number, initialDelay?: cdk8s.Duration, period?: cdk8s.Duration, port?: number,
  service?: string, successThreshold?: number, timeout?: cdk8s.Duration }
HookOptions { longest?: cdk8s.Duration }
HorizontalPodAutoscalingProps { metricsAdapter?: MetricsAdapterNames }
HostAccess { network?: boolean, nodeAddresses?: string[], pid?: boolean }
HostAlias { hostnames: string[], ip: string }
HostPathOptions { type?: HostPathType }
HttpHookOptions { longest?: cdk8s.Duration, port?: number }
HttpPortOptions { acceptsHttp10?: boolean, fallbackScrapeProtocol?: ScrapeProtocol, hostPort?: number,
  metricsPath?: string, name?: string, servesMetrics?: boolean, targetPort?: number }
HttpProbeOptions { failureThreshold?: number, headers?: string{}, initialDelay?: cdk8s.Duration,
  period?: cdk8s.Duration, port?: number, successThreshold?: number, timeout?: cdk8s.Duration, tls?: boolean }
HugePages { pageSize: cdk8s.Size, total: cdk8s.Size }
ImageVolumeOptions { pullPolicy?: cdk8s-plus-27.ImagePullPolicy }
IngressControllerProps { className?: string, issuer?: CertificateIssuer, labels?: string{}, namespace?: string,
  serviceAccount?: string }
InitContainer { args?: string[], calls?: boolean, command?: string[], env?: string{},
  envFrom?: cdk8s-plus-27.EnvFrom[], envValues?: cdk8s-plus-27.EnvValue{}, image: string, mounts?: Mount[],
  name: string, resources?: ContainerResourceSettings, workingDir?: string }
IstioIngressGatewayProps { acmeChallenges?: boolean, httpPort?: number, httpsPort?: number, labels?: string{},
  namespace?: string, serviceAccount?: string }
IstioMeshProps { cni?: boolean, durationBounds?: cdk8s.Duration[], ingressGateway?: IstioIngressGateway,
  revision?: string, rootNamespace?: string, sidecars?: SidecarMode, trustDomain?: string, version?: IstioVersion }
JobAlertSettings { failed?: boolean, labels?: string{}, notScheduled?: boolean, tooLong?: boolean }
JobAlerts { failed?: boolean, notScheduled?: boolean, tooLong?: boolean }
JobLifecycle { hooks?: LifecycleHooks, reportUnstatedConfiguration?: boolean, startupTime?: cdk8s.Duration,
  terminationGracePeriod?: cdk8s.Duration }
JobPod { args?: string[], command?: string[], containers?: AdditionalContainer[], envFrom?: cdk8s-plus-27.EnvFrom[],
  envValues?: cdk8s-plus-27.EnvValue{}, imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[],
  initContainers?: InitContainer[], mounts?: Mount[], placement?: PlacementSettings, workingDir?: string }
JobProps { env?: string{}, image: string, lifecycle?: JobLifecycle, metadata?: WorkloadMetadata, pod?: JobPod,
  resources?: ResourceSettings, run?: JobRun, security?: SecuritySettings, telemetry?: JobTelemetry }
JobRun { activeDeadline?: cdk8s.Duration, backoffLimit?: number, backoffLimitPerIndex?: number, completions?: number,
  indexed?: boolean, maxFailedIndexes?: number, parallelism?: number, podFailurePolicy?: PodFailureRule[],
  restartInPlace?: boolean, successPolicy?: SuccessRule[], suspend?: boolean, ttlAfterFinished?: cdk8s.Duration }
JobScheduling { concurrencyPolicy?: ConcurrencyPolicy, failedJobsHistoryLimit?: number,
  startingDeadline?: cdk8s.Duration, successfulJobsHistoryLimit?: number, suspend?: boolean }
JobTelemetry { alerts?: JobAlertSettings, instrumentation?: Instrumentation, logRetention?: cdk8s.Duration,
  propagators?: Propagator[], tracing?: boolean }
KafkaBacklogOptions { consumerGroup: string, topic?: string }
KafkaSourceOptions { bootstrapServers: string[], credentials: TriggerCredentials, partitions?: number,
  sasl?: KafkaSasl, tls?: boolean }
KedaHttpAddOnOptions { interceptorLabels?: string{}, interceptorPort?: number, interceptorService?: string,
  interceptorServiceAccount?: string, interceptorTargetPort?: number, namespace?: string, reaction?: cdk8s.Duration,
  scalerAddress?: string }
KedaPrometheusOptions { authModes?: string, clusterTriggerAuthentication?: string, metadata?: string{},
  serverAddress: string }
KedaProps { httpAddOn?: KedaHttpAddOnOptions, prometheus?: KedaPrometheusOptions }
KeyVariableOptions { optional?: boolean }
KeyVariablesOptions { optional?: boolean, prefix?: string }
KnativeIngressProps { labels: string{}, name: string, namespace: string, service: string, serviceAccount?: string,
  targetPort: number }
KnativeServingProps { containerConcurrencyMaxLimit?: number, domain?: string, features?: KnativeFeature[],
  hpa?: boolean, ingress?: KnativeIngress, maxRevisionTimeout?: cdk8s.Duration, namespace?: string }
KubernetesApiOptions { clusterRole?: cdk8s-plus-27.IClusterRole, role?: cdk8s-plus-27.IRole }
KubernetesDeliveryProps { candidates?: CandidateProps{} }
LifecycleHooks { postStart?: Hook, preStop?: Hook }
LifecycleSettings { concurrency?: number, disruptionBudget?: boolean, endpointPropagation?: cdk8s.Duration,
  hooks?: LifecycleHooks, longestRequest?: cdk8s.Duration, minReady?: cdk8s.Duration,
  reportUnstatedConfiguration?: boolean, rollout?: Rollout, startupTime?: cdk8s.Duration,
  terminationGracePeriod?: cdk8s.Duration }
LoadScalingOptions { growthPerMinute?: number, max?: number, metricsLag?: cdk8s.Duration, min?: number,
  peakRequestsPerSecond: number, quietRequestsPerSecond?: number, requestsPerSecondPerReplica: number,
  scaleDown?: ScalingRate, scaleUp?: ScalingRate }
LoggingProps { everyRequest?: boolean, meshProvider?: string, podLabels?: string{}, retentionLabel?: string,
  slowerThan?: cdk8s.Duration }
MemoryResources { limit?: cdk8s.Size, request?: cdk8s.Size }
MetadataSettings { annotations?: string{}, labels?: string{}, podAnnotations?: string{} }
MetricsAdapterNames { backlogs?: boolean, concurrency?: string, latency?: string, requestsPerSecond?: string }
MicroservicePod { args?: string[], command?: string[], containers?: AdditionalContainer[],
  envFrom?: cdk8s-plus-27.EnvFrom[], envValues?: cdk8s-plus-27.EnvValue{}, headless?: boolean,
  imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[], initContainers?: InitContainer[],
  mounts?: Mount[], placement?: PlacementSettings, workingDir?: string }
MicroserviceProps { env?: string{}, image: string, lifecycle?: LifecycleSettings, metadata?: ServiceMetadata,
  objectives?: Objective[], pod?: MicroservicePod, ports?: Port[], probes?: Probes, resources?: ResourceSettings,
  scaling?: Scaling, security?: SecuritySettings, telemetry?: MicroserviceTelemetry }
MicroserviceReferenceProps { availability?: number, cluster?: string, exposedAddresses?: string[],
  exposedHost?: string, inMesh?: boolean, name: string, namespace: string, podLabels?: string{}, ports?: Port[],
  replicas?: number, scalesToZero?: boolean, serviceAccount?: string }
MicroserviceSettings { lifecycle?: LifecycleSettings, metadata?: MetadataSettings, pod?: PodSettings,
  resources?: ResourceSettings, scaling?: Scaling, security?: SecuritySettings, telemetry?: TelemetrySettings }
MicroserviceTelemetry { alerts?: AlertSettings, backlogs?: Backlog[], instrumentation?: Instrumentation,
  logRetention?: cdk8s.Duration, propagators?: Propagator[], requestMetrics?: RequestMetrics, tracing?: boolean }
MountOptions { readOnly?: boolean, subPath?: string }
NatsBacklogOptions { consumer: string, metric?: string, stream: string }
NatsSourceOptions { account?: string, https?: boolean, monitoringEndpoint: string }
NodePortProps { highest?: number, lowest?: number }
ObjectiveOptions { minimumFailures?: number, route?: ObjectiveRoute, source?: MetricSource, window?: cdk8s.Duration }
ObjectiveRoute { methods?: string[], name: string, paths?: string[] }
ObservabilityProps { dashboards?: Dashboards, logging?: Logging, monitoring?: Monitoring, tracing?: Tracing }
OtlpCollectorProps { labels: string{}, namespace: string, port?: number, protocol?: OtlpProtocol, service: string }
OwnAccountOptions { annotations?: string{}, labels?: string{}, name?: string }
PlacementSettings { dns?: PodDns, hostAliases?: HostAlias[], nodeAffinity?: NodeAffinity[], nodeSelector?: string{},
  podAffinity?: PodAffinity[], priorityClassName?: string, runtimeClassName?: string, schedulingGates?: string[],
  tolerations?: Toleration[], topologySpread?: TopologySpread[] }
PlatformGateway { httpListener?: string, httpsListener?: string, listeners?: string{}, name: string,
  namespace: string, tlsListener?: string }
PlatformProps { autoscaling?: Autoscaling, cluster?: ClusterFacts, defaults?: MicroserviceSettings,
  delivery?: Delivery, functions?: Functions, images?: string{}, mesh?: Mesh, observability?: ObservabilityProps,
  registryMirrors?: string{}, required?: MicroserviceSettings, resourceRecommendations?: boolean, wayIn?: WayIn }
PodAffinityOptions { namespaces?: string[], nodeLabel?: string, weight?: number }
PodDns { nameservers?: string[], options?: string{}, policy?: DnsPolicy, searches?: string[] }
PodResources { cpu?: CpuResources, memory?: MemoryResources }
PodSettings { imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[],
  placement?: PlacementSettings }
PodsPeerOptions { labels?: string{}, namespace: string }
PortOptions { fallbackScrapeProtocol?: ScrapeProtocol, hostPort?: number, metricsPath?: string, name?: string,
  servesMetrics?: boolean, targetPort?: number }
PortProbeOptions { failureThreshold?: number, initialDelay?: cdk8s.Duration, period?: cdk8s.Duration, port?: number,
  successThreshold?: number, timeout?: cdk8s.Duration }
ProbeOptions { failureThreshold?: number, initialDelay?: cdk8s.Duration, period?: cdk8s.Duration,
  successThreshold?: number, timeout?: cdk8s.Duration }
Probes { liveness?: Probe, none?: boolean, readiness?: Probe, startup?: Probe }
ProjectedKeysOptions { items?: string{}, optional?: boolean }
ProjectedOptions { defaultMode?: number, restartsPods?: boolean }
ProjectionOptions { defaultMode?: number, items?: string{}, optional?: boolean, restartsPods?: boolean }
PrometheusAnnotationsProps { address?: string, alerting?: AlertingOptions, nameLabel?: string,
  namespaceLabel?: string, retention?: cdk8s.Duration, ruleSelector?: string{} }
PrometheusOperatorProps { access?: MetricsAccess, address?: string, alerting?: AlertingOptions,
  retention?: cdk8s.Duration, sampleLimit?: number, scrapeInterval?: cdk8s.Duration, selector: string{} }
RabbitMqBacklogOptions { queue: string, vhost?: string }
RabbitMqSourceOptions { credentials: TriggerCredentials, host?: string }
RedisSourceOptions { addresses: string[], cluster?: boolean, credentials: TriggerCredentials, database?: number,
  tls?: boolean }
RedisStreamBacklogOptions { group: string, stream: string }
RemoteKeyOptions { property?: string, version?: string }
ReplicaOrder { maxUnavailable?: number, partition?: number, podManagement?: PodManagement }
RequestMetricsOptions { buckets?: cdk8s.Duration[], duration?: string, failures: string, methodLabel?: string,
  pathLabel?: string, requests: string, resultLabel: string }
ResourceSettings { cpu?: CpuResources, ephemeralStorage?: EphemeralStorageResources, extended?: number{},
  hugePages?: HugePages[], memory?: MemoryResources, noMemoryLimit?: boolean, pod?: PodResources }
RetryOptions { perTryTimeout?: cdk8s.Duration }
RollingOptions { maxSurge?: number }
ScalingBounds { max: number, min?: number, scaleDown?: ScalingRate, scaleUp?: ScalingRate }
ScalingOptions { max: number, min?: number, scaleDown?: ScalingRate, scaleUp?: ScalingRate, utilization?: number }
ScalingRate { percent?: number, period?: cdk8s.Duration, pods?: number, stabilization?: cdk8s.Duration }
ScheduleOptions { end: string, replicas: number, start: string, timezone: string }
ScheduledJobProps { env?: string{}, image: string, lifecycle?: JobLifecycle, metadata?: WorkloadMetadata,
  pod?: JobPod, resources?: ResourceSettings, run?: JobRun, schedule: string, scheduling?: JobScheduling,
  security?: SecuritySettings, telemetry?: JobTelemetry, timeZone?: string }
SecretProviderClassProps { keys?: string{}, objects?: string{}[], parameters?: string{}, provider: string,
  secretName?: string, type?: string }
SecretSources { externalSecrets?: ExternalSecretsFacts, vault?: VaultFacts }
SecuritySettings { addCapabilities?: string[], allowPrivilegeEscalation?: boolean, appArmorProfile?: AppArmorProfile,
  fsGroup?: number, hostUsers?: boolean, networkPolicy?: boolean, readOnlyRootFilesystem?: boolean,
  runAsGroup?: number, runAsNonRoot?: boolean, runAsUser?: number, seccompProfile?: SeccompProfile,
  shareProcessNamespace?: boolean }
ServerlessFunctionProps { containerPort?: number, env?: string{}, image: string, lifecycle?: FunctionLifecycle,
  metadata?: WorkloadMetadata, pod?: FunctionPod, probes?: Probes, protocol?: Protocol, resources?: ResourceSettings,
  scaling?: Scaling, security?: SecuritySettings, telemetry?: WorkloadTelemetry }
ServerlessFunctionReferenceProps { functions: Functions, name: string, namespace: string, protocol?: Protocol }
ServiceAccountTokenOptions { audience?: string, expiration?: cdk8s.Duration, file?: string }
ServiceMetadata { adopts?: Adoption, annotations?: string{}, component?: string, labels?: string{},
  podAnnotations?: string{}, serviceAccount?: Account }
SqsBacklogOptions { metric?: string, queue: string }
SqsSourceOptions { credentials: TriggerCredentials, queueUrl: string, region: string }
StatefulLifecycle { claimRetention?: ClaimRetention, concurrency?: number, disruptionBudget?: boolean,
  endpointPropagation?: cdk8s.Duration, hooks?: LifecycleHooks, longestRequest?: cdk8s.Duration,
  minReady?: cdk8s.Duration, order?: ReplicaOrder, reportUnstatedConfiguration?: boolean, rollout?: Rollout,
  startupTime?: cdk8s.Duration, terminationGracePeriod?: cdk8s.Duration }
StatefulPod { args?: string[], command?: string[], containers?: AdditionalContainer[],
  envFrom?: cdk8s-plus-27.EnvFrom[], envValues?: cdk8s-plus-27.EnvValue{},
  imagePullPolicy?: cdk8s-plus-27.ImagePullPolicy, imagePullSecrets?: string[], initContainers?: InitContainer[],
  mounts?: Mount[], placement?: PlacementSettings, workingDir?: string }
StatefulServiceProps { claims?: Claim[], env?: string{}, image: string, lifecycle?: StatefulLifecycle,
  metadata?: ServiceMetadata, pod?: StatefulPod, ports?: Port[], probes?: Probes, resources?: ResourceSettings,
  scaling?: Scaling, security?: SecuritySettings, telemetry?: StatefulTelemetry }
StatefulTelemetry { alerts?: AlertSettings, backlogs?: Backlog[], instrumentation?: Instrumentation,
  logRetention?: cdk8s.Duration, objectives?: Objective[], propagators?: Propagator[],
  requestMetrics?: RequestMetrics, tracing?: boolean }
StorageClassFacts { canGrow?: boolean, isDefault?: boolean, name: string }
TelemetrySettings { alerts?: AlertSettings, instrumentation?: Instrumentation, logRetention?: cdk8s.Duration,
  propagators?: Propagator[], tracing?: boolean }
Toleration { effect?: TaintEffect, key: string, value?: string }
TopologySpreadOptions { maxSkew?: number, required?: boolean }
TracingProps { applicationsPropagate?: boolean, collector: OtlpCollectorProps, meshProvider?: string,
  operator?: boolean, propagators?: Propagator[], samplingPercentage?: number }
VaultFacts { audience?: string, peers: NetworkPeer[], port?: number }
VaultFileOptions { mode?: number, role?: string, template?: string }
WayInOptions { hosts?: string[], maxBodySize?: cdk8s.Size, nodePort?: number }
WorkloadMetadata { annotations?: string{}, component?: string, labels?: string{}, podAnnotations?: string{},
  serviceAccount?: Account }
WorkloadTelemetry { instrumentation?: Instrumentation, logRetention?: cdk8s.Duration, propagators?: Propagator[],
  tracing?: boolean }
`;
